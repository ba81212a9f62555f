import Diagnostics
import Spec

/// Resolves tables, and what charts share with them.
extension Resolver {
  mutating func resolve(_ spec: TableSpec) -> TableBlock? {
    let (id, number) = nameFigure(spec.id)
    let apparatus = apparatus(spec.apparatus)
    guard let selection = selection(spec.selection, at: spec.apparatus.place) else { return nil }
    checkDimension(spec.rows, of: selection)
    // A comparison's gaps stand beside its values, so its indicators are the rows even if there is one.
    let rows = spec.rows?.value ?? (selection.comparison == nil ? dimension(of: selection) : .indicators)
    let design = design(spec.design)
    let columns =
      spec.matrix.map { matrix($0, selection, rows) } ?? columns(spec.design, of: selection, rows: rows)
    let highlight = highlight(spec.highlight, in: selection, over: rows)
    return TableBlock(
      id: id, number: number, selection: selection, rows: rows, columns: columns, design: design,
      highlight: highlight, apparatus: apparatus)
  }

  mutating func resolve(_ spec: DataTableSpec) -> DataTableBlock? {
    let (id, number) = nameFigure(spec.id)
    let apparatus = apparatus(spec.apparatus)
    let design = design(spec.design)
    guard let from = origin(named: spec.from) else { return nil }
    for label in spec.labels { checkName(label.new) }
    guard let cited = sources(of: from, cited: spec.source, at: spec.from.place) else { return nil }
    return DataTableBlock(
      id: id, number: number, from: Located(from, at: spec.from.place), design: design,
      labels: spec.labels, highlight: spec.highlight, sources: cited,
      apparatus: apparatus)
  }

  /// The sources to cite under rows that are shown as they are; `nil` after a report if they may not be shown.
  mutating func sources(
    of origin: TableOrigin, cited name: Located<String>?, at place: Place
  ) -> [ID<Source>]? {
    let behind = sources(behind: origin)
    if let secret = behind.first(where: isSecret) {
      diagnostics.report(.error(.rowsAreSecret(secret.name), at: place, hints: [.showIndicators]))
      return nil
    }
    guard let name else { return behind }
    return find(name, in: sources, otherwise: Diagnostic.Message.unknownSource).map { [$0.id] }
  }

  /// The sources that a table is made from.
  private func sources(behind origin: TableOrigin) -> [ID<Source>] {
    switch origin {
    case .source(let id): return [id]
    case .table(let id):
      var found = tables[id].from.map(sources) ?? []
      for case .join(let join) in tables[id].steps { found += sources(behind: join.with) }
      let words = tables[id].wordsOfQuery
      found += sources.elements.map(\.id).filter { words.contains($0.name.lowercased()) }
      for table in tables.elements where words.contains(table.id.name.lowercased()) && table.id != id {
        found += sources(behind: .table(table.id))
      }
      var seen: Set<ID<Source>> = []
      return found.filter { seen.insert($0).inserted }
    }
  }

  /// Whether a source has values that a rule of secrecy may hide: its rows cannot be shown as they are.
  private func isSecret(_ source: ID<Source>) -> Bool {
    if sources[source].secrecy != nil { return true }
    return indicators.elements.contains { indicator in
      guard indicator.secrecy != nil, case .cells(_, let origin) = indicator.value else { return false }
      return sources(behind: origin).contains(source)
    }
  }

  // MARK: Dimensions

  /// What a figure runs over where its author does not say: indicators, unless there is only one.
  func dimension(of selection: Selection) -> FigureDimension {
    if selection.indicators.count > 1 { return .indicators }
    if selection.periods.isSeveral { return .periods }
    return selection.populations.count > 1 ? .populations : .indicators
  }

  mutating func checkDimension(_ chosen: Located<FigureDimension>?, of selection: Selection) {
    if let chosen, chosen.value == .populations, selection.populations.isEmpty {
      diagnostics.report(.error(.noPopulations, at: chosen.place))
    }
  }

  mutating func nameFigure(_ id: Located<String>?) -> (id: String, number: Int) {
    figureCount += 1
    let name = id?.value ?? automaticName(ofFigure: figureCount)
    if let id, isAutomaticName(id.value) {
      diagnostics.report(.error(.automaticName(name), at: id.place))
    } else if !figureNames.insert(name).inserted, let id {
      diagnostics.report(.error(.figureNamedTwice(name), at: id.place))
    }
    return (name, figureCount)
  }

