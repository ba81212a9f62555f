/// A table's cells, as printed, and what stands over, between and under them.
///
/// - **Shape**: each row has a cell for each column. A cell that another one takes the place of is covered and empty.
package struct PublishedTable: Hashable, Sendable {
  package enum Alignment: Hashable, Sendable {
    case leading, center, trailing
    /// Numbers, one under the other by their decimal mark.
    case number
  }

  /// How wide a column is.
  package enum Width: Hashable, Sendable {
    case auto
    case millimetres(Double)
    /// A part of the table's width.
    case share(Double)
  }

  package struct Column: Hashable, Sendable {
    package var head: String
    package var alignment: Alignment
    /// Whether its cells name their rows.
    package var isStub: Bool
    /// Whether it is what the table is made to show.
    package var isStrong: Bool
    /// The unit of its numbers, under its head.
    package var unit: String?
    package var width = Width.auto
    /// Whether its head reads upwards.
    package var isRotated = false
    /// The marks of the notes on its head.
    package var marks = ""
    package var pictures: PictureColumn?
    /// Which of the table's legends its shades have.
    package var legend: Int?

    package init(head: String, alignment: Alignment, isStub: Bool, isStrong: Bool) {
      self.head = head
      self.alignment = alignment
      self.isStub = isStub
      self.isStrong = isStrong
    }
  }

  /// A label over columns.
  package struct Spanner: Hashable, Sendable {
    package let label: String
    package let columns: Range<Int>
    /// How many levels of spanners stand between it and the columns' heads.
    package let level: Int
    package var marks = ""

    package init(label: String, columns: Range<Int>, level: Int, marks: String = "") {
      self.label = label
      self.columns = columns
      self.level = level
      self.marks = marks
    }
  }

  package struct Row: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      case data
      /// The label of the rows after it, in its first cell.
      case group
      /// A row computed from those of its group, or of the table.
      case groupSummary, tableSummary
    }

    package var kind = Kind.data
    package var cells: [Cell]
    package var isHighlighted = false
    /// The sums of the rows so far, for the page that may end after it.
    package var carried: [String]?

    package init(kind: Kind = .data, cells: [Cell], isHighlighted: Bool = false) {
      self.kind = kind
      self.cells = cells
      self.isHighlighted = isHighlighted
    }
  }

  package struct Note: Hashable, Sendable {
    package let mark: String
    package let text: String
  }

  package var columns: [Column]
  package var spanners: [Spanner] = []
  package var records: TableRecords
  package var notes: [Note] = []
  /// The marks of the notes on the figure's title and subtitle.
  package var titleMarks = ""
  package var subtitleMarks = ""
  package var stripes = false
  package var rules = Rules.rows
  /// Whether it may stand on a page in landscape where it is too wide for another.
  package var mayTurn = true
  /// Whether nobody need be told that it is set in smaller type than others.
  package var mayBeSmall = false
  /// What the shades of cells mean, a legend for each scale.
  package var legends: [ShadeLegend] = []
  /// What the table is, for those who cannot see it: how many rows and columns, under what heads.
  package var summary: String?

  package enum Rules: Hashable, Sendable { case rows, grid, none }

  package init(columns: [Column], records: [Row]) {
    self.init(columns: columns, records: TableRecords(records))
  }

  init(columns: [Column], records: TableRecords) {
    self.columns = columns
    self.records = records
  }

  /// A plain table of texts.
  package init(columns: [Column], rows: [[String]], highlighted: [Int] = []) {
    let pointedOut = Set(highlighted)
    self.init(
      columns: columns,
      records: rows.enumerated().map { index, texts in
        Row(cells: texts.map { Cell($0) }, isHighlighted: pointedOut.contains(index))
      })
  }

  /// The texts of all cells, hung marks included.
  package var rows: [[String]] { records.map { $0.cells.map(\.plain) } }

  /// Which rows are pointed out.
  package var highlighted: [Int] { records.indices.filter(records.isHighlighted) }

  /// Notes which covered cells are not the last of the one that takes their place.
  package mutating func noteWhatGoesOn() {
    for row in records.indices where !records.isPlain(row) {
      for column in columns.indices where records[row].cells[column].hasDetail {
        let down = records[row].cells[column].detail.down
        guard down > 2 else { continue }
        for below in row + 1..<row + down - 1 { records[below].cells[column].detail.goesOn = true }
      }
    }
  }

  /// How many levels of spanners stand over the heads.
  package var spannerLevels: Int { (spanners.map(\.level).max() ?? -1) + 1 }

  /// Whether a cell's heads can only be told by naming them: a scope says all where there is one row and one column
  /// of heads.
  package var needsHeaderNames: Bool {
    !spanners.isEmpty || columns.count(where: \.isStub) > 1
      || records.indices.contains { records.kind(of: $0) == .group }
  }
}

