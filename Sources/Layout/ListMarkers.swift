import Indicators

/// What stands before the items of a list: their numbers, bullets, or signs that all of them begin with.
struct ListMarkers {
  struct Marker {
    let text: String
    /// What a listener hears in its place, of a sign.
    let word: String?
  }

  let markers: [Marker]
  /// The items without what has become their marker.
  let items: [[PublishedText]]

  /// - Parameter start: the first number of a numbered list.
  init(of items: [[PublishedText]], start: Int?) {
    if let start {
      markers = items.indices.map { Marker(text: "\(start + $0).", word: nil) }
      self.items = items
      return
    }
    let parted = items.map(Self.partSign)
    let signs = parted.compactMap { $0?.sign }
    guard signs.count == items.count else {
      markers = items.map { _ in Marker(text: "•", word: nil) }
      self.items = items
      return
    }
    markers = signs
    self.items = parted.map { $0?.rest ?? [] }
  }

  /// The sign that an item begins with, and the item after it.
  private static func partSign(of item: [PublishedText]) -> (sign: Marker, rest: [PublishedText])? {
    guard case .paragraph(let text)? = item.first, let first = text.pieces.first, text.pieces.count > 1,
      case .icon(let word)? = first.role
    else { return nil }
    var pieces = Array(text.pieces.dropFirst())
    pieces[0].text = String(pieces[0].text.drop { $0 == "\u{A0}" || $0 == " " })
    return (Marker(text: first.text, word: word), [.paragraph(RichText(pieces: pieces))] + item.dropFirst())
  }
}
