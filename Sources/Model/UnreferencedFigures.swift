import Diagnostics
import Spec

/// Charts and tables that no text leads to.
extension Resolver {
  /// A report in sections with running text is read by it: a figure that it never names is easily overlooked. A board
  /// or a sheet without sections is looked at.
  mutating func checkFigureReferences() {
    guard spec.head.figureReferences?.value ?? .expected == .expected, hasTextInSection(spec.body) else {
      return
    }
    for (figure, place) in zip(figures, figurePlaces(of: spec.body)) {
      guard let place, !referredFigures.contains(figure.id) else { continue }
      let isNamed = figure.id != automaticName(ofFigure: figure.number)
      diagnostics.report(
        .warning(
          .notReferredTo(figure.number), at: place,
          hints: [isNamed ? .refer(figure.id) : .nameAndRefer, .orSayOptional]))
    }
  }

  private func hasTextInSection(_ body: [BlockSpec]) -> Bool {
    body.contains { if case .section(let section) = $0 { hasText(section.body) } else { false } }
  }

  private func hasText(_ body: [BlockSpec]) -> Bool {
    body.contains { block in
      switch block {
      case .text: true
      case .section(let section): hasText(section.body)
      case .grid(let grid): hasText(grid.blocks)
      case .arranged(_, let blocks): hasText(blocks)
      case .callout, .image, .keyFigures, .chart, .table, .dataTable, .indicatorCard, .nomenclature,
        .directory, .pageBreak, .sourcesAndMethods, .glossary:
        false
      }
    }
  }

  /// In the order in which figures are numbered; `nil` for the nomenclature, which has no name to refer to.
  private func figurePlaces(of body: [BlockSpec]) -> [Place?] {
    body.flatMap { block -> [Place?] in
      switch block {
      case .chart(let chart): [chart.apparatus.place]
      case .table(let table): [table.apparatus.place]
      case .dataTable(let table): [table.apparatus.place]
      case .nomenclature: [nil]
      case .section(let section): figurePlaces(of: section.body)
      case .grid(let grid): figurePlaces(of: grid.blocks)
      case .arranged(_, let blocks): figurePlaces(of: blocks)
      case .text, .callout, .image, .keyFigures, .indicatorCard, .directory, .pageBreak, .sourcesAndMethods,
        .glossary:
        []
      }
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func notReferredTo(_ number: Int) -> Self {
    Self(
      "figure-not-referred-to", fr: "aucun texte ne renvoie à la figure \(number)",
      en: "no text refers to figure \(number)")
  }
}

extension Diagnostic.Hint {
  fileprivate static func refer(_ id: String) -> Self {
    Self(fr: "écrivez dans un texte « ({figure.\(id)}) »", en: "write “({figure.\(id)})” in a text")
  }
  fileprivate static let nameAndRefer = Self(
    fr: "donnez-lui un nom, « id: nom », et écrivez dans un texte « ({figure.nom}) »",
    en: "give it a name, “id: name”, and write “({figure.name})” in a text")
  fileprivate static let orSayOptional = Self(
    fr: "si les textes n’ont pas à le faire : « figure-references: optional » sous « report: »",
    en: "if texts need not: `figure-references: optional` under `report:`")
}
