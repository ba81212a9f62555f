import DataSources
import Diagnostics
import Model
import Spec
import Statistics

/// How the columns of a table go together, two by two.
extension Composer {
  mutating func correlations(
    _ spec: CorrelationSpec, _ table: Table, _ block: DataTableBlock
  ) -> TypedTable {
    var names: [Located<String>] = []
    var series: [[Double?]] = []
    if spec.columns.count < 2, let only = spec.columns.first {
      diagnostics.report(.error(.correlationOfOne, at: only.place))
    }
    for name in spec.columns {
      if names.contains(where: { $0.value == name.value }) {
        diagnostics.report(.error(.correlatedTwice(name.value), at: name.place))
      }
      guard let index = index(of: name, in: table) else { continue }
      if table.columns[index].type == .text {
        diagnostics.report(.error(.correlationOfText(name.value), at: name.place))
        continue
      }
      names.append(name)
      series.append(
        table.rows.map { row in
          if case .number(let number) = table.cell(row: row, column: index) { number } else { nil }
        })
    }
    let printer = ColumnPrinter(nil, usual: .number, values: [0.25], most: 2, wording: wording)
    let labels = names.map { name in
      set(capitalized(block.labels.first { $0.old.value == name.value }?.new.value ?? name.value))
    }
    let heat = CellPictureSpec.correlations(at: spec.columns.first?.place ?? block.from.place)
    var stub = PublishedTable.Column(
      head: wording.characteristic, alignment: .leading, isStub: true, isStrong: false)
    stub.width = .auto
    let first = TypedTable.Column(
      name: Located("", at: block.from.place), published: stub, spec: nil, isHidden: false,
      print: { printer.text($0) }, addsUp: false, isText: true)
    let columns = zip(names, labels).map { name, label in
      TypedTable.Column(
        name: name,
        published: PublishedTable.Column(head: label, alignment: .number, isStub: false, isStrong: false),
        spec: ColumnSpec(name: name, draw: heat), isHidden: false, print: { printer.text($0) }, addsUp: false,
        isText: false)
    }
    let rows = names.indices.map { row in
      let cells = names.indices.map { column -> TypedTable.Cell in
        guard let number = correlation(series[row], series[column], spec.method) else {
          return TypedTable.Cell(.missing(.notAvailable), wording.mark(.notAvailable))
        }
        return TypedTable.Cell(.number(number), set(printer.text(number)))
      }
      return TypedTable.Row(
        names: [names[row].value], cells: [TypedTable.Cell(.text(labels[row]), labels[row])] + cells,
        isHighlighted: false)
    }
    return TypedTable(columns: [first] + columns, rows: rows)
  }

  /// The coefficient over the rows that have both values; `nil` for fewer than three, or where one does not vary.
  private func correlation(_ a: [Double?], _ b: [Double?], _ method: CorrelationMethod) -> Double? {
    let pairs = zip(a, b).compactMap { a, b in a.flatMap { a in b.map { (a, $0) } } }
    let (x, y) = (pairs.map(\.0), pairs.map(\.1))
    switch method {
    case .pearson: return Correlation.pearson(x, y)
    case .spearman: return Correlation.spearman(x, y)
    }
  }
}

extension Wording {
  fileprivate var characteristic: String { pick("Caractéristique", "Characteristic") }
}

extension Diagnostic.Message {
  fileprivate static var correlationOfOne: Self {
    Self(
      "correlation-of-one", fr: "une corrélation va d’une colonne à une autre : nommez-en deux ou plus",
      en: "a correlation goes from one column to another: name two or more")
  }
  fileprivate static func correlatedTwice(_ name: String) -> Self {
    Self("correlated-twice", fr: "« \(name) » est déjà nommée", en: "“\(name)” is named already")
  }
  fileprivate static func correlationOfText(_ name: String) -> Self {
    Self(
      "correlation-of-text", fr: "« \(name) » contient des textes : rien ne peut en être corrélé",
      en: "“\(name)” holds texts: nothing can be correlated with it")
  }
}
