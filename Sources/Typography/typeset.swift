/// Puts the right spaces and signs into a text, whatever was typed: none are doubled, none missing.
///
/// - Parameter text: what an author wrote, or the engine made; doing it twice changes nothing.
package func typeset(_ text: String, _ profile: TypographicProfile) -> String {
  typeset([text], profile).joined()
}

/// The same for a sentence that stands in several pieces (words in bold, links).
///
/// - Returns: as many pieces as were given, since what styles them stays.
package func typeset(_ pieces: [String], _ profile: TypographicProfile) -> [String] {
  var pass = TypographicPass(pieces: pieces, profile: profile)
  pass.curlApostrophes()
  pass.curlQuotes()
  pass.joinDots()
  pass.joinSpaces()
  pass.joinRanges()
  pass.spaceSigns()
  pass.bindNumbers()
  return pass.pieces
}

private let space: Unicode.Scalar = " "
private let noBreakSpace: Unicode.Scalar = "\u{A0}"
private let narrowNoBreakSpace: Unicode.Scalar = "\u{202F}"

/// One text on its way through the rules; each scalar remembers its piece.
private struct TypographicPass {
  private struct Item {
    var scalar: Unicode.Scalar
    let piece: Int
  }

  private var items: [Item]
  private let pieceCount: Int
  private let profile: TypographicProfile

  init(pieces: [String], profile: TypographicProfile) {
    self.profile = profile
    pieceCount = pieces.count
    items = pieces.enumerated().flatMap { number, piece in
      piece.unicodeScalars.map { Item(scalar: $0, piece: number) }
    }
  }

  var pieces: [String] {
    var views = [String.UnicodeScalarView](repeating: String.UnicodeScalarView(), count: pieceCount)
    for item in items { views[item.piece].append(item.scalar) }
    return views.map { String($0) }
  }

  private func scalar(_ index: Int) -> Unicode.Scalar? {
    items.indices.contains(index) ? items[index].scalar : nil
  }

