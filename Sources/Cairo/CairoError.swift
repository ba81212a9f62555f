import CCairo

/// What Cairo or FreeType could not do.
package enum CairoError: Error, Hashable {
  /// Drawing failed; `reason` is Cairo's own sentence.
  case failed(reason: String)
  /// FreeType cannot open a font file; `code` is listed in its `fterrdef.h`.
  case unusableFont(path: String, code: Int32)
  /// FreeType does not start.
  case noFreeType(code: Int32)

  /// Cairo keeps its first error and ignores what is asked of it afterwards, so one check at the end of a page
  /// or a file is enough. What it could not make is a constant of its own, with nothing to destroy.
  static func check(_ status: cairo_status_t) throws(CairoError) {
    guard status == CAIRO_STATUS_SUCCESS else {
      throw .failed(reason: String(cString: cairo_status_to_string(status)))
    }
  }
}
