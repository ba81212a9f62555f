import CSQLite

/// What a function cannot work with; the query ends with it.
struct FunctionError: Error {
  let message: String
}

/// The values that a function is called with.
struct FunctionValues: ~Copyable {
  private let values: UnsafeMutablePointer<OpaquePointer?>?

  fileprivate init(_ values: UnsafeMutablePointer<OpaquePointer?>?) { self.values = values }

  /// A value as a number; `nil` for NULL.
  borrowing func number(at index: Int) throws(FunctionError) -> Double? {
    guard let value = values?[index] else { return nil }
    switch sqlite3_value_numeric_type(value) {
    case SQLITE_NULL: return nil
    case SQLITE_INTEGER, SQLITE_FLOAT: return sqlite3_value_double(value)
    default:
      let text = sqlite3_value_text(value).map { String(cString: $0) } ?? ""
      throw FunctionError(message: "not a number: “\(text)”")
    }
  }
}

/// A function of the values in many rows: one is made for each group.
protocol Aggregate: AnyObject {
  func add(_ values: borrowing FunctionValues) throws(FunctionError)
  /// Asked once, after the last row.
  var result: Double? { get }
}

extension Database {
  /// Makes a function of values in one row.
  func addFunction(
    _ name: String, arguments: Int,
    _ body: @escaping (borrowing FunctionValues) throws(FunctionError) -> Double?
  ) throws(SQLiteError) {
    try check(
      sqlite3_create_function_v2(
        handle, name, Int32(arguments), SQLITE_UTF8 | SQLITE_DETERMINISTIC,
        Unmanaged.passRetained(ScalarFunction(name: name, body: body)).toOpaque(),
        { context, _, values in callScalar(context, values) }, nil, nil,
        { function in
          if let function { Unmanaged<ScalarFunction>.fromOpaque(function).release() }
        }))
  }

  /// Makes a function of values in many rows.
  func addAggregate(_ name: String, arguments: Int, _ make: @escaping () -> any Aggregate) throws(SQLiteError)
  {
    try check(
      sqlite3_create_function_v2(
        handle, name, Int32(arguments), SQLITE_UTF8 | SQLITE_DETERMINISTIC,
        Unmanaged.passRetained(AggregateFunction(name: name, make: make)).toOpaque(),
        nil, { context, _, values in stepAggregate(context, values) },
        { context in endAggregate(context) },
        { function in
          if let function { Unmanaged<AggregateFunction>.fromOpaque(function).release() }
        }))
  }
}

private final class ScalarFunction {
  let name: String
  let body: (borrowing FunctionValues) throws(FunctionError) -> Double?

  init(name: String, body: @escaping (borrowing FunctionValues) throws(FunctionError) -> Double?) {
    self.name = name
    self.body = body
  }
}

private final class AggregateFunction {
  let name: String
  let make: () -> any Aggregate

  init(name: String, make: @escaping () -> any Aggregate) {
    self.name = name
    self.make = make
  }
}

/// The values of one group as they come in.
private final class Group {
  let aggregate: any Aggregate

  init(_ aggregate: any Aggregate) { self.aggregate = aggregate }
}

private func callScalar(_ context: OpaquePointer?, _ values: UnsafeMutablePointer<OpaquePointer?>?) {
  guard let data = sqlite3_user_data(context) else { return }
  let function = Unmanaged<ScalarFunction>.fromOpaque(data).takeUnretainedValue()
  do {
    report(try function.body(FunctionValues(values)), to: context)
  } catch {
    report(error, of: function.name, to: context)
  }
}

private func stepAggregate(_ context: OpaquePointer?, _ values: UnsafeMutablePointer<OpaquePointer?>?) {
  guard let data = sqlite3_user_data(context), let place = groupPlace(context, makes: true) else { return }
  let function = Unmanaged<AggregateFunction>.fromOpaque(data).takeUnretainedValue()
  let group: Unmanaged<Group>
  if let known = place.pointee {
    group = .fromOpaque(known)
  } else {
    group = .passRetained(Group(function.make()))
    place.pointee = group.toOpaque()
  }
  do {
    try group.takeUnretainedValue().aggregate.add(FunctionValues(values))
  } catch {
    report(error, of: function.name, to: context)
  }
}

/// SQLite calls this for each group with a row, even when the query is given up.
private func endAggregate(_ context: OpaquePointer?) {
  guard let place = groupPlace(context, makes: false), let data = place.pointee else {
    return sqlite3_result_null(context)
  }
  place.pointee = nil
  report(Unmanaged<Group>.fromOpaque(data).takeRetainedValue().aggregate.result, to: context)
}

/// Where SQLite keeps a group's `Group` between rows.
private func groupPlace(
  _ context: OpaquePointer?, makes: Bool
) -> UnsafeMutablePointer<UnsafeMutableRawPointer?>? {
  let size = makes ? Int32(MemoryLayout<UnsafeMutableRawPointer?>.size) : 0
  return sqlite3_aggregate_context(context, size)?.assumingMemoryBound(to: UnsafeMutableRawPointer?.self)
}

private func report(_ result: Double?, to context: OpaquePointer?) {
  if let result { sqlite3_result_double(context, result) } else { sqlite3_result_null(context) }
}

private func report(_ error: FunctionError, of name: String, to context: OpaquePointer?) {
  sqlite3_result_error(context, "\(name): \(error.message)", -1)
}
