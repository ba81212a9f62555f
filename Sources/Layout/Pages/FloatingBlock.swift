import DrawList
import Spec

/// A block that leaves the text around it for a place of its own: the top or the foot of a page.
struct FloatingBlock {
  enum Place: Hashable {
    case top, bottom, nextPage

    init(_ place: FloatPlace) {
      switch place {
      // What has nothing to flow past it stands over the text.
      case .top, .beside: self = .top
      case .bottom: self = .bottom
      case .nextPage: self = .nextPage
      }
    }
  }

  let place: Place
  /// How much of the frame's width it takes.
  let width: Points
  /// All of it, in one piece.
  let piece: Fragment
}

/// Floats of one page in rows: those that follow each other share a row where they fit side by side.
struct FloatRows {
  /// The space between floats, and between floats and text.
  static let gap: Points = 16
  private(set) var rows: [[FloatingBlock]] = []
  let width: Points

  init(of floats: some Sequence<FloatingBlock>, width: Points) {
    self.width = width
    var used: Points = 0
    for float in floats {
      if !rows.isEmpty, used + Self.gap + float.width <= width + PageRules.tolerance {
        rows[rows.count - 1].append(float)
        used += Self.gap + float.width
      } else {
        rows.append([float])
        used = float.width
      }
    }
  }

  /// What they take from the text's height, the space towards it included.
  var height: Points { rows.reduce(0) { $0 + rowHeight($1) + Self.gap } }

  func rowHeight(_ row: [FloatingBlock]) -> Points { row.map(\.piece.height).max() ?? 0 }

  /// Each float with its top-left corner, from that of the first row.
  var places: [(float: FloatingBlock, origin: Point)] {
    var y: Points = 0
    var places: [(FloatingBlock, Point)] = []
    for row in rows {
      var x: Points = 0
      for float in row {
        places.append((float, Point(x: x, y: y)))
        x += float.width + Self.gap
      }
      y += rowHeight(row) + Self.gap
    }
    return places
  }
}
