let space: Unicode.Scalar = " "
let noBreakSpace: Unicode.Scalar = "\u{A0}"
let narrowNoBreakSpace: Unicode.Scalar = "\u{202F}"

/// One text on its way through the rules; each scalar remembers its piece.
struct TypographicPass {
  struct Item {
    var scalar: Unicode.Scalar
    let piece: Int
  }

  var items: [Item]
  let pieceCount: Int
  let profile: TypographicProfile

  init(pieces: [String], profile: TypographicProfile) {
    self.profile = profile
    pieceCount = pieces.count
    items = []
    items.reserveCapacity(pieces.reduce(0) { $0 + $1.utf8.count })
    for (number, piece) in pieces.enumerated() {
      for scalar in piece.unicodeScalars { items.append(Item(scalar: scalar, piece: number)) }
    }
  }

  var pieces: [String] {
    var texts = [[UInt8]](repeating: [], count: pieceCount)
    if pieceCount == 1 { texts[0].reserveCapacity(items.count + items.count / 4) }
    for item in items { append(item.scalar, to: &texts[item.piece]) }
    return texts.map { String(decoding: $0, as: UTF8.self) }
  }

  func scalar(_ index: Int) -> Unicode.Scalar? {
    items.indices.contains(index) ? items[index].scalar : nil
  }

  // MARK: Words

  /// The letters from a place on.
  func wordStarting(at start: Int) -> Range<Int> {
    var end = start
    while end < items.count, isLetter(items[end].scalar) { end += 1 }
    return start..<end
  }

  /// What stands before a place, back to a space.
  func wordEnding(at end: Int) -> Range<Int> {
    var start = end
    while start > 0, !isSpace(items[start - 1].scalar), !isWordStart(items[start - 1].scalar) { start -= 1 }
    return start..<end
  }

  private func isWordStart(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "(" || scalar == "’"
  }

  func roles(ofWordEndingAt end: Int) -> BindingWords.Roles { roles(of: wordEnding(at: end)) }

  func roles(of word: Range<Int>) -> BindingWords.Roles {
    profile.words.roles(of: items[word].lazy.map { $0.scalar })
  }

  func text(of word: Range<Int>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(word.count * 2)
    for index in word { append(items[index].scalar, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

private func append(_ scalar: Unicode.Scalar, to text: inout [UInt8]) {
  if scalar.isASCII {
    text.append(UInt8(truncatingIfNeeded: scalar.value))
  } else {
    text += UTF8.encode(scalar).unsafelyUnwrapped
  }
}

/// Letters of Europe, and signs of its texts, are told without a look into Unicode's tables.
func isLetter(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x41...0x5A, 0x61...0x7A: true
  case 0..<0xAA: false
  case 0xC0...0x24F: scalar != "×" && scalar != "÷"
  // Dashes, quotes and spaces; currencies.
  case 0x2000...0x206F, 0x20A0...0x20CF: false
  default: scalar.properties.isAlphabetic
  }
}

func isSpace(_ scalar: Unicode.Scalar) -> Bool {
  scalar == space || scalar == noBreakSpace || scalar == narrowNoBreakSpace || scalar == "\u{2009}"
}

/// Whether a scalar is neither a letter, a digit nor a space: most are, and rules are for the others.
func mayBeSign(_ scalar: Unicode.Scalar) -> Bool {
  !isLetter(scalar) && !isDigit(scalar) && scalar != space
}

func isPercent(_ scalar: Unicode.Scalar) -> Bool { scalar == "%" || scalar == "‰" }

func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
