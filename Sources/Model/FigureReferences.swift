import Diagnostics
import Spec

/// The figures of a body, in the order in which they are numbered.
func numberedFigures(of body: [BlockSpec]) -> [NumberedFigure] {
  figureNames(of: body).enumerated().map { index, name in
    NumberedFigure(id: name ?? automaticName(ofFigure: index + 1), number: index + 1)
  }
}

/// What a figure without an `id` is called.
func automaticName(ofFigure number: Int) -> String { "figure-\(number)" }

/// The name that the author gave each figure, `nil` where none.
private func figureNames(of body: [BlockSpec]) -> [String?] {
  body.flatMap { block -> [String?] in
    switch block {
    case .chart(let chart): [chart.id?.value]
    case .table(let table): [table.id?.value]
    case .dataTable(let table): [table.id?.value]
    case .nomenclature: [nil]
    case .section(let section): figureNames(of: section.body)
    case .grid(let grid): figureNames(of: grid.blocks)
    case .arranged(_, let blocks): figureNames(of: blocks)
    case .text, .callout, .image, .keyFigures, .indicatorCard, .directory, .pageBreak, .sourcesAndMethods,
      .glossary:
      []
    }
  }
}

/// References to charts and tables.
extension Resolver {
  /// The word that such a reference starts with.
  static let figureWord = "figure"

  /// What `{figure.name}` or `{figure.name.number}` stands for; `nil` after a report.
  mutating func figure(_ spec: ReferenceSpec) -> Reference.Kind? {
    guard case .member(let name)? = spec.steps.first else {
      diagnostics.report(
        .error(.whichFigure, at: spec.place, hints: .suggestion(for: "", among: givenNames)))
      return nil
    }
    guard let figure = figures.first(where: { $0.id == name }) else {
      let hints = givenNames.isEmpty ? [.nameFigures] : suggestion(for: name)
      diagnostics.report(.error(.unknownFigure(name), at: spec.place, hints: hints))
      return nil
    }
    referredFigures.insert(figure.id)
    switch spec.steps.dropFirst().first {
    case nil: return .figure(figure, .full)
    case .member(let word)? where spec.steps.count == 2:
      if let form = FigureForm(rawValue: word) { return .figure(figure, form) }
    case .member?, .key?: break
    }
    diagnostics.report(
      .error(
        .unknownFigureForm(spec.text), at: spec.place,
        hints: .suggestion(for: "", among: FigureForm.allCases.map { "figure.\(name).\($0.rawValue)" })))
    return nil
  }

  /// The names that an author gave, which hints are made from.
  private var givenNames: [String] {
    figures.filter { $0.id != automaticName(ofFigure: $0.number) }.map(\.id)
  }

  private func suggestion(for name: String) -> [Diagnostic.Hint] {
    .suggestion(for: name, among: givenNames)
  }
}

extension Diagnostic.Message {
  fileprivate static var whichFigure: Self {
    Self(
      "which-figure", fr: "« {figure} » ne dit pas quel graphique ou tableau : écrivez « {figure.nom} »",
      en: "“{figure}” does not say which chart or table: write “{figure.name}”")
  }
  fileprivate static func unknownFigure(_ name: String) -> Self {
    Self(
      "unknown-figure-reference", fr: "aucun graphique ni tableau n’a pour « id » « \(name) »",
      en: "no chart or table has the “id” “\(name)”")
  }
  fileprivate static func unknownFigureForm(_ text: String) -> Self {
    Self(
      "unknown-figure-form", fr: "« {\(text)} » n’est pas une façon de renvoyer à une figure",
      en: "“{\(text)}” is not a way to refer to a figure")
  }
}

extension Diagnostic.Hint {
  fileprivate static let nameFigures = Self(
    fr: "donnez-lui un nom : ajoutez « id: … » au graphique ou au tableau",
    en: "give it a name: add “id: …” to the chart or table")
}
