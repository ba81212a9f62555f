import DrawList

/// A length with at most two decimals, without exponent, whatever the locale.
func svg(_ length: Points) -> String {
  precondition(length.magnitude < 1e9, "lengths on a page are finite and short")
  let rounded = (length * 100).rounded() / 100
  return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
}

/// A text for an element or a quoted attribute, without the characters that XML forbids: XML 1.0, 2.2.
func xml(_ text: String) -> String {
  var escaped = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
    case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
    case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
    case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
    // Readers would turn these into spaces in an attribute.
    case "\t", "\n", "\r": escaped.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
    case "\u{20}"..."\u{D7FF}", "\u{E000}"..."\u{FFFD}", "\u{10000}"..."\u{10FFFF}": escaped.append(scalar)
    default: break
    }
  }
  return String(escaped)
}
