/// A column of a table: its name, and what all its cells have in common.
package struct Column: Hashable, Sendable {
  /// As the header has it, without spaces around it.
  package let name: String
  package let type: ColumnType
  /// Whether all its numbers are written with a percent sign: `99 %` is the number 99.
  package let isPercentText: Bool
  /// What it holds, in words, where a schema or a companion file says so.
  package var label: String?
  /// What its numbers are measured in, in the words of a companion file.
  package var unit: String?

  package init(
    name: String, type: ColumnType, isPercentText: Bool = false, label: String? = nil, unit: String? = nil
  ) {
    self.name = name
    self.type = type
    self.isPercentText = isPercentText
    self.label = label
    self.unit = unit
  }
}

/// What the cells of a column hold, missing ones aside.
package enum ColumnType: String, Hashable, Sendable, CaseIterable {
  /// At least one cell is not a number, or is a code: `01004`.
  case text
  case number
  /// No cell has a value.
  case empty
}
