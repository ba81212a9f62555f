import Cairo
import DrawList

/// What Cairo is told that a run's glyphs spell.
///
/// Cairo splits each font into one of at most 256 glyphs, a character each, and another of the rest, and changes from one to the
/// other within a line as glyphs ask for it. The first glyph that is said to spell a character takes its place: a raised “e”
/// that comes before the first plain one would send every “e” of the document to the other font, and a no-break space drawn
/// with the glyph of a plain one every space. A page would have an operator for each few letters.
///
/// So spaces with the plain one's glyph are said to be plain, which readers of the file get in any case (`spellPlainly`), and a
/// letter that is not drawn with its usual glyph is said to be one of a private plane, until the font's map is mended.
///
/// What is not seen, as a zero-width space, is drawn with the plain space's glyph too, without its advance: it is left out, or
/// it would give its character to every space.
extension GlyphRun {
  func spelled(in font: DrawingFont) -> (text: String, clusters: [GlyphCluster], glyphs: [Glyph]) {
    let bytes = Array(text.utf8)
    let counts = clusters.reduce(into: (0, 0)) { counts, cluster in
      counts.0 += cluster.utf8Count
      counts.1 += cluster.glyphCount
    }
    // Cairo tells of clusters that do not spell the text.
    guard !isRightToLeft, counts == (bytes.count, glyphs.count) else {
      return (text, clusters, glyphs)
    }
    var spelled: [UInt8] = []
    var parts: [GlyphCluster] = []
    var shown: [Glyph] = []
    spelled.reserveCapacity(bytes.count + 8)
    parts.reserveCapacity(clusters.count + 1)
    shown.reserveCapacity(glyphs.count)
    var (byte, glyph) = (0, 0)
    for cluster in clusters {
      defer {
        byte += cluster.utf8Count
        glyph += cluster.glyphCount
      }
      let characters = bytes[byte..<(byte + cluster.utf8Count)]
      if cluster.glyphCount == 1, glyphs[glyph].id == font.spaceGlyph, Self.isUnseen(characters) { continue }
      let other =
        cluster.glyphCount == 1
        ? Self.otherSpelling(of: characters, drawnWith: glyphs[glyph].id, in: font) : nil
      spelled.append(contentsOf: other ?? characters)
      parts.append(
        GlyphCluster(utf8Count: other?.count ?? cluster.utf8Count, glyphCount: cluster.glyphCount))
      shown += glyphs[glyph..<(glyph + cluster.glyphCount)]
    }
    return (String(decoding: spelled, as: UTF8.self), parts, shown)
  }

  /// Whether characters have no form of their own: soft hyphens, joiners, marks of direction.
  private static func isUnseen(_ characters: ArraySlice<UInt8>) -> Bool {
    guard characters.first.map({ $0 >= 0x80 }) ?? false else { return false }
    return String(decoding: characters, as: UTF8.self).unicodeScalars.allSatisfy {
      $0.properties.isDefaultIgnorableCodePoint
    }
  }

  /// `nil` where characters are said as they are.
  private static func otherSpelling(
    of characters: ArraySlice<UInt8>, drawnWith glyph: UInt32, in font: DrawingFont
  ) -> ArraySlice<UInt8>? {
    switch characters.count {
    case 1:
      let character = characters[characters.startIndex]
      return font.drawsOtherwise(character, with: glyph) ? privateLetter(character)[...] : nil
    case 2 where characters.elementsEqual(noBreakSpace) && glyph == font.spaceGlyph: return [0x20]
    case 3 where glyph == font.spaceGlyph && narrowSpaces.contains { characters.elementsEqual($0) }:
      return [0x20]
    // A hyphen at a line's end is the font's hyphen like any other: one glyph that spells two characters would make Cairo
    // wrap one of them in a replacement text.
    case 2 where characters.elementsEqual(softHyphen): return [UInt8(ascii: "-")]
    default: return nil
    }
  }

  private static let noBreakSpace = Array("\u{A0}".utf8)
  private static let narrowSpaces = ["\u{2009}", "\u{202F}"].map { Array($0.utf8) }
  private static let softHyphen = Array("\u{AD}".utf8)

  /// A letter's place in the first row of the private plane 15, in UTF-8.
  private static func privateLetter(_ letter: UInt8) -> [UInt8] {
    Array(String(Unicode.Scalar(0xF_0000 + UInt32(letter)) ?? " ").utf8)
  }
}

/// The letter that a font's map names by its place in plane 15: `DB80DC65`, in UTF-16 as hexadecimal, is “e”.
func letter(inPrivatePlane digits: String) -> String? {
  digits.count == 8 && digits.hasPrefix("DB80DC") ? "00" + digits.suffix(2) : nil
}
