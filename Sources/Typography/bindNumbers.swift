/// What stays on one line with a number.
extension TypographicPass {
  /// No-break spaces inside numbers, between numbers and units, and after words such as “n°”.
  mutating func bindNumbers() {
    for index in items.indices where isSpace(items[index].scalar) {
      guard let before = scalar(index - 1), let after = scalar(index + 1) else { continue }
      let last = wordEnding(at: index)
      let next = wordStarting(at: index + 1)
      let (lastRoles, nextRoles) = (roles(of: last), roles(of: next))
      if let bound = boundSpace(at: index, (before, lastRoles), (after, nextRoles)) {
        items[index].scalar = bound
      }
      if isLetter(after), isOrdinal(last) { items[index].scalar = noBreakSpace }
      if isInsideDate((last, lastRoles), (next, nextRoles)) { items[index].scalar = noBreakSpace }
    }
  }

  /// The no-break space between a sign with its word and the next ones, if there must be one.
  private func boundSpace(
    at index: Int, _ before: (sign: Unicode.Scalar, roles: BindingWords.Roles),
    _ after: (sign: Unicode.Scalar, roles: BindingWords.Roles)
  ) -> Unicode.Scalar? {
    if isDigit(before.sign) {
      if after.roles.contains(.range), isRange(at: index) { return noBreakSpace }
      if profile.groupsDigits, isThousandsGap(at: index) { return narrowNoBreakSpace }
      let isUnit = profile.unitSymbols.contains(after.sign) || after.roles.contains(.unit)
      return isUnit ? noBreakSpace : nil
    }
    if before.roles.contains(.any) { return noBreakSpace }
    guard isDigit(after.sign) else { return nil }
    let isBound =
      before.roles.contains(.range) && isDigitBefore(wordEndingAt: index)
      || "≥≤≈±<>=~".unicodeScalars.contains(before.sign) || before.roles.contains(.numbered)
    return isBound ? noBreakSpace : nil
  }

  /// Whether a word is a number with the ending of an ordinal, which stays with what it counts: “3e trimestre”.
  private func isOrdinal(_ word: Range<Int>) -> Bool {
    guard let first = word.first.map({ items[$0].scalar }) else { return false }
    if isDigit(first) {
      return profile.ordinalEndings.contains(text(of: word.drop { isDigit(items[$0].scalar) }))
    }
    let numerals = "IVX".unicodeScalars
    guard numerals.contains(first) else { return false }
    return profile.romanEndings.contains(text(of: word.drop { numerals.contains(items[$0].scalar) }))
  }

  /// Whether the space between two words stands between a day and its month, or a month and its year.
  private func isInsideDate(
    _ last: (word: Range<Int>, roles: BindingWords.Roles),
    _ next: (word: Range<Int>, roles: BindingWords.Roles)
  ) -> Bool {
    let day = last.word
    if next.roles.contains(.month) {
      let isNumber = day.allSatisfy { isDigit(items[$0].scalar) }
      return (1...2).contains(day.count) && isNumber || day.count == 3 && text(of: day) == "1er"
    }
    guard last.roles.contains(.month) else { return false }
    let year = items[next.word.lowerBound...].prefix { isDigit($0.scalar) }.count
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
    let end = wordStarting(at: space + 1).upperBound
    guard let gap = scalar(end), isSpace(gap), let next = scalar(end + 1) else { return false }
    return isDigit(next)
  }

  private func isDigitBefore(wordEndingAt end: Int) -> Bool {
    let start = wordEnding(at: end).lowerBound
    guard let gap = scalar(start - 1), isSpace(gap), let digit = scalar(start - 2) else { return false }
    return isDigit(digit)
  }
}
