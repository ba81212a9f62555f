import CSQLite

/// Ends a statement that goes on for too long.
///
/// It counts the instructions of SQLite's virtual machine rather than time, so that a query that passes on one
/// machine passes on all. A row of a scan takes about ten to thirty; a million a second is slow, a hundred fast.
final class StepBudget {
  private static let stride: Int32 = 10_000

  private var strides: Int

  init(instructions: Int) { strides = instructions / Int(Self.stride) }

  /// Counts from here until `stop`, for this statement alone.
  func start(on database: OpaquePointer) {
    sqlite3_progress_handler(
      database, Self.stride,
      { budget in
        guard let budget else { return 0 }
        return Unmanaged<StepBudget>.fromOpaque(budget).takeUnretainedValue().useUp()
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  func stop(on database: OpaquePointer) { sqlite3_progress_handler(database, 0, nil, nil) }

  /// Non-zero ends the statement.
  private func useUp() -> Int32 {
    strides -= 1
    return strides < 0 ? 1 : 0
  }
}
