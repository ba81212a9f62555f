/// How much of a sign at a line's end stands in the margin, as a fraction of its width.
///
/// Signs with little ink near the edge make a straight edge look ragged. The more white a sign has, the more of it
/// hangs; letters that recede hang a little. The widest, a hyphen of a third of an em, goes 0.2 em out.
///
/// - **Source**: the idea is Gutenberg's and Hàn Thế Thành's (*Micro-typographic Extensions to the TeX
///   Typesetting System*, 2000); the values were chosen by eye for Lato.
package enum MarginHang {
  static let right: [Unicode.Scalar: Double] = [
    ".": 0.6, ",": 0.6, "-": 0.6, "\u{2010}": 0.6, "’": 0.6, "'": 0.6, "·": 0.4, ";": 0.3, ":": 0.3, "…": 0.2,
    "»": 0.3, "”": 0.4, "\"": 0.4, "–": 0.25, "—": 0.2, ")": 0.12, "!": 0.12, "?": 0.12, "/": 0.1, "r": 0.06,
    "v": 0.04, "y": 0.04, "w": 0.03, "T": 0.06, "V": 0.05, "Y": 0.05,
  ]

  static let left: [Unicode.Scalar: Double] = [
    "«": 0.3, "“": 0.4, "\"": 0.4, "‘": 0.6, "’": 0.6, "'": 0.6, "(": 0.12, "[": 0.08, "-": 0.5, "–": 0.25,
    "—": 0.2, "A": 0.05, "T": 0.06, "V": 0.05, "W": 0.04, "Y": 0.05, "v": 0.04, "y": 0.04, "w": 0.03,
    "J": 0.05,
  ]

  /// The most that a line goes out of its column on either side, in ems.
  package static let most = 0.25
}
