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
  pass.joinDots()
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
      } else if isSpace(item.scalar), let last = result.last, last.scalar == narrowNoBreakSpace,
        result.count >= 2, profile.narrowSpaceAfter.contains(result[result.count - 2].scalar)
      {
        continue
      }
      result.append(item)
      if profile.narrowSpaceAfter.contains(item.scalar), index + 1 < items.count {
        result.append(Item(scalar: narrowNoBreakSpace, piece: item.piece))
      }
    }
    items = result
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
    scalar != "»" && profile.narrowSpaceBefore.contains(scalar) || profile.spaceBefore.contains(scalar)
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
      } else if profile.words.contains(word(endingAt: index)) {
        items[index].scalar = noBreakSpace
      }
    }
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
      !isSpace($0.scalar) && $0.scalar != "\n" && $0.scalar != "("
    }
    return String(String.UnicodeScalarView(scalars.map(\.scalar).reversed()))
  }
}

private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
  scalar == space || scalar == noBreakSpace || scalar == narrowNoBreakSpace || scalar == "\u{2009}"
}

private func isPercent(_ scalar: Unicode.Scalar) -> Bool { scalar == "%" || scalar == "‰" }

private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