extension PublishedTable {
  package struct Cell: Hashable, Sendable {
    package var text: String
    private var box: Box?

    private indirect enum Box: Hashable, Sendable { case detail(Detail) }

    package init(_ text: String) { self.text = text }

    package init(_ text: String, _ detail: Detail) {
      self.text = text
      self.detail = detail
    }

    /// What more there is to a cell. Few cells have more: a long table keeps a text for each, and no more.
    package var detail: Detail {
      get { if case .detail(let detail)? = box { detail } else { Detail() } }
      set { box = newValue == Detail() ? nil : .detail(newValue) }
    }

    package var hasDetail: Bool { box != nil }

    /// Its text with what hangs beside it, or what stands for its picture.
    package var plain: String {
      guard hasDetail else { return text }
      let detail = detail
      return text.isEmpty ? detail.alternative ?? "" : text + detail.hung
    }
  }

  package struct Detail: Hashable, Sendable {
    /// What stands beside a number without moving it: “ (p)”.
    package var hung = ""
    /// The marks of the notes on it.
    package var marks = ""
    package var picture: CellPicture?
    /// What a picture shows, where no number beside it says so.
    package var alternative: String?
    /// Where the cell's value is on the legend's scale, from 0 on.
    package var shade: Int?
    /// How many columns and rows it takes.
    package var across = 1
    package var down = 1
    /// Whether another cell takes its place.
    package var isCovered = false
    /// Whether the cell that takes its place goes on under it.
    package var goesOn = false
    package var isStrong = false
    /// Its text in styled pieces, where it has any.
    package var rich: RichText?
    /// How many steps its text stands further in.
    package var indent = 0

    package init() {}
  }
}

/// What is drawn in a cell.
package enum CellPicture: Hashable, Sendable {
  case bar(Double)
  case bullet(Double, target: Double?)
  case dumbbell(from: Double, to: Double)
  case line([Double?])
  case bars([Double?])
  case status(StatusShape)
  case arrow(Trend)
  /// A number in a disc.
  case badge
  /// Marks of a whole, some of them filled.
  case dots(filled: Int, of: Int)
}

/// A shape that tells a status without colour.
package enum StatusShape: Hashable, Sendable { case favourable, neutral, unfavourable }

package enum Trend: Hashable, Sendable { case up, level, down }

/// What the pictures of a column have in common.
package struct PictureColumn: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case bar, bullet, dumbbell, line, bars, status, arrow, badge, dots
  }

  package let kind: Kind
  /// The scale of all its pictures.
  package let low: Double
  package let high: Double
}

/// What the shades of some columns mean: each class goes from one bound to the next.
package struct ShadeLegend: Hashable, Sendable {
  /// What is shaded; `nil` where a table has one scale, which needs no name.
  package let title: String?
  /// The bounds between classes, ascending, one fewer than there are classes.
  package let bounds: [String]
  /// The numbers at the ends, where they lie past the bounds.
  package let least: String?
  package let most: String?
  /// What the classes are called: “moins de 20”, “20 à 40” …
  package let labels: [String]
  /// The class in the middle, from which shades go two ways; `nil` where they go one way.
  package let middle: Int?
}
