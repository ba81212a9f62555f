extension Document {
  /// The document as text, a line an item: what tests compare and people read.
  ///
  /// Lengths are in points to a tenth; no-break spaces show as `\u{A0}` and `\u{202F}`.
  package var text: String {
    var lines = ["document \(quoted(metadata.title)) language \(metadata.language)"]
    if let author = metadata.author { lines.append("author \(quoted(author))") }
    lines += outline.map { entry in
      "bookmark \(entry.level) page \(entry.page + 1) y \(tenths(entry.y)) \(quoted(entry.title))"
    }
    for (number, page) in pages.enumerated() {
      lines.append("page \(number + 1) \(tenths(page.size.width)) × \(tenths(page.size.height))")
      lines += page.marks.flatMap { $0.lines(in: structure) }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Mark {
  fileprivate func lines(in structure: StructureTree) -> [String] {
    let heading =
      switch owner {
      case .artifact: "  artifact"
      case .pagination: "  pagination"
      case .element(let id):
        "  \(structure.path(to: id)) #\(id.index)" + alternative(structure[id]) + spelled(structure[id])
      }
    return [heading + (label.map { " label \(quoted($0))" } ?? "")] + items.map { "    \($0.text)" }
  }

  private func spelled(_ element: StructureElement) -> String {
    if case .span(let text) = element.role { return " spelled \(quoted(text))" }
    return ""
  }

  private func alternative(_ element: StructureElement) -> String {
    (element.alternativeText.map { " alt \(quoted($0))" } ?? "")
      + (element.expansion.map { " stands for \(quoted($0))" } ?? "")
      + (element.language.map { " language \($0)" } ?? "")
  }
}

extension DrawItem {
  /// The item as one line.
  package var text: String {
    switch self {
    case .glyphs(let run):
      "text \(run.origin.text) w \(tenths(run.width)) \(run.font.family) \(run.font.style) \(tenths(run.size)) "
        + "\(run.color.hexadecimal) \(quoted(run.text))" + (run.isUpward ? " upward" : "")
    case .rectangle(let rect, let color):
      "rectangle \(rect.text) \(color.hexadecimal)"
    case .polygon(let corners, let color):
      "polygon \(corners.map(\.text).joined(separator: " ")) \(color.hexadecimal)"
    case .line(let from, let to, let width, let color):
      "line \(from.text) → \(to.text) \(tenths(width)) \(color.hexadecimal)"
    case .path(let path, let paint):
      "path \(path.text) \(paint.text)"
    case .image(let image, let rect):
      "image \(rect.text) \(image.format.rawValue) \(image.width) × \(image.height) \(image.digest.prefix(12))"
    case .link(let area, .address(let address)):
      "link \(area.text) \(quoted(address))"
    case .link(let area, .destination(let name)):
      "link \(area.text) to \(quoted(name))"
    case .destination(let name, let point):
      "destination \(point.text) \(quoted(name))"
    }
  }
}

extension Point {
  fileprivate var text: String { "\(tenths(x)),\(tenths(y))" }
}

extension DrawPath {
  fileprivate var text: String {
    steps.map { step in
      switch step {
      case .move(let point): "M \(point.text)"
      case .line(let point): "L \(point.text)"
      case .curve(let a, let b, let end): "C \(a.text) \(b.text) \(end.text)"
      case .close: "Z"
      }
    }.joined(separator: " ")
  }
}

extension PathPaint {
  fileprivate var text: String {
    switch self {
    case .fill(let color, let isEvenOdd): "fill \(color.hexadecimal)\(isEvenOdd ? " even-odd" : "")"
    case .stroke(let color, let width): "stroke \(tenths(width)) \(color.hexadecimal)"
    }
  }
}

extension Rect {
  fileprivate var text: String {
    "\(tenths(minX)),\(tenths(minY)) \(tenths(size.width)) × \(tenths(size.height))"
  }
}

/// A length to a tenth of a point, without a needless `.0` or a negative zero.
private func tenths(_ length: Points) -> String {
  let rounded = (length * 10).rounded() / 10
  return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
}

private func quoted(_ text: String) -> String {
  let escaped = text.unicodeScalars.map { scalar in
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\u{A0}", "\u{202F}", "\u{2011}", "\u{AD}":
      "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    default: String(scalar)
    }
  }
  return "\"" + escaped.joined() + "\""
}
