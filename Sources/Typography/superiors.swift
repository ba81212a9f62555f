/// Finds the letters of a text that are set small and raised: “1er”, “XIXe”, “Mme”.
///
/// - Parameter utf8: the text.
/// - Returns: ranges of bytes, in order.
package func superiors(in utf8: [UInt8], _ profile: TypographicProfile) -> [Range<Int>] {
  var found: [Range<Int>] = []
  var start = 0
  while start < utf8.count {
    let end = endOfWord(in: utf8, from: start)
    if end > start {
      if let raised = raisedLetters(in: utf8[start..<end], profile), !isInAddress(utf8, start, end) {
        found.append(raised)
      }
      start = end
    } else {
      start += widthOfSign(in: utf8, at: start)
    }
  }
  return found
}

/// Whether a text may have letters to raise: a figure, or a capital that starts a title, before a small letter.
///
/// Most cells of a table have none, and are spared the search.
package func mayHaveSuperiors(in utf8: [UInt8]) -> Bool {
  zip(utf8, utf8.dropFirst()).contains { sign, next in
    switch sign {
    // What follows is a letter of ASCII, or è or é.
    case 0x30...0x39, 0x49, 0x4D, 0x56, 0x58: (0x61...0x7A).contains(next) || next == 0xC3
    default: false
    }
  }
}

/// No word with raised letters is longer.
private let longestWord = 12

private func raisedLetters(in word: ArraySlice<UInt8>, _ profile: TypographicProfile) -> Range<Int>? {
  guard word.count <= longestWord, word.count >= 2, let first = word.first else { return nil }
  let numerals: (UInt8) -> Bool
  let endings: Set<String>
  switch first {
  case 0x30...0x39: (numerals, endings) = ({ (0x30...0x39).contains($0) }, profile.ordinalEndings)
  // I, V and X, which are enough for centuries, districts and republics.
  case 0x49, 0x56, 0x58: (numerals, endings) = ({ [0x49, 0x56, 0x58].contains($0) }, profile.romanEndings)
  case 0x4D:
    let isTitle = profile.raisedTitles.contains(String(decoding: word, as: UTF8.self))
    return isTitle ? word.startIndex + 1..<word.endIndex : nil
  default: return nil
  }
  let rest = word.drop(while: numerals)
  guard !rest.isEmpty, endings.contains(String(decoding: rest, as: UTF8.self)) else { return nil }
  return rest.startIndex..<rest.endIndex
}

/// Whether what stands around a word, up to the next spaces, is an address or a path and no text.
private func isInAddress(_ utf8: [UInt8], _ start: Int, _ end: Int) -> Bool {
  let signs = Array("/@_=#\\".utf8)
  var before = start
  while before > 0, utf8[before - 1] > 0x20, start - before < 200 {
    before -= 1
    if signs.contains(utf8[before]) { return true }
  }
  var after = end
  while after < utf8.count, utf8[after] > 0x20, after - end < 200 {
    if signs.contains(utf8[after]) { return true }
    after += 1
  }
  return false
}

/// Where the letters and digits that start at a place end.
private func endOfWord(in utf8: [UInt8], from start: Int) -> Int {
  var end = start
  while end < utf8.count {
    switch utf8[end] {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: end += 1
    // Signs and spaces of Latin-1 and of general punctuation; other characters of several bytes are letters.
    case 0xC2: return end
    case 0xE2 where end + 1 < utf8.count && utf8[end + 1] <= 0x81: return end
    case 0xF0...: end += 4
    case 0xE0...: end += 3
    case 0xC3...: end += 2
    default: return end
    }
  }
  return min(end, utf8.count)
}

private func widthOfSign(in utf8: [UInt8], at index: Int) -> Int {
  switch utf8[index] {
  case 0xF0...: 4
  case 0xE0...: 3
  case 0xC0...: 2
  default: 1
  }
}
