import QPDF

/// Mends what Cairo leaves out of its fonts.
struct FontMending {
  /// The fonts mended so far, by their numbers: pages share them.
  private var mended: Set<Int> = []

  mutating func mend(fontsOf page: borrowing PDFObject) {
    let fonts = page["Resources"]["Font"]
    for name in fonts.keys {
      let font = fonts[name]
      if mended.insert(font.number).inserted { mend(font) }
    }
  }

  private func mend(_ font: borrowing PDFObject) {
    let map = font["ToUnicode"]
    if !map.isNull { map.setData(spellPlainly(map.data)) }
    let descendants = font["DescendantFonts"]
    for index in 0..<descendants.count {
      let descendant = descendants[index]
      // PDF/A and PDF/UA want it said that glyphs have their own numbers: ISO 14289-1, 7.21.3.2.
      if descendant["Subtype"].source == "/CIDFontType2" { descendant.set("CIDToGIDMap", .name("Identity")) }
    }
  }
}
