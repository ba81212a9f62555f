import SQLite

package enum HistoryError: Error, Hashable {
  /// There is no such file or folder, or it cannot be read; `reason` is SQLite's.
  case cannotOpen(reason: String)
  /// The file is something else, or damaged.
  case notAHistory
  /// The file was written by a later Vigie, in a format that this one does not know.
  case newerFormat(Int64)
  /// The file or its place may not be written to.
  case readOnly
  case diskFull
  /// Another program has been writing to the file for longer than this one may wait.
  case busy
  /// Published values would be revised, and no revision was declared; nothing was recorded.
  case undeclaredRevisions([ObservationChange])
  /// Two observations have one key; nothing was recorded.
  case duplicates([ObservationKey])
  case failed(reason: String)

  init(_ error: SQLiteError) {
    self =
      switch error.cause {
      case .cannotOpen: .cannotOpen(reason: error.message)
      case .notADatabase: .notAHistory
      case .readOnly: .readOnly
      case .full: .diskFull
      case .busy: .busy
      case .sql, .refused, .tooLong, .tooLarge, .other: .failed(reason: error.message)
      }
  }
}
