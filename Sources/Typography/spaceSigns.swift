/// Spaces around signs.
extension TypographicPass {
  /// Spaces before `; : ! ? » %` and after `«`.
  mutating func spaceSigns() {
    var result: [Item] = []
    result.reserveCapacity(items.count)
    for (index, item) in items.enumerated() {
      if isLetter(item.scalar) || isDigit(item.scalar) {
        result.append(item)
        continue
      }
      if let wanted = spaceWanted(before: index, after: result.last?.scalar, following: result) {
        var piece = item.piece
        while let last = result.last, isSpace(last.scalar) {
          piece = last.piece
          result.removeLast()
        }
        result.append(Item(scalar: wanted, piece: piece))
      } else if isSpace(item.scalar), followsOpeningSign(result) {
        continue
      } else if mayBeSign(item.scalar), profile.noSpaceBefore.contains(item.scalar), endsWord(at: index),
        result.contains(where: { !isSpace($0.scalar) })
      {
        while let last = result.last, isSpace(last.scalar) { result.removeLast() }
      }
      result.append(item)
      if mayBeSign(item.scalar), let wanted = profile.spaceWanted(after: item.scalar), index + 1 < items.count
      {
        result.append(Item(scalar: wanted, piece: item.piece))
      } else if isNumberSign(at: index) {
        result.append(Item(scalar: noBreakSpace, piece: item.piece))
      }
    }
    items = result
  }

  /// Whether the space that an opening sign takes has been written.
  private func followsOpeningSign(_ written: [Item]) -> Bool {
    guard written.count >= 2, mayBeSign(written[written.count - 2].scalar) else { return false }
    return profile.spaceWanted(after: written[written.count - 2].scalar) == written[written.count - 1].scalar
  }

  /// Whether a degree sign ends “n°” and a digit stands against it.
  private func isNumberSign(at index: Int) -> Bool {
    guard items[index].scalar == "°", let letter = scalar(index - 1), letter == "n" || letter == "N",
      scalar(index + 1).map(isDigit) ?? false, profile.words.roles(of: "n°".unicodeScalars).contains(.any)
    else { return false }
    return scalar(index - 2).map { !isLetter($0) && !isDigit($0) } ?? true
  }

  /// The space that must stand before a sign, if one must.
  private func spaceWanted(
    before index: Int, after previous: Unicode.Scalar?, following written: [Item]
  ) -> Unicode.Scalar? {
    let sign = items[index].scalar
    guard mayBeSign(sign), let previous, let word = written.last(where: { !isSpace($0.scalar) })?.scalar
    else { return nil }
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
      !isLetter($0) && !isDigit($0) && !"/\\=&#_-+@".unicodeScalars.contains($0)
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
}
