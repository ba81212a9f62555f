import Diagnostics

/// A table made from others by steps that its author declares.
package struct ShapedTableSpec: Hashable, Sendable {
  package let id: Located<String>
  /// A source or an earlier table; `nil` where the first step is a query of its own.
  package let from: Located<String>?
  package let steps: [StepSpec]
}

/// A change to a table's rows or columns.
package enum StepSpec: Hashable, Sendable {
  /// Keeps the rows whose cells read as one of the texts, in each of the columns.
  case keep([ColumnTexts])
  /// Takes those rows away.
  case drop([ColumnTexts])
  /// Gives columns other names.
  case rename([Renaming])
  /// A row for each code in a cell that holds several.
  case split(column: Located<String>, by: Located<String>)
  /// Turns columns into rows: their names go into one column, their cells into another.
  case long(columns: [Located<String>], names: Located<String>, values: Located<String>)
  /// Turns rows into columns: the inverse of `long`.
  case wide(names: Located<String>, values: Located<String>)
  case join(JoinSpec)
  /// Columns computed from others of the same row.
  case compute([NamedExpression])
  /// One row for each combination of `by`, with columns computed over its rows.
  case group(by: [Located<String>], [NamedExpression])
  /// SQL over the report's sources and tables.
  case query(Located<String>)
}

package struct ColumnTexts: Hashable, Sendable {
  package let column: Located<String>
  package let texts: [Located<String>]
}

package struct Renaming: Hashable, Sendable {
  package let old: Located<String>
  package let new: Located<String>
}

/// Columns of another table beside those of this one, where keys are equal.
package struct JoinSpec: Hashable, Sendable {
  package struct Key: Hashable, Sendable {
    package let here: Located<String>
    package let there: Located<String>
  }

  package let place: Place
  package let with: Located<String>
  package let keys: [Key]
  package let columns: [Located<String>]
  package let unmatched: Located<UnmatchedRows>?
}

/// What becomes of rows that find no partner in a join.
package enum UnmatchedRows: String, Hashable, Sendable, CaseIterable { case keep, drop }

package struct NamedExpression: Hashable, Sendable {
  package let name: Located<String>
  package let text: Located<String>
}
