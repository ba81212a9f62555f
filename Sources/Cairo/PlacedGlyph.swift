import CCairo

/// A glyph of the current font at its place on the page. It is laid out as Cairo's own, so that an array of them
/// is handed over as it is.
package struct PlacedGlyph {
  private let glyph: cairo_glyph_t

  package init(id: UInt32, x: Double, y: Double) {
    glyph = cairo_glyph_t(index: UInt(id), x: x, y: y)
  }
}

/// How many bytes of a text's UTF-8 the next few glyphs spell, laid out as Cairo's own.
package struct TextCluster {
  private let cluster: cairo_text_cluster_t

  package init(utf8Count: Int, glyphCount: Int) {
    cluster = cairo_text_cluster_t(num_bytes: Int32(utf8Count), num_glyphs: Int32(glyphCount))
  }
}
