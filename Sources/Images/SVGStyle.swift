import DrawList

/// How an SVG's shapes are painted, as far as it is said by attributes, `style` and classes.
struct SVGStyle {
  var fill: Color? = .black
  var stroke: Color?
  var strokeWidth = 1.0
  var isEvenOdd = false
  var opacity = 1.0
  var fillOpacity = 1.0
  var strokeOpacity = 1.0
  var isHidden = false

  static let properties = [
    "fill", "stroke", "stroke-width", "fill-rule", "opacity", "fill-opacity", "stroke-opacity", "display",
    "visibility", "color",
  ]

  /// - Throws: the words that cannot be drawn: a gradient, a colour of an unknown form.
  mutating func set(_ property: String, _ value: String) throws(SVGProblem) {
    switch property {
    case "fill": fill = try svgColor(value, or: fill)
    case "stroke": stroke = try svgColor(value, or: stroke)
    case "stroke-width": strokeWidth = svgLength(value) ?? strokeWidth
    case "fill-rule": isEvenOdd = value == "evenodd"
    // Opacities multiply on the way in; all stands on white.
    case "opacity": opacity *= svgFraction(value) ?? 1
    case "fill-opacity": fillOpacity = svgFraction(value) ?? 1
    case "stroke-opacity": strokeOpacity = svgFraction(value) ?? 1
    case "display": isHidden = isHidden || value == "none"
    case "visibility": isHidden = value == "hidden" || value == "collapse"
    default: break
    }
  }

  /// What a shape is painted with, from below.
  func paints(scale: Double) -> [PathPaint] {
    if isHidden { return [] }
    var paints: [PathPaint] = []
    if let fill, opacity * fillOpacity > 0 {
      paints.append(.fill(fill.onWhite(opacity * fillOpacity), isEvenOdd: isEvenOdd))
    }
    if let stroke, opacity * strokeOpacity > 0, strokeWidth > 0 {
      paints.append(.stroke(stroke.onWhite(opacity * strokeOpacity), width: strokeWidth * scale))
    }
    return paints
  }
}

/// What an SVG has that is not drawn here.
struct SVGProblem: Error { let what: String }

extension Color {
  /// The colour as it looks over white.
  fileprivate func onWhite(_ opacity: Double) -> Color {
    func mixed(_ channel: UInt8) -> UInt32 {
      UInt32((255 - (255 - Double(channel)) * min(1, opacity)).rounded())
    }
    return Color(mixed(red) << 16 | mixed(green) << 8 | mixed(blue))
  }
}

private func svgColor(_ text: String, or inherited: Color?) throws(SVGProblem) -> Color? {
  let word = text.filter { !$0.isWhitespace }.lowercased()
  switch word {
  case "none", "transparent": return nil
  case "inherit": return inherited
  case "currentcolor": return .black
  default: break
  }
  if let named = namedColors[word] { return Color(named) }
  if word.hasPrefix("#") {
    var digits = word.dropFirst()
    if digits.count == 3 { digits = Substring(digits.map { "\($0)\($0)" }.joined()) }
    if digits.count == 6, let number = UInt32(digits, radix: 16) { return Color(number) }
  }
  if word.hasPrefix("rgb("), word.hasSuffix(")") {
    let channels = word.dropFirst(4).dropLast().split(separator: ",").compactMap { part -> UInt32? in
      if part.hasSuffix("%") {
        return Double(part.dropLast()).map { UInt32(max(0, min(255, $0 * 2.55)).rounded()) }
      }
      return Double(part).map { UInt32(max(0, min(255, $0)).rounded()) }
    }
    if channels.count == 3 { return Color(channels[0] << 16 | channels[1] << 8 | channels[2]) }
  }
  throw SVGProblem(what: text)
}

/// The colours of HTML 4.01, and those that drawing programs write besides.
private let namedColors: [String: UInt32] = [
  "black": 0x000000, "silver": 0xC0C0C0, "gray": 0x808080, "grey": 0x808080, "white": 0xFFFFFF,
  "maroon": 0x800000,
  "red": 0xFF0000, "purple": 0x800080, "fuchsia": 0xFF00FF, "green": 0x008000, "lime": 0x00FF00,
  "olive": 0x808000, "yellow": 0xFFFF00, "navy": 0x000080, "blue": 0x0000FF, "teal": 0x008080,
  "aqua": 0x00FFFF,
  "orange": 0xFFA500, "darkgray": 0xA9A9A9, "lightgray": 0xD3D3D3, "dimgray": 0x696969,
]

/// A length in user units; of the absolute units, CSS pixels.
func svgLength(_ text: String) -> Double? {
  let units: [(String, Double)] = [
    ("px", 1), ("pt", 96.0 / 72), ("mm", 96 / 25.4), ("cm", 96 / 2.54), ("in", 96), ("pc", 16),
  ]
  let bare = text.filter { !$0.isWhitespace }
  for (unit, factor) in units where bare.hasSuffix(unit) {
    return Double(bare.dropLast(2)).map { $0 * factor }
  }
  return Double(bare)
}

private func svgFraction(_ text: String) -> Double? {
  let bare = text.filter { !$0.isWhitespace }
  return bare.hasSuffix("%") ? Double(bare.dropLast()).map { $0 / 100 } : Double(bare)
}

/// The declarations of `style="…"`, or of a rule of a style sheet.
func svgDeclarations(_ text: String) -> [(property: String, value: String)] {
  text.split(separator: ";").compactMap { declaration in
    let parts = declaration.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    return (trimmed(parts[0]).lowercased(), trimmed(parts[1]))
  }
}

/// The rules of a style sheet that are for classes, as drawing programs write them: `.a, .b { fill: red }`.
func svgClasses(_ sheet: String) -> [String: [(property: String, value: String)]] {
  var classes: [String: [(property: String, value: String)]] = [:]
  for rule in sheet.split(separator: "}") {
    let parts = rule.split(separator: "{", maxSplits: 1)
    guard parts.count == 2 else { continue }
    for selector in parts[0].split(separator: ",") {
      let name = trimmed(selector)
      guard name.hasPrefix(".") else { continue }
      classes[String(name.dropFirst()), default: []] += svgDeclarations(String(parts[1]))
    }
  }
  return classes
}

private func trimmed(_ text: Substring) -> String {
  String(String(text.drop { $0.isWhitespace }.reversed()).drop { $0.isWhitespace }.reversed())
}
