import DrawList

/// A page as SVG, its text still text.
///
/// A run keeps its width where its font is missing: the reader stretches or condenses what stands in for it.
///
/// - Parameters:
///   - width: how wide it is shown, its page's form kept; `nil` for as wide as the page.
///   - title: what the picture is called.
///   - description: what a reader who cannot see it is told.
///   - language: a BCP 47 tag.
///   - families: what fonts are called, kept from one page to the next.
package func renderSVG(
  _ page: Page, width: Points? = nil, title: String, description: String?, language: String,
  families: FontFamilies = FontFamilies()
) -> [UInt8] {
  render(page, width, title: title, description: description, language: language) { run, svg in
    text(run, families, to: &svg)
  }
}

/// A page as SVG, its letters as outlines: it looks the same where the fonts are missing.
package func renderSVG(
  _ page: Page, width: Points? = nil, title: String, description: String?, language: String,
  outlines: GlyphOutlines
) throws -> [UInt8] {
  try render(page, width, title: title, description: description, language: language) { run, svg in
    svg.add("<path d=\"")
    try outlines.addPath(of: run, to: &svg)
    svg.add("\"")
    turn(of: run, to: &svg)
    svg.attribute(" fill=\"", run.color)
    svg.add("/>")
  }
}

/// Writes the letters of a run.
private typealias Letters = (GlyphRun, inout SVGText) throws -> Void

private func render(
  _ page: Page, _ width: Points?, title: String, description: String?, language: String, letters: Letters
) rethrows -> [UInt8] {
  var svg = SVGText()
  let size = page.size
  svg.add("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
  svg.add(width ?? size.width)
  svg.add("pt\" height=\"")
  svg.add(width.map { $0 * size.height / size.width } ?? size.height)
  svg.add("pt\" viewBox=\"0 0 ")
  svg.add(size.width)
  svg.add(" ")
  svg.add(size.height)
  svg.add("\" role=\"img\"")
  svg.attribute(" lang=\"", escaping: language)
  svg.attribute(" xml:lang=\"", escaping: language)
  svg.add(" xml:space=\"preserve\">\n<title>")
  svg.add(escaping: title)
  svg.add("</title>\n")
  if let description {
    svg.add("<desc>")
    svg.add(escaping: description)
    svg.add("</desc>\n")
  }
  for mark in page.marks { try add(mark, letters, to: &svg) }
  svg.add("</svg>\n")
  return svg.bytes
}

/// A mark's items; those of a part of a picture in a group that says what it stands for.
private func add(_ mark: Mark, _ letters: Letters, to svg: inout SVGText) rethrows {
  let items = mark.items.filter(\.isShown)
  guard let label = mark.label, !items.isEmpty else {
    for item in items { try add(item, letters, to: &svg) }
    return
  }
  svg.add("<g role=\"img\"")
  svg.attribute(" aria-label=\"", escaping: label)
  svg.add(">\n")
  for item in items { try add(item, letters, to: &svg) }
  svg.add("</g>\n")
}

private func add(_ item: DrawItem, _ letters: Letters, to svg: inout SVGText) rethrows {
  switch item {
  case .glyphs(let run):
    try letters(run, &svg)
  case .rectangle(let rect, let color):
    svg.add("<rect")
    box(rect, to: &svg)
    svg.attribute(" fill=\"", color)
    svg.add("/>")
  case .polygon(let corners, let color):
    svg.add("<polygon points=\"")
    for (index, corner) in corners.enumerated() {
      if index > 0 { svg.add(" ") }
      svg.add(corner)
    }
    svg.add("\"")
    svg.attribute(" fill=\"", color)
    svg.add("/>")
  case .line(let start, let end, let width, let color):
    svg.add("<line")
    svg.attribute(" x1=\"", start.x)
    svg.attribute(" y1=\"", start.y)
    svg.attribute(" x2=\"", end.x)
    svg.attribute(" y2=\"", end.y)
    svg.attribute(" stroke=\"", color)
    svg.attribute(" stroke-width=\"", width)
    svg.add("/>")
  case .path(let path, let paint):
    svg.add("<path d=\"")
    svg.add(data(of: path))
    svg.add("\"")
    svg.add(attributes(of: paint))
    svg.add("/>")
  case .image(let image, let rect):
    svg.add(picture(image, in: rect))
  case .link(let area, .address(let address)):
    svg.add("<a")
    svg.attribute(" href=\"", escaping: address)
    svg.add("><rect")
    box(area, to: &svg)
    svg.add(" fill=\"none\" pointer-events=\"all\"/></a>")
  case .link(_, .destination), .destination:
    return
  }
  svg.add("\n")
}

extension DrawItem {
  /// Each page is a file of its own, which does not know where places of others are.
  fileprivate var isShown: Bool {
    switch self {
    case .link(_, .destination), .destination: false
    case .glyphs, .rectangle, .polygon, .line, .path, .image, .link(_, .address): true
    }
  }
}

private func box(_ rect: Rect, to svg: inout SVGText) {
  svg.attribute(" x=\"", rect.minX)
  svg.attribute(" y=\"", rect.minY)
  svg.attribute(" width=\"", rect.size.width)
  svg.attribute(" height=\"", rect.size.height)
}

private func text(_ run: GlyphRun, _ families: FontFamilies, to svg: inout SVGText) {
  svg.add("<text")
  svg.attribute(" x=\"", run.origin.x)
  svg.attribute(" y=\"", run.origin.y)
  svg.add(families.attribute(for: run.font))
  svg.attribute(" font-size=\"", run.size)
  if run.font.weight != 400 {
    svg.add(" font-weight=\"")
    svg.add(run.font.weight)
    svg.add("\"")
  }
  if run.font.italic { svg.add(" font-style=\"italic\"") }
  // What fills a justified line: `textLength` alone would stretch letters as much as spaces.
  if run.spacing.words != 0 { svg.attribute(" word-spacing=\"", run.spacing.words) }
  if run.spacing.letters != 0 { svg.attribute(" letter-spacing=\"", run.spacing.letters) }
  turn(of: run, to: &svg)
  svg.attribute(" fill=\"", run.color)
  svg.attribute(" textLength=\"", run.width)
  svg.add(" lengthAdjust=\"spacingAndGlyphs\">")
  svg.add(escaping: run.text, softHyphensShown: true)
  svg.add("</text>")
}

/// A quarter turn to the left for a run that reads upwards.
private func turn(of run: GlyphRun, to svg: inout SVGText) {
  guard run.isUpward else { return }
  svg.add(" transform=\"rotate(-90 ")
  svg.add(run.origin.x)
  svg.add(" ")
  svg.add(run.origin.y)
  svg.add(")\"")
}
