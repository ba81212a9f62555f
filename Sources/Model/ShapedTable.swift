import Diagnostics
import Expressions
import Spec

/// Where rows come from: a source as it is, or a table that the report makes.
package enum TableOrigin: Hashable, Sendable {
  case source(ID<Source>)
  case table(ID<ShapedTable>)

  package var name: String {
    switch self {
    case .source(let id): id.name
    case .table(let id): id.name
    }
  }
}

/// A table made by steps, its tables found and its expressions read. Its columns are known once it is made.
package struct ShapedTable: Declared {
  package let id: ID<ShapedTable>
  package let place: Place
  package let from: TableOrigin?
  package let steps: [Step]

  /// The words of its query, if it has one: names of tables among them are those that it may read. Which rows it
  /// does read, only the query knows.
  package var wordsOfQuery: Set<String> {
    guard case .query(let sql)? = steps.first else { return [] }
    return Set(
      sql.value.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }.map { $0.lowercased() })
  }
}

/// A change to a table's rows or columns; `StepSpec` says what each does.
package enum Step: Hashable, Sendable {
  case keep([ColumnTexts])
  case drop([ColumnTexts])
  case rename([Renaming])
  case split(column: Located<String>, by: String)
  case long(columns: [Located<String>], names: Located<String>, values: Located<String>)
  case wide(names: Located<String>, values: Located<String>)
  case join(Join)
  case compute([ComputedColumn])
  case group(by: [Located<String>], [ComputedColumn])
  case query(Located<String>)
}

package struct Join: Hashable, Sendable {
  package let place: Place
  package let with: TableOrigin
  package let keys: [JoinSpec.Key]
  /// The columns to take; all but the keys where there are none.
  package let columns: [Located<String>]
  package let unmatched: UnmatchedRows
}

/// A column with the expression that gives its cells.
package struct ComputedColumn: Hashable, Sendable {
  package let name: Located<String>
  package let expression: Expression
  /// The expression as it was typed.
  package let text: Located<String>

  /// The place of a part of the expression.
  package func place(of name: Expression.Name) -> Place {
    text.place.part(offset: name.offset, length: name.length, of: text.value)
  }
}

extension Place {
  /// A part of a text that stands at this place, plain or between quotes; the whole where it spans lines.
  func part(offset: Int, length: Int, of text: String) -> Place {
    guard let line = source.line(line) else { return self }
    let typed = Array(line.unicodeScalars.dropFirst(column - 1))
    let wanted = Array(text.unicodeScalars)
    // Quotes, where there are some, stand before the text.
    guard let start = (0...1).first(where: { typed.dropFirst($0).starts(with: wanted) }) else { return self }
    return Place(in: source, line: self.line, column: column + start + offset, length: length)
  }
}
