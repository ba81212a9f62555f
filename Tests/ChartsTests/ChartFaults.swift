import DrawList
import TestSupport

@testable import Charts

extension DrawnChart {
  /// What is wrong with where things stand: texts over one another or out of the chart, and those that something dark
  /// crosses or covers in part.
  var faults: [String] {
    let frame = Rect(x: 0, y: 0, width: width, height: height)
    return overlaps(among: runs).map { "overlap: \($0)" }
      + items.filter { !frame.holds($0.box) }.map { "leaves: \($0.text) \($0.box)" }
      + crossed
  }

  /// Texts that a stroke runs through, or that lie partly on a bar or point, unless that is itself covered.
  private var crossed: [String] {
    let shapes = items.enumerated().filter { $0.element.isDark }
    let plates = items.enumerated().filter { $0.element.isPlate }
    return items.enumerated().flatMap { place, item -> [String] in
      guard let run = item.run else { return [] }
      let letters = run.box.inset(by: 0.8)
      let ground = plates.last { $0.offset < place && $0.element.box.holds(letters) }?.offset ?? -1
      return shapes.compactMap { shape in
        shape.offset > ground && shape.element.crosses(letters)
          ? "\(shape.element.kind): “\(run.text)” \(run.box) \(shape.element.box)" : nil
      }
    }
  }
}

extension DrawItem {
  fileprivate var kind: String {
    switch self {
    case .line: "stroke"
    case .rectangle: "bar"
    case .glyphs, .polygon, .path, .image, .link, .destination: "point"
    }
  }

  /// Whether it hides what was drawn before it.
  fileprivate var isPlate: Bool {
    if case .rectangle = self { true } else { false }
  }

  /// Whether it is dark enough to be in the way of letters.
  fileprivate var isDark: Bool {
    switch self {
    case .line(_, _, _, let color), .rectangle(_, let color), .polygon(_, let color):
      color.contrast(with: .white) > 2
    case .path: true
    case .glyphs, .image, .link, .destination: false
    }
  }

  /// Whether letters are crossed, or covered in part.
  fileprivate func crosses(_ letters: Rect) -> Bool {
    switch self {
    case .line(let from, let to, _, _):
      guard box.maxX > letters.minX, box.minX < letters.maxX, box.maxY > letters.minY, box.minY < letters.maxY
      else { return false }
      let steps = 100.0
      return stride(from: 0, through: steps, by: 1).contains { step in
        let (x, y) = (from.x + (to.x - from.x) * step / steps, from.y + (to.y - from.y) * step / steps)
        return x > letters.minX && x < letters.maxX && y > letters.minY && y < letters.maxY
      }
    case .rectangle(let bar, _): return bar.overlaps(letters) && !bar.holds(letters)
    case .polygon, .path: return box.overlaps(letters) && !box.holds(letters)
    case .glyphs, .image, .link, .destination: return false
    }
  }
}
