/// Apostrophes, quotation marks, dots, spaces and ranges, each made one sign of the right kind.
extension TypographicPass {
  /// A straight apostrophe after a letter is a typographic one.
  mutating func curlApostrophes() {
    for index in items.indices.dropFirst()
    where items[index].scalar == "'" && isLetter(items[index - 1].scalar) {
      items[index].scalar = "’"
    }
  }

  /// Straight quotation marks are those of the language, where each that opens has one that closes; where some do
  /// not, as in `5" × 7"`, all stay as typed.
  mutating func curlQuotes() {
    let quotes = items.indices.filter { items[$0].scalar == "\"" }
    let isSound = quotes.enumerated().allSatisfy { place, index in
      place % 2 == 0 ? startsQuotation(at: index) : endsQuotation(at: index)
    }
    guard quotes.count % 2 == 0, isSound else { return }
    for (place, index) in quotes.enumerated() {
      items[index].scalar = place % 2 == 0 ? profile.openingQuote : profile.closingQuote
    }
  }

  private func startsQuotation(at index: Int) -> Bool {
    scalar(index - 1).map { isSpace($0) || "\n([’«“—–/\u{FFFC}".unicodeScalars.contains($0) } ?? true
  }

  private func endsQuotation(at index: Int) -> Bool {
    scalar(index + 1).map { !isLetter($0) && !isDigit($0) } ?? true
  }

  /// Three dots are one sign, and two are one: a sentence that ends on “n.d.” has its full stop already.
  mutating func joinDots() {
    guard zip(items, items.dropFirst()).contains(where: { $0.scalar == "." && $1.scalar == "." }) else {
      return
    }
    var result: [Item] = []
    result.reserveCapacity(items.count)
    var index = 0
    while index < items.count {
      let dots = items[index...].prefix { $0.scalar == "." }.count
      switch dots {
      case 2: result.append(items[index])
      case 3: result.append(Item(scalar: "…", piece: items[index].piece))
      default: result += items[index..<index + max(1, dots)]
      }
      index += max(1, dots)
    }
    items = result
  }

  /// Spaces that stand together are one: the least breakable of them.
  mutating func joinSpaces() {
    guard zip(items, items.dropFirst()).contains(where: { isSpace($0.scalar) && isSpace($1.scalar) }) else {
      return
    }
    var result: [Item] = []
    result.reserveCapacity(items.count)
    for item in items {
      if isSpace(item.scalar), let last = result.last, isSpace(last.scalar) {
        if last.scalar == space { result[result.count - 1].scalar = item.scalar }
      } else {
        result.append(item)
      }
    }
    items = result
  }

  /// “18-24” and “25- 39” are ranges, with an en dash; codes, dates and sums are not.
  mutating func joinRanges() {
    var index = 1
    while index < items.count {
      if items[index].scalar == "-", let gap = gapOfRange(at: index) {
        items[index].scalar = "–"
        items.removeSubrange(index + 1..<index + 1 + gap)
      }
      index += 1
    }
  }

  /// How many spaces follow the hyphen of a range of numbers, `nil` where it is none.
  private func gapOfRange(at hyphen: Int) -> Int? {
    let first = items[..<hyphen].reversed().prefix { isDigit($0.scalar) }.map(\.scalar)
    let gap = scalar(hyphen + 1).map(isSpace) ?? false ? 1 : 0
    let second = items[(hyphen + 1 + gap)...].prefix { isDigit($0.scalar) }.map(\.scalar)
    guard let low = number(first.reversed()), let high = number(second), low < high,
      (0...1).contains(second.count - first.count)
    else { return nil }
    guard startsWord(at: hyphen - first.count), endsNumber(at: hyphen + 1 + gap + second.count) else {
      return nil
    }
    let start = hyphen - first.count
    return start > 0 && roles(ofWordEndingAt: start - 1).contains(.code) ? nil : gap
  }

  /// A number of at most four digits that does not start with a zero, as codes do.
  private func number(_ digits: [Unicode.Scalar]) -> Int? {
    guard (1...4).contains(digits.count), digits.first != "0" else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1.value - 0x30) }
  }

  private func startsWord(at index: Int) -> Bool {
    scalar(index - 1).map { isSpace($0) || $0 == "(" || $0 == "[" || $0 == "\n" || $0 == "«" } ?? true
  }

  /// Whether no decimals, further parts or letters follow a number.
  private func endsNumber(at index: Int) -> Bool {
    guard let next = scalar(index) else { return true }
    if isLetter(next) || "-/_°@–".unicodeScalars.contains(next) { return false }
    return !((next == "." || next == ",") && (scalar(index + 1).map(isDigit) ?? false))
  }
}
