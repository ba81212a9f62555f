import DrawList

/// What each font is called in SVG: its family, then the generic one that its name tells.
package final class FontFamilies {
  private var attributes: [String: [UInt8]] = [:]
  private var last: (family: String, attribute: [UInt8])?

  package init() {}

  func attribute(for font: FontReference) -> [UInt8] {
    if let last, last.family == font.family { return last.attribute }
    let attribute = attributes[font.family] ?? Array(" font-family=\"\(xml(families(for: font)))\"".utf8)
    attributes[font.family] = attribute
    last = (font.family, attribute)
    return attribute
  }

  private func families(for font: FontReference) -> String {
    let name = font.family.lowercased()
    let isSerif = name.contains("serif") && !name.contains("sans")
    let generic = name.contains("mono") ? "monospace" : isSerif ? "serif" : "sans-serif"
    let escaped = font.family.flatMap { sign in sign == "'" || sign == "\\" ? ["\\", sign] : [sign] }
    return "'\(String(escaped))', \(generic)"
  }
}
