import CHarfBuzz

/// A font file that cannot be used.
package enum FontError: Error, Hashable {
  case unreadable(path: String)
  case notAFont(path: String)
}

/// A font as HarfBuzz sees it: its metrics, and text turned into glyphs.
///
/// It is read from the file's tables alone, without hinting, so every length is a fraction of an em and
/// holds at any size. A face keeps one buffer for all that it shapes: use it from one thread at a time.
package final class FontFace {
  package let metrics: FontMetrics

  private let font: OpaquePointer
  private let unitsPerEm: Double
  private let shapingBuffer = ShapingBuffer()

  /// Opens the first font of a TrueType or OpenType file.
  package init(path: String) throws(FontError) {
    guard let file = hb_blob_create_from_file_or_fail(path) else { throw .unreadable(path: path) }
    defer { hb_blob_destroy(file) }
    guard hb_face_count(file) > 0, let face = hb_face_create(file, 0) else { throw .notAFont(path: path) }
    defer { hb_face_destroy(face) }
    guard hb_face_get_glyph_count(face) > 0, let font = hb_font_create(face) else {
      throw .notAFont(path: path)
    }

    hb_ot_font_set_funcs(font)
    let unitsPerEm = hb_face_get_upem(face)
    hb_font_set_scale(font, Int32(unitsPerEm), Int32(unitsPerEm))
    self.font = font
    self.unitsPerEm = Double(unitsPerEm)
    metrics = FontMetrics(of: font, unitsPerEm: Double(unitsPerEm))
  }

  deinit { hb_font_destroy(font) }

  /// The glyph that the font shows for a character by itself, or `nil` if it has none.
  package func glyph(for scalar: Unicode.Scalar) -> UInt32? {
    var glyph: hb_codepoint_t = 0
    return hb_font_get_nominal_glyph(font, scalar.value, &glyph) != 0 ? glyph : nil
  }

  /// Whether the font can substitute or place glyphs by a feature, such as `smcp`, in any of its scripts.
  package func has(_ feature: FontFeature) -> Bool {
    [substitutionTable, positioningTable].contains { table in
      featureTags(in: table).contains(hb_tag_from_string(feature.tag, 4))
    }
  }

  private func featureTags(in table: hb_tag_t) -> [hb_tag_t] {
    let face = hb_font_get_face(font)
    let count = hb_ot_layout_table_get_feature_tags(face, table, 0, nil, nil)
    var tags = [hb_tag_t](repeating: 0, count: Int(count))
    var filled = count
    hb_ot_layout_table_get_feature_tags(face, table, 0, &filled, &tags)
    return tags
  }

  /// Turns a text of one script and direction into glyphs, in the order in which they stand from left to right.
  ///
  /// - **Language**: a BCP 47 tag; fonts may draw a letter differently in one language.
  /// - **Direction**: where it is not given, that of the text's first script.
  /// - **Missing characters** come out as glyph 0, which draws a box or nothing: check before, with
  ///   `glyph(for:)`, or after. A font without U+00A0 or U+202F gets the glyph of its space instead.
  package func shape(
    _ text: String, language: String, features: [FontFeature] = [], direction: TextDirection? = nil
  ) -> [ShapedGlyph] {
    shapingBuffer.shape(
      text, with: font, language: language, features: features, direction: direction, unitsPerEm: unitsPerEm)
  }
}

// HarfBuzz names its tables by macros that Swift does not import.
private let substitutionTable = hb_tag_from_string("GSUB", 4)
private let positioningTable = hb_tag_from_string("GPOS", 4)
