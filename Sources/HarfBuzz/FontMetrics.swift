import CHarfBuzz

/// The vertical measures of a font, in fractions of an em.
///
/// - **Source**: the OS/2 table where the font asks for its typographic measures, else `hhea`; HarfBuzz
///   guesses heights that an old font does not state.
package struct FontMetrics: Hashable, Sendable {
  /// From the baseline up.
  package let ascender: Double
  /// From the baseline down, hence positive.
  package let descender: Double
  /// What the font's maker would put between two lines, besides `ascender` and `descender`.
  package let lineGap: Double
  /// The height of a flat lower-case letter.
  package let xHeight: Double
  /// The height of a flat capital.
  package let capHeight: Double

  package init(ascender: Double, descender: Double, lineGap: Double, xHeight: Double, capHeight: Double) {
    self.ascender = ascender
    self.descender = descender
    self.lineGap = lineGap
    self.xHeight = xHeight
    self.capHeight = capHeight
  }
}

extension FontMetrics {
  init(of font: OpaquePointer, unitsPerEm: Double) {
    func measure(_ tag: hb_ot_metrics_tag_t) -> Double {
      var position: hb_position_t = 0
      hb_ot_metrics_get_position_with_fallback(font, tag, &position)
      return Double(position) / unitsPerEm
    }
    self.init(
      ascender: measure(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER),
      descender: -measure(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER),
      lineGap: measure(HB_OT_METRICS_TAG_HORIZONTAL_LINE_GAP),
      xHeight: measure(HB_OT_METRICS_TAG_X_HEIGHT),
      capHeight: measure(HB_OT_METRICS_TAG_CAP_HEIGHT))
  }
}
