import Spec

extension Step {
  /// The step on one line, close to how it is written in a spec.
  package var summary: String {
    switch self {
    case .keep(let columns): "keep " + list(columns)
    case .drop(let columns): "drop " + list(columns)
    case .rename(let names):
      "rename " + names.map { "\($0.old.value) → \($0.new.value)" }.joined(separator: ", ")
    case .split(let column, let by): "split \(column.value) by “\(by)”"
    case .long(let columns, let names, let values):
      "long \(columns.map(\.value).joined(separator: ", ")) → \(names.value), \(values.value)"
    case .wide(let names, let values): "wide \(names.value), \(values.value)"
    case .join(let join):
      "join \(join.with.name) on "
        + join.keys.map { "\($0.here.value) = \($0.there.value)" }.joined(separator: ", ")
    case .compute(let columns): "compute " + list(columns)
    case .group(let by, let columns): "group by \(by.map(\.value).joined(separator: ", ")): \(list(columns))"
    case .query(let sql): "query " + sql.value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }

  private func list(_ columns: [ColumnTexts]) -> String {
    columns.map { "\($0.column.value) = \($0.texts.map(\.value).joined(separator: " | "))" }
      .joined(separator: ", ")
  }

  private func list(_ columns: [ComputedColumn]) -> String {
    columns.map { "\($0.name.value) = \($0.text.value)" }.joined(separator: ", ")
  }
}
