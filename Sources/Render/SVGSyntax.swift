import DrawList

/// A length as SVG has it: at most two decimals, without exponent.
func svg(_ length: Points) -> String {
  var text = SVGText()
  text.add(length)
  return String(decoding: text.bytes, as: UTF8.self)
}

/// A text for an element or a quoted attribute.
func xml(_ text: String) -> String {
  var escaped: [UInt8] = []
  for scalar in text.unicodeScalars { appendXML(scalar, to: &escaped) }
  return String(decoding: escaped, as: UTF8.self)
}

/// Appends a character, or what stands for it; those that XML forbids are left out: XML 1.0, 2.2.
func appendXML(_ scalar: Unicode.Scalar, to text: inout [UInt8]) {
  switch scalar {
  case "&": text += "&amp;".utf8
  case "<": text += "&lt;".utf8
  case ">": text += "&gt;".utf8
  case "\"": text += "&quot;".utf8
  // Readers would turn these into spaces in an attribute.
  case "\t", "\n", "\r": text += "&#\(scalar.value);".utf8
  case "\u{20}"..."\u{7F}": text.append(UInt8(truncatingIfNeeded: scalar.value))
  case "\u{80}"..."\u{D7FF}", "\u{E000}"..."\u{FFFD}", "\u{10000}"..."\u{10FFFF}":
    text += UTF8.bytes(of: scalar)
  default: break
  }
}

extension UTF8 {
  fileprivate static func bytes(of scalar: Unicode.Scalar) -> some Collection<UInt8> {
    guard let bytes = encode(scalar) else { preconditionFailure("each scalar has a form in UTF-8") }
    return bytes
  }
}
