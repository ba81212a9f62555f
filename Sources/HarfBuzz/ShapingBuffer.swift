import CHarfBuzz

/// The owner of a HarfBuzz buffer, emptied and used again for each text.
final class ShapingBuffer {
  private let buffer: OpaquePointer
  /// The last language asked for: HarfBuzz looks a tag up in a list at each call.
  private var language: (tag: String, value: hb_language_t?) = ("", nil)

  init() {
    guard let buffer = hb_buffer_create() else { preconditionFailure("HarfBuzz always gives a buffer") }
    self.buffer = buffer
  }

  deinit { hb_buffer_destroy(buffer) }

  func shape(
    _ text: String, with font: OpaquePointer, language tag: String, features: [FontFeature],
    direction: TextDirection?, unitsPerEm: Double
  ) -> [ShapedGlyph] {
    hb_buffer_clear_contents(buffer)
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES)
    add(text)
    // Before guessing, which would else take the language from the process's locale.
    hb_buffer_set_language(buffer, resolved(tag))
    switch direction {
    case .leftToRight: hb_buffer_set_direction(buffer, HB_DIRECTION_LTR)
    case .rightToLeft: hb_buffer_set_direction(buffer, HB_DIRECTION_RTL)
    case nil: break
    }
    hb_buffer_guess_segment_properties(buffer)

    let features = features.map(\.range)
    hb_shape(font, buffer, features, UInt32(features.count))
    return glyphs(unitsPerEm: unitsPerEm)
  }

  private func add(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      let count = Int32(utf8.count)
      utf8.withMemoryRebound(to: CChar.self) {
        hb_buffer_add_utf8(buffer, $0.baseAddress, count, 0, count)
      }
    }
  }

  private func resolved(_ tag: String) -> hb_language_t? {
    if language.tag != tag { language = (tag, hb_language_from_string(tag, -1)) }
    return language.value
  }

  private func glyphs(unitsPerEm: Double) -> [ShapedGlyph] {
    var count: UInt32 = 0
    guard let infos = hb_buffer_get_glyph_infos(buffer, &count),
      let positions = hb_buffer_get_glyph_positions(buffer, &count)
    else { return [] }

    return (0..<Int(count)).map { index in
      let (info, position) = (infos[index], positions[index])
      return ShapedGlyph(
        id: info.codepoint, cluster: Int(info.cluster),
        advance: Double(position.x_advance) / unitsPerEm,
        xOffset: Double(position.x_offset) / unitsPerEm,
        yOffset: Double(position.y_offset) / unitsPerEm)
    }
  }
}

extension FontFeature {
  /// The feature over a whole text; `HB_FEATURE_GLOBAL_END` is a macro that Swift does not import.
  fileprivate var range: hb_feature_t {
    hb_feature_t(tag: hb_tag_from_string(tag, 4), value: value, start: 0, end: UInt32.max)
  }
}
