import Diagnostics

/// A table of a grid: its columns typed as those of a CSV file are, or as their author declares.
package func makeTable(
  of grid: Grid, options: TableOptions = TableOptions(), into diagnostics: inout DiagnosticCollector
) -> Table {
  let numbers = detectNumberFormat(in: grid, declared: options.decimalMark, into: &diagnostics)
  let store = GridStore(grid: grid, numbers: numbers)
  let columns = detectColumns(in: store, marks: options.marks)
  return Table(.grid(store), columns: columns, marks: options.marks)
    .declaring(options, into: &diagnostics)
}