  /// `figure-12`, as figures without a name are called.
  private func isAutomaticName(_ name: String) -> Bool {
    let number = name.utf8.dropFirst(7)
    return name.hasPrefix("figure-") && !number.isEmpty
      && number.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  mutating func apparatus(_ spec: ApparatusSpec) -> ApparatusTexts {
    if spec.title == nil {
      diagnostics.report(.warning(.figureWithoutTitle, at: spec.place, hints: [.addTitle]))
    }
    return ApparatusTexts(
      place: spec.place, title: spec.title.map { plainText($0) },
      subtitle: spec.subtitle.map { plainText($0) },
      reading: spec.reading.map { plainText($0) }, universe: spec.universe.map { plainText($0) },
      note: spec.note.map { plainText($0) }, alternative: alternative(spec))
  }

  /// Bars of one chart stand on one scale.
  mutating func checkUnits(of selection: Selection) {
    let units = selection.indicators.map { indicators[$0].unit }
    guard let first = units.first, let other = units.first(where: { $0 != first }) else { return }
    diagnostics.report(
      .error(.mixedUnits(first.rawValue, other.rawValue), at: selection.place, hints: [.oneUnitAChart]))
  }

  /// What a chart points out is one of its categories.
  mutating func highlight(
    _ name: Located<String>?, in selection: Selection, over categories: FigureDimension
  ) -> Highlight? {
    guard let name else { return nil }
    let known: [String]
    switch categories {
    case .indicators:
      if let found = selection.indicators.first(where: { $0.name == name.value }) { return .indicator(found) }
      known = selection.indicators.map(\.name)
    case .populations:
      if let found = selection.populations.first(where: { $0.name == name.value }) {
        return .population(found)
      }
      known = selection.populations.map(\.name)
    case .periods:
      if let choice = PeriodChoice(written: name.value) { return .period(choice) }
      known = []
    }
    diagnostics.report(
      .error(.notInFigure(name.value), at: name.place, hints: .suggestion(for: name.value, among: known)))
    return nil
  }
}

extension Resolver {
  /// What the author says for those who cannot see a figure; nothing where that says nothing.
  private mutating func alternative(_ spec: ApparatusSpec) -> [Inline]? {
    guard let template = spec.alternative else { return nil }
    let words = plainText(template)
    let isEmpty = template.segments.allSatisfy { segment in
      switch segment {
      case .literal(let text): !text.contains { $0.isLetter || $0.isNumber }
      case .reference, .passage: false
      }
    }
    if isEmpty {
      diagnostics.report(.warning(.emptyAlternative, at: template.place, hints: [.leaveAlternative]))
      return nil
    }
    if let title = spec.title, plainText(title).words == words.words {
      diagnostics.report(.warning(.alternativeIsTitle, at: template.place, hints: [.sayWhatItShows]))
    }
    return words
  }
}

extension Diagnostic.Message {
  fileprivate static func rowsAreSecret(_ source: String) -> Self {
    Self(
      "rows-are-secret",
      fr: "les lignes de « \(source) » sont soumises au secret : elles ne se montrent pas telles quelles",
      en: "the rows of “\(source)” are under a rule of secrecy: they are not shown as they are")
  }
  fileprivate static var emptyAlternative: Self {
    Self(
      "empty-alternative",
      fr: "ce texte de remplacement est vide : celui qui est fait d’après les données est gardé",
      en: "this alternative text is empty: the one made from the data is kept")
  }
  fileprivate static var alternativeIsTitle: Self {
    Self(
      "alternative-is-title", fr: "ce texte de remplacement répète le titre, que l’on entend déjà",
      en: "this alternative text repeats the title, which is heard already")
  }
  fileprivate static func figureNamedTwice(_ name: String) -> Self {
    Self(
      "figure-named-twice", fr: "deux figures s’appellent « \(name) »", en: "two figures are called “\(name)”"
    )
  }
  fileprivate static func automaticName(_ name: String) -> Self {
    Self(
      "automatic-name", fr: "« \(name) » est le nom des figures sans « id » : choisissez-en un autre",
      en: "“\(name)” is what figures without an “id” are called: choose another")
  }
  fileprivate static var figureWithoutTitle: Self {
    Self("figure-without-title", fr: "cette figure n’a pas de titre", en: "this figure has no title")
  }
  fileprivate static var noPopulations: Self {
    Self(
      "no-populations", fr: "cette figure ne montre pas de populations",
      en: "this figure shows no populations")
  }
  fileprivate static func notInFigure(_ name: String) -> Self {
    Self(
      "not-in-figure", fr: "« \(name) » n’est pas une catégorie de cette figure",
      en: "“\(name)” is not a category of this figure")
  }
  fileprivate static func mixedUnits(_ a: String, _ b: String) -> Self {
    Self(
      "mixed-units", fr: "ce graphique mêle deux unités, « \(a) » et « \(b) », sur une même échelle",
      en: "this chart mixes two units, “\(a)” and “\(b)”, on one scale")
  }
}

extension Diagnostic.Hint {
  fileprivate static let showIndicators = Self(
    fr: "montrez ses valeurs par des indicateurs, dont la règle cache ce qui doit l’être : « of: »",
    en: "show its values through indicators, whose rule hides what must be: `of:`")
  fileprivate static let leaveAlternative = Self(
    fr: "décrivez le graphique en quelques mots, ou retirez « alternative »",
    en: "describe the chart in a few words, or take “alternative” away")
  fileprivate static let sayWhatItShows = Self(
    fr: "dites ce que l’on voit : « Barres, trois quartiers, du plus au moins équipé »",
    en: "say what is seen: “Bars, three districts, from most to least equipped”")
  fileprivate static let oneUnitAChart = Self(
    fr: "faites un graphique par unité", en: "make one chart a unit")
  fileprivate static let addTitle = Self(
    fr: "ajoutez « title: … » ; un bon titre dit ce que la figure montre",
    en: "add “title: …”; a good title says what the figure shows")
}
