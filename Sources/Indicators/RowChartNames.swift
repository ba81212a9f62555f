import DataSources
import Diagnostics
import Model
import Spec

/// What the rows of a chart are called: its categories, series and panels, each once, under the names that its author gives.
extension RowChartReader {
  /// The item of a dimension that a cell names: of categories 0, of series 1, of panels 2.
  mutating func item(_ dimension: Int, _ column: Int, _ row: Int, _ set: (String) -> String) -> Int {
    let key = table.text(row: row, column: column).trimmingSpaces()
    if let known = indices[dimension][key] { return known }
    let place = table.place(row: row, column: column)
    if key.isEmpty {
      diagnostics.report(.warning(.nameless(table.columns[column].name), at: place, hints: [.nameOrDrop]))
    } else if dimension == 0, Self.isNote(key) {
      diagnostics.report(.warning(.noteAmongRows(key), at: place, hints: [.dropNote]))
    }
    let words = key.isEmpty ? wording.mark(.notAvailable) : renamed(key) ?? key
    let period = dimension == 0 ? Period(inData: key) : nil
    // Written otherwise, it is the same: 2024-T3, T3 2024.
    if let period, let known = categories.firstIndex(where: { $0.period == period }) {
      indices[0][key] = known
      return known
    }
    let label =
      period.map { renamed(key) ?? capitalized(PeriodText(language: wording.language).label($0)) } ?? words
    return add(
      ChartGrid.Item(key: key, label: set(label), role: dimension == 1 ? role(of: key) : nil, period: period),
      to: dimension)
  }

  /// Whether a name is what producers write under a table: “Source : Insee”.
  private static func isNote(_ name: String) -> Bool {
    let words = name.lowercased().split(separator: ":", maxSplits: 1)
    guard words.count == 2, let first = words.first else { return false }
    return ["source", "sources", "note", "notes", "champ", "lecture"].contains(String(first).trimmingSpaces())
  }

  /// The role of a declared population that a series bears the name of: it has the same colour in each chart.
  private func role(of key: String) -> PopulationRole? {
    report.populations.elements.first { $0.codes.contains(key) || $0.label == key || $0.short == key }?.role
  }

  mutating func anonymous(_ row: Int) -> Int {
    add(ChartGrid.Item(key: "#\(row)", label: ""), to: 0)
  }

  /// A column of values as a series.
  mutating func valueSeries(_ position: Int, _ column: Int, _ set: (String) -> String) -> Int {
    let name = table.columns[column].name
    if let known = indices[1][name] { return known }
    let label = renamed(name) ?? capitalized(name)
    return add(
      ChartGrid.Item(key: name, label: columns.values.count > 1 || renamed(name) != nil ? set(label) : ""),
      to: 1)
  }

  private mutating func add(_ item: ChartGrid.Item, to dimension: Int) -> Int {
    let index: Int
    switch dimension {
    case 0:
      index = categories.count
      categories.append(item)
    case 1:
      index = series.count
      series.append(item)
    default:
      index = panels.count
      panels.append(item)
    }
    indices[dimension][item.key] = index
    return index
  }

  mutating func label(of column: Int, _ row: Int, _ set: (String) -> String) -> String {
    let text = table.text(row: row, column: column).trimmingSpaces()
    return set(renamed(text) ?? text)
  }

  private mutating func renamed(_ name: String) -> String? {
    guard let renaming = chart.columns.labels.first(where: { $0.old.value == name }) else { return nil }
    found.insert(name)
    return renaming.new.value
  }

  /// Tells of names that nothing bears, as one misspelt.
  mutating func checkRenamings() {
    let names = distinct(table.columns.map(\.name) + indices.flatMap { $0.keys.sorted() })
    let unused = chart.columns.labels.map(\.old).filter { !found.contains($0.value) }
    // A list for several charts has names that one of them does without.
    guard unused.count <= 3 else {
      let others = unused.map(\.value)
      diagnostics.report(.warning(.renameNothing(others), at: unused[0].place))
      return
    }
    for old in unused {
      // Of a column that is there, nothing is to be mended in the word.
      let isColumn = table.columns.contains { $0.name == old.value }
      diagnostics.report(
        .warning(
          isColumn ? .notInChart(old.value) : .renamesNothing(old.value), at: old.place,
          hints: isColumn ? [] : .suggestion(for: old.value, among: names)))
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func renamesNothing(_ name: String) -> Self {
    Self(
      "renames-nothing", fr: "« \(name) » n’est le nom d’aucune colonne ni cellule de ce graphique",
      en: "“\(name)” is the name of no column or cell of this chart")
  }
  fileprivate static func renameNothing(_ names: [String]) -> Self {
    let some = names.prefix(3)
    return Self(
      "renames-nothing",
      fr: "\(names.count) noms de « labels » ne servent pas dans ce graphique : "
        + some.map { "« \($0) »" }.joined(separator: ", ") + "…",
      en: "\(names.count) names of `labels` are not used in this chart: "
        + some.map { "“\($0)”" }.joined(separator: ", ") + "…")
  }
  fileprivate static func notInChart(_ column: String) -> Self {
    Self(
      "renames-nothing", fr: "la colonne « \(column) » n’est pas dans ce graphique",
      en: "the column “\(column)” is not in this chart")
  }
  fileprivate static func noteAmongRows(_ name: String) -> Self {
    Self(
      "note-among-rows", fr: "« \(name) » est une note sous le tableau, et se dessine comme une ligne",
      en: "“\(name)” is a note under the table, and is drawn as a row")
  }
  fileprivate static func nameless(_ column: String) -> Self {
    Self(
      "nameless-row", fr: "cette ligne n’a pas de nom dans la colonne « \(column) », et elle est dessinée",
      en: "this row has no name in the column “\(column)”, and it is drawn")
  }
}

extension Diagnostic.Hint {
  fileprivate static let dropNote = Self(
    fr: "retirez-la du fichier, ou par une étape : « drop: { colonne: … } »",
    en: "take it out of the file, or by a step: `drop: { column: … }`")
  fileprivate static let nameOrDrop = Self(
    fr:
      "si c’est un total ou une ligne de notes, retirez-la par une étape (« drop: { colonne: \"\" } ») ; sinon nommez-la",
    en: "if it is a total or a line of notes, take it away by a step (`drop: { column: \"\" }`); else name it"
  )
}
