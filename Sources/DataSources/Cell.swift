/// A cell, read as its column is typed.
package enum Cell: Hashable, Sendable {
  case text(String)
  case number(Double)
  case missing(MissingKind)
}

/// A cell as a reader of millions takes it: a text is UTF-8 where it stands, to be used at once.
package enum CellView {
  case text(UnsafeRawBufferPointer)
  case number(Double)
  case missing
}

/// What comes of reading a cell as a number, whatever its column is.
package enum NumberReading: Hashable, Sendable {
  case number(Double)
  /// `99 %` is 99.
  case percent(Double)
  case missing(MissingKind)
  /// The cell’s text. A code with leading zeros is not a number.
  case notANumber(String)
}