  /// A straight apostrophe after a letter is a typographic one.
  mutating func curlApostrophes() {
    for index in items.indices.dropFirst()
    where items[index].scalar == "'" && items[index - 1].scalar.properties.isAlphabetic {
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
    scalar(index + 1).map { !$0.properties.isAlphabetic && !isDigit($0) } ?? true
  }

  /// Three dots are one sign, and two are one: a sentence that ends on “n.d.” has its full stop already.
  mutating func joinDots() {
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
    return start > 0 && profile.codeWords.contains(word(endingAt: start - 1)) ? nil : gap
  }

  /// A number of at most four digits that does not start with a zero, as codes do.
  private func number(_ digits: [Unicode.Scalar]) -> Int? {
    guard (1...4).contains(digits.count), digits.first != "0" else { return nil }
    return Int(String(String.UnicodeScalarView(digits)))
  }

  private func startsWord(at index: Int) -> Bool {
    scalar(index - 1).map { isSpace($0) || $0 == "(" || $0 == "[" || $0 == "\n" || $0 == "«" } ?? true
  }

  /// Whether no decimals, further parts or letters follow a number.
  private func endsNumber(at index: Int) -> Bool {
    guard let next = scalar(index) else { return true }
    if next.properties.isAlphabetic || "-/_°@–".unicodeScalars.contains(next) { return false }
    return !((next == "." || next == ",") && (scalar(index + 1).map(isDigit) ?? false))
  }

  /// Spaces before `; : ! ? » %` and after `«`.
  mutating func spaceSigns() {
    var result: [Item] = []
    result.reserveCapacity(items.count)
    for (index, item) in items.enumerated() {
      if let wanted = spaceWanted(before: index, after: result.last?.scalar, following: result) {
        var piece = item.piece
        while let last = result.last, isSpace(last.scalar) {
          piece = last.piece
          result.removeLast()
        }
        result.append(Item(scalar: wanted, piece: piece))
      } else if isSpace(item.scalar), followsOpeningSign(result) {
        continue
      } else if profile.noSpaceBefore.contains(item.scalar), endsWord(at: index),
        result.contains(where: { !isSpace($0.scalar) })
      {
        while let last = result.last, isSpace(last.scalar) { result.removeLast() }
      }
      result.append(item)
      if let wanted = profile.spaceAfter[item.scalar], index + 1 < items.count {
        result.append(Item(scalar: wanted, piece: item.piece))
      } else if isNumberSign(at: index) {
        result.append(Item(scalar: noBreakSpace, piece: item.piece))
      }
    }
    items = result
  }

  /// Whether the space that an opening sign takes has been written.
  private func followsOpeningSign(_ written: [Item]) -> Bool {
    guard written.count >= 2 else { return false }
    return profile.spaceAfter[written[written.count - 2].scalar] == written[written.count - 1].scalar
  }

  /// Whether a degree sign ends “n°” and a digit stands against it.
  private func isNumberSign(at index: Int) -> Bool {
    guard items[index].scalar == "°", let letter = scalar(index - 1), letter == "n" || letter == "N",
      scalar(index + 1).map(isDigit) ?? false, profile.words.contains("n°")
    else { return false }
    return scalar(index - 2).map { !$0.properties.isAlphabetic && !isDigit($0) } ?? true
  }

  /// The space that must stand before a sign, if one must.
  private func spaceWanted(
    before index: Int, after previous: Unicode.Scalar?, following written: [Item]
  ) -> Unicode.Scalar? {
    let sign = items[index].scalar
    guard let previous, let word = written.last(where: { !isSpace($0.scalar) })?.scalar else { return nil }
    if isPercent(sign) {
      guard profile.unitSymbols.contains(sign), isDigit(word) else { return nil }
      return isSpace(previous) || endsWord(at: index) ? noBreakSpace : nil
    }
    let wanted: Unicode.Scalar
    if profile.narrowSpaceBefore.contains(sign) {
      wanted = narrowNoBreakSpace
    } else if profile.spaceBefore.contains(sign) {
      wanted = noBreakSpace
    } else {
      return nil
    }
    if isSpace(previous) { return wanted }
    // Typed against the word: the sign ends it (“Vrai?”), or is inside it (“12:30”, “page?id=3”).
    return (sign == "»" || endsWord(at: index)) && !isPunctuationStack(previous, sign) ? wanted : nil
  }

  /// Whether a sign, with those that follow it, is the end of a word rather than a part of one.
  private func endsWord(at index: Int) -> Bool {
    let next = items[index...].first { !isSign($0.scalar) }?.scalar
    return next.map {
      !$0.properties.isAlphabetic && !isDigit($0) && !"/\\=&#_-+@".unicodeScalars.contains($0)
    }
      ?? true
  }

  private func isSign(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "»"
      && (profile.narrowSpaceBefore.contains(scalar) || profile.spaceBefore.contains(scalar)
        || profile.noSpaceBefore.contains(scalar))
      || isPercent(scalar)
  }

  /// Whether two signs make one, as `?!` and `!!`.
  private func isPunctuationStack(_ previous: Unicode.Scalar, _ sign: Unicode.Scalar) -> Bool {
    ["!", "?", "("].contains(previous) && sign != "»"
  }

  /// No-break spaces inside numbers, between numbers and units, and after words such as “n°”.
  mutating func bindNumbers() {
    for index in items.indices where isSpace(items[index].scalar) {
      guard let before = scalar(index - 1), let after = scalar(index + 1) else { continue }
      if isDigit(before) {
        if profile.groupsDigits, isThousandsGap(at: index) {
          items[index].scalar = narrowNoBreakSpace
        } else if profile.unitSymbols.contains(after) || profile.unitWords.contains(word(from: index + 1)) {
          items[index].scalar = noBreakSpace
        }
        if profile.rangeWords.contains(word(from: index + 1)), isRange(at: index) {
          items[index].scalar = noBreakSpace
        }
      } else if isDigit(after), profile.rangeWords.contains(word(endingAt: index)),
        isDigitBefore(wordEndingAt: index)
      {
        items[index].scalar = noBreakSpace
      } else if isDigit(after), "≥≤≈±<>=~".unicodeScalars.contains(before) {
        items[index].scalar = noBreakSpace
      } else if profile.words.contains(word(endingAt: index)) {
        items[index].scalar = noBreakSpace
      } else if isDigit(after), profile.numberedWords.contains(word(endingAt: index)) {
        items[index].scalar = noBreakSpace
      }
      if after.properties.isAlphabetic, isOrdinal(word(endingAt: index)) {
        items[index].scalar = noBreakSpace
      }
      if isInsideDate(at: index) { items[index].scalar = noBreakSpace }
    }
  }

  /// Whether a word is a number with the ending of an ordinal, which stays with what it counts: “3e trimestre”.
  private func isOrdinal(_ word: String) -> Bool {
    let digits = word.unicodeScalars.prefix(while: isDigit).count
    if digits > 0 { return profile.ordinalEndings.contains(String(word.unicodeScalars.dropFirst(digits))) }
    let numerals = word.prefix { "IVX".contains($0) }.count
    return numerals > 0 && profile.romanEndings.contains(String(word.dropFirst(numerals)))
  }

  /// Whether a space stands between a day and its month, or a month and its year.
  private func isInsideDate(at index: Int) -> Bool {
    if profile.months.contains(word(from: index + 1)) {
      let day = word(endingAt: index)
      return day == "1er"
        || (1...2).contains(day.unicodeScalars.count) && day.unicodeScalars.allSatisfy(isDigit)
    }
    guard profile.months.contains(word(endingAt: index)) else { return false }
    let year = items[(index + 1)...].prefix { isDigit($0.scalar) }.count
    return year == 4 || year == 1 || year == 2
  }

  /// Whether a space parts groups of a number: one to three digits before it, three and no more after.
  private func isThousandsGap(at index: Int) -> Bool {
    let before = items[..<index].reversed().prefix { isDigit($0.scalar) }.count
    let after = items[(index + 1)...].prefix { isDigit($0.scalar) }.count
    return (1...3).contains(before) && after == 3
  }

  /// Whether a word and a digit follow: the start of “18 à 59”.
  private func isRange(at space: Int) -> Bool {
    let end = space + 1 + word(from: space + 1).unicodeScalars.count
    guard let gap = scalar(end), isSpace(gap), let next = scalar(end + 1) else { return false }
    return isDigit(next)
  }

  private func isDigitBefore(wordEndingAt end: Int) -> Bool {
    let start = end - word(endingAt: end).unicodeScalars.count
    guard let gap = scalar(start - 1), isSpace(gap), let digit = scalar(start - 2) else { return false }
    return isDigit(digit)
  }

  private func word(from start: Int) -> String {
    let scalars = items[start...].prefix { $0.scalar.properties.isAlphabetic }.map(\.scalar)
    return String(String.UnicodeScalarView(scalars))
  }

  private func word(endingAt end: Int) -> String {
    let scalars = items[..<end].reversed().prefix {
      !isSpace($0.scalar) && !["\n", "(", "’"].contains($0.scalar)
    }
    return String(String.UnicodeScalarView(scalars.map(\.scalar).reversed()))
  }
}

private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
  scalar == space || scalar == noBreakSpace || scalar == narrowNoBreakSpace || scalar == "\u{2009}"
}

private func isPercent(_ scalar: Unicode.Scalar) -> Bool { scalar == "%" || scalar == "‰" }

private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
