import CLineBreak

/// A place where a line of text may or must end.
package struct LineBreakOpportunity: Hashable, Sendable {
  /// How many bytes of the text's UTF-8 stand before it, spaces at the end of the line included.
  package let offset: Int
  /// Whether a line must end here, because a line separator stands before it.
  package let isMandatory: Bool

  package init(offset: Int, isMandatory: Bool) {
    self.offset = offset
    self.isMandatory = isMandatory
  }
}

/// ICU cannot break lines.
package enum LineBreakError: Error, Hashable {
  /// There is no iterator for the language; `reason` is the name of ICU's code.
  case unavailable(language: String, reason: String)
}

/// Finds where lines may end, by the rules of UAX #14 as ICU tailors them for a language.
///
/// It owns one of ICU's iterators and uses it again for each text, since opening one costs more than
/// going through a paragraph. Put no-break spaces in first (French spacing): with plain spaces a line may
/// end inside “12 000 €”.
package final class LineBreaker {
  private let iterator: OpaquePointer

  /// - Parameter language: a BCP 47 tag, such as `fr` or `en-GB`.
  package init(language: String) throws(LineBreakError) {
    var status: Int32 = 0
    guard let iterator = line_break_open(language, &status) else {
      throw .unavailable(language: language, reason: String(cString: line_break_status_name(status)))
    }
    self.iterator = iterator
  }

  deinit { line_break_close(iterator) }

  /// The opportunities of a text in order, the last at its end. An empty text has none.
  package func opportunities(in text: String) -> [LineBreakOpportunity] {
    var text = text
    return text.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) { opportunities(in: $0) }
    }
  }

  private func opportunities(in utf8: UnsafeBufferPointer<CChar>) -> [LineBreakOpportunity] {
    guard let start = utf8.baseAddress, !utf8.isEmpty else { return [] }
    var status: Int32 = 0
    let started = line_break_start(iterator, start, Int64(utf8.count), &status)
    precondition(started, "ICU fails on a text only for want of memory")

    var opportunities: [LineBreakOpportunity] = []
    var isMandatory = false
    while true {
      let offset = line_break_next(iterator, &isMandatory)
      guard offset >= 0 else { return opportunities }
      opportunities.append(LineBreakOpportunity(offset: Int(offset), isMandatory: isMandatory))
    }
  }
}
