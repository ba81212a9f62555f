import DrawList

/// A page as SVG, its text still text.
///
/// A run keeps its width where its font is missing: the reader stretches or condenses what stands in for it.
///
/// - Parameters:
///   - title: what the picture is called.
///   - description: what a reader who cannot see it is told.
///   - language: a BCP 47 tag.
package func renderSVG(_ page: Page, title: String, description: String?, language: String) -> [UInt8] {
  render(page, title: title, description: description, language: language, letters: text)
}

/// A page as SVG, its letters as outlines: it looks the same where the fonts are missing.
package func renderSVG(
  _ page: Page, title: String, description: String?, language: String, outlines: GlyphOutlines
) throws -> [UInt8] {
  try render(page, title: title, description: description, language: language) { run in
    "<path d=\"\(try outlines.path(of: run))\"\(turn(of: run)) fill=\"\(run.color.hexadecimal)\"/>"
  }
}

private func render(
  _ page: Page, title: String, description: String?, language: String, letters: (GlyphRun) throws -> String
) rethrows -> [UInt8] {
  let (width, height) = (svg(page.size.width), svg(page.size.height))
  let language = xml(language)
  var lines = [
    #"<svg xmlns="http://www.w3.org/2000/svg" width="\#(width)pt" height="\#(height)pt""#
      + #" viewBox="0 0 \#(width) \#(height)" role="img" lang="\#(language)" xml:lang="\#(language)""#
      + #" xml:space="preserve">"#,
    "<title>\(xml(title))</title>",
  ]
  if let description { lines.append("<desc>\(xml(description))</desc>") }
  for mark in page.marks { lines += try elements(for: mark, letters) }
  lines.append("</svg>\n")
  return Array(lines.joined(separator: "\n").utf8)
}

/// A mark's items; those of a part of a picture in a group that says what it stands for.
private func elements(
  for mark: Mark, _ letters: (GlyphRun) throws -> String
) rethrows -> [String] {
  let elements = try mark.items.compactMap { try element(for: $0, letters) }
  guard let label = mark.label, !elements.isEmpty else { return elements }
  return ["<g role=\"img\" aria-label=\"\(xml(label))\">"] + elements + ["</g>"]
}

private func element(for item: DrawItem, _ letters: (GlyphRun) throws -> String) rethrows -> String? {
  switch item {
  case .glyphs(let run):
    try letters(run)
  case .rectangle(let rect, let color):
    "<rect\(box(rect)) fill=\"\(color.hexadecimal)\"/>"
  case .polygon(let corners, let color):
    "<polygon points=\"\(corners.map { "\(svg($0.x)),\(svg($0.y))" }.joined(separator: " "))\""
      + " fill=\"\(color.hexadecimal)\"/>"
  case .line(let start, let end, let width, let color):
    "<line x1=\"\(svg(start.x))\" y1=\"\(svg(start.y))\" x2=\"\(svg(end.x))\" y2=\"\(svg(end.y))\""
      + " stroke=\"\(color.hexadecimal)\" stroke-width=\"\(svg(width))\"/>"
  case .path(let path, let paint):
    "<path d=\"\(data(of: path))\"\(attributes(of: paint))/>"
  case .image(let image, let rect):
    picture(image, in: rect)
  case .link(let area, .address(let address)):
    "<a href=\"\(xml(address))\"><rect\(box(area)) fill=\"none\" pointer-events=\"all\"/></a>"
  case .link(_, .destination), .destination:
    nil  // Each page is a file of its own, which does not know where the others are.
  }
}

private func box(_ rect: Rect) -> String {
  " x=\"\(svg(rect.minX))\" y=\"\(svg(rect.minY))\""
    + " width=\"\(svg(rect.size.width))\" height=\"\(svg(rect.size.height))\""
}

private func text(_ run: GlyphRun) -> String {
  "<text x=\"\(svg(run.origin.x))\" y=\"\(svg(run.origin.y))\""
    + " font-family=\"\(xml(families(for: run.font)))\" font-size=\"\(svg(run.size))\""
    + (run.font.weight == 400 ? "" : " font-weight=\"\(run.font.weight)\"")
    + (run.font.italic ? " font-style=\"italic\"" : "")
    + spacing(run.spacing)
    + turn(of: run)
    + " fill=\"\(run.color.hexadecimal)\""
    + " textLength=\"\(svg(run.width))\" lengthAdjust=\"spacingAndGlyphs\">\(xml(run.text.replacing("\u{AD}", with: "-")))</text>"
}

/// A quarter turn to the left for a run that reads upwards.
private func turn(of run: GlyphRun) -> String {
  run.isUpward ? " transform=\"rotate(-90 \(svg(run.origin.x)) \(svg(run.origin.y)))\"" : ""
}

/// What fills a justified line: `textLength` alone would stretch letters as much as spaces.
private func spacing(_ spacing: GlyphRun.Spacing) -> String {
  (spacing.words == 0 ? "" : " word-spacing=\"\(svg(spacing.words))\"")
    + (spacing.letters == 0 ? "" : " letter-spacing=\"\(svg(spacing.letters))\"")
}

/// The font's family, then the generic one that its name tells.
private func families(for font: FontReference) -> String {
  let name = font.family.lowercased()
  let isSerif = name.contains("serif") && !name.contains("sans")
  let generic = name.contains("mono") ? "monospace" : isSerif ? "serif" : "sans-serif"
  let escaped = font.family.flatMap { sign in sign == "'" || sign == "\\" ? ["\\", sign] : [sign] }
  return "'\(String(escaped))', \(generic)"
}
