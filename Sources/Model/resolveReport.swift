import Diagnostics
import Spec

/// Turns what an author wrote into a report: names looked up, words checked, defaults filled in.
///
/// - Throws: every mistake found, when there is one.
package func resolveReport(
  _ spec: ReportSpec, into diagnostics: inout DiagnosticCollector
) throws(AuthorErrors) -> Report {
  var resolver = Resolver(spec: spec)
  let report = resolver.report()
  for diagnostic in resolver.diagnostics.inOrder { diagnostics.report(diagnostic) }
  try diagnostics.throwIfErrors()
  return report
}

/// What has been resolved so far; each step may look up what the steps before it declared.
struct Resolver {
  let spec: ReportSpec
  var diagnostics = DiagnosticCollector()
  private(set) var sources = Register<Source>()
  private(set) var tables = Register<ShapedTable>()
  private(set) var populations = Register<Population>()
  private(set) var indicators = Register<Indicator>()
  private(set) var comparisons = Register<Comparison>()
  /// How many figures have been numbered.
  var figureCount = 0
  /// The names given to figures, to keep them apart.
  var figureNames: Set<String> = []

  init(spec: ReportSpec) { self.spec = spec }

  mutating func report() -> Report {
    let head = head()
    let theme = theme()
    for source in spec.sources { sources.add(resolve(source, method: nil)) }
    declareTables()
    for population in spec.populations { declare(population) }
    for indicator in spec.indicators {
      if let indicator = resolve(indicator) { indicators.add(indicator) }
    }
    for comparison in spec.comparisons {
      if let comparison = resolve(comparison) { comparisons.add(comparison) }
    }
    // References in texts are looked up only once every name is known to be good: a badly declared
    // indicator would otherwise be reported again at each of its uses.
    if !diagnostics.hasErrors { resolveMethods() }
    let body = diagnostics.hasErrors ? [] : spec.body.compactMap { block($0) }
    return Report(
      head: head, theme: theme, sources: sources, tables: tables, populations: populations,
      indicators: indicators,
      comparisons: comparisons, body: body)
  }

  mutating func add(_ table: ShapedTable) { tables.add(table) }

  // MARK: Head

  private mutating func head() -> Head {
    Head(
      title: spec.head.title.value, subtitle: spec.head.subtitle?.value, period: period(spec.head.period),
      language: spec.head.language?.value ?? .french, publisher: spec.head.publisher?.value,
      author: spec.head.author?.value, date: period(spec.head.date))
  }

  private mutating func theme() -> Theme {
    guard let name = spec.head.theme else { return .observatoire }
    if let theme = Theme.all.first(where: { $0.name == name.value }) { return theme }
    diagnostics.report(
      .error(
        .unknownTheme(name.value), at: name.place,
        hints: .suggestion(for: name.value, among: Theme.all.map(\.name))))
    return .observatoire
  }

  private mutating func period(_ text: Located<String>?) -> Period? {
    guard let text else { return nil }
    guard let period = Period(text.value) else {
      diagnostics.report(.error(.notAPeriod(text.value), at: text.place, hints: [.periodForms]))
      return nil
    }
    return period
  }

  // MARK: Declarations

  /// Gives each source its method, which may refer to figures.
  private mutating func resolveMethods() {
    var resolved = Register<Source>()
    for source in spec.sources {
      resolved.add(resolve(source, method: source.method.map { plainText($0) }))
    }
    sources = resolved
  }

  private func resolve(_ source: SourceSpec, method: [Inline]?) -> Source {
    let data = source.data.map { path in
      DataFile(
        path: path, delimiter: source.delimiter, encoding: source.encoding,
        decimalMark: source.decimalMark, headerLine: source.headerLine?.value ?? 1,
        headerRows: source.headerRows?.value ?? 1, format: source.format, rows: source.path,
        sheet: source.sheet, range: source.range, merged: source.merged,
        missing: source.missing, types: source.types)
    }
    return Source(
      id: ID(source.id.value), title: source.title.value, producer: source.producer?.value,
      year: source.year?.value, licence: source.licence?.value, sample: source.sample?.value,
      method: method, url: source.url?.value, data: data)
  }

  private mutating func declare(_ spec: PopulationSpec) {
    let name = spec.id.value
    if populations.find(name) != nil {
      diagnostics.report(.error(.declaredTwice(name), at: spec.id.place))
    }
    if TableWord(rawValue: name) != nil {
      diagnostics.report(.error(.reservedName(name), at: spec.id.place))
    }
    populations.add(
      Population(
        id: ID(name), kind: spec.kind, label: spec.label.value, short: spec.short?.value ?? spec.label.value,
        phrase: spec.phrase?.value, universe: spec.universe?.value, role: spec.role?.value,
        codes: [name, spec.label.value] + [spec.short?.value].compactMap(\.self) + spec.codes.map(\.value)))
  }

  private mutating func resolve(_ spec: IndicatorSpec) -> Indicator? {
    let name = spec.id.value
    if populations.find(name) != nil {
      diagnostics.report(.error(.declaredTwice(name), at: spec.id.place))
    }
    if TableWord(rawValue: name) != nil {
      diagnostics.report(.error(.reservedName(name), at: spec.id.place))
    }
    let reading = spec.reading.flatMap { readingTemplate($0) }
    let period = period(spec.period)
    guard let source = find(spec.source, in: sources, otherwise: Diagnostic.Message.unknownSource) else {
      return nil
    }
    let table = spec.value.table.flatMap { origin(named: $0) }
    if source.data == nil, spec.value.table == nil {
      diagnostics.report(.error(.sourceWithoutData(source.id.name), at: spec.source.place, hints: [.addData]))
    }
    checkUnit(of: spec)
    return Indicator(
      id: ID(name), label: spec.label.value, short: spec.short?.value ?? spec.label.value,
      definition: spec.definition?.value, unit: spec.unit.value, counts: spec.counts?.value,
      universe: spec.universe?.value, direction: spec.direction?.value, nature: spec.nature?.value,
      source: source.id, origin: table ?? .source(source.id),
      period: period ?? source.year.flatMap(Period.init), decimals: spec.decimals?.value,
      scale: spec.scale?.value ?? .units, reading: reading, value: spec.value)
  }

  /// What only counts and sums of money have.
  private mutating func checkUnit(of spec: IndicatorSpec) {
    switch spec.unit.value {
    case .count: break
    case .euros:
      if let counts = spec.counts {
        diagnostics.report(.error(.notForUnit("counts", spec.unit.value), at: counts.place))
      }
    case .percent, .perThousand, .ratio, .years, .index:
      if let counts = spec.counts {
        diagnostics.report(.error(.notForUnit("counts", spec.unit.value), at: counts.place))
      }
      if let scale = spec.scale, scale.value != .units {
        diagnostics.report(.error(.notForUnit("scale", spec.unit.value), at: scale.place))
      }
    }
  }

  private mutating func readingTemplate(_ template: TextTemplate) -> ReadingTemplate? {
    let parts: [ReadingTemplate.Part] = template.segments.compactMap { segment in
      switch segment {
      case .literal(let text): return .text(text)
      case .reference(let reference) where reference.text == "value": return .value
      case .reference(let reference) where reference.text == "population": return .population
      case .reference(let reference):
        diagnostics.report(.error(.unknownReadingPart(reference.text), at: reference.place))
        return nil
      }
    }
    if !parts.contains(.value) {
      diagnostics.report(.error(.readingWithoutValue, at: template.place))
    }
    return ReadingTemplate(parts: parts)
  }

  private mutating func resolve(_ spec: ComparisonSpec) -> Comparison? {
    let name = spec.id.value
    if indicators.find(name) != nil || populations.find(name) != nil {
      diagnostics.report(.error(.declaredTwice(name), at: spec.id.place))
    }
    let found = spec.indicators.compactMap {
      find($0, in: indicators, otherwise: Diagnostic.Message.unknownIndicator)
    }
    let subject = find(spec.subject, in: populations, otherwise: Diagnostic.Message.unknownPopulation)
    let references = spec.references.compactMap {
      find($0, in: populations, otherwise: Diagnostic.Message.unknownPopulation)
    }
    guard let subject, found.count == spec.indicators.count, references.count == spec.references.count else {
      return nil
    }
    let measure = spec.measure?.value ?? (found.allSatisfy { $0.unit == .percent } ? .points : .difference)
    if let place = spec.measure?.place, measure == .points,
      let other = found.first(where: { $0.unit != .percent })
    {
      diagnostics.report(.error(.pointsOfOtherUnit(other.id.name), at: place, hints: [.pointsArePercents]))
    }
    for (name, indicator) in zip(spec.indicators, found) where indicator.value.by == nil {
      diagnostics.report(.error(.hasOneValue(indicator.id.name), at: name.place, hints: [.sayBy]))
    }
    if references.contains(where: { $0.id == subject.id }) {
      diagnostics.report(.error(.comparedWithItself(subject.id.name), at: spec.subject.place))
    }
    return Comparison(
      id: ID(name), indicators: found.map(\.id), subject: subject.id, references: references.map(\.id),
      measure: measure)
  }

  // MARK: Looking up

  /// Finds a declared element by the name an author wrote, or reports it.
  mutating func find<Element: Declared>(
    _ name: Located<String>, in register: Register<Element>, otherwise message: (String) -> Diagnostic.Message
  ) -> Element? {
    if let element = register.find(name.value) { return element }
    diagnostics.report(
      .error(message(name.value), at: name.place, hints: .suggestion(for: name.value, among: register.names)))
    return nil
  }
}

extension Diagnostic.Message {
  static func unknownIndicator(_ name: String) -> Self {
    Self("unknown-indicator", fr: "indicateur inconnu « \(name) »", en: "unknown indicator “\(name)”")
  }
  static func unknownPopulation(_ name: String) -> Self {
    Self("unknown-population", fr: "population inconnue « \(name) »", en: "unknown population “\(name)”")
  }
  static func hasOneValue(_ indicator: String) -> Self {
    Self(
      "value-is-alone", fr: "« \(indicator) » n’a qu’une valeur, et non une par population",
      en: "“\(indicator)” has one value, not one for each population")
  }
  fileprivate static func unknownSource(_ name: String) -> Self {
    Self("unknown-source", fr: "source inconnue « \(name) »", en: "unknown source “\(name)”")
  }
  fileprivate static func unknownTheme(_ name: String) -> Self {
    Self("unknown-theme", fr: "thème inconnu « \(name) »", en: "unknown theme “\(name)”")
  }
  fileprivate static func notAPeriod(_ text: String) -> Self {
    Self("not-a-period", fr: "« \(text) » n’est pas une période", en: "“\(text)” is not a period")
  }
  static func declaredTwice(_ name: String) -> Self {
    Self(
      "declared-twice", fr: "« \(name) » est déjà déclaré plus haut",
      en: "“\(name)” is already declared above")
  }
  fileprivate static func reservedName(_ name: String) -> Self {
    Self(
      "reserved-name", fr: "« \(name) » est un mot du langage : choisissez un autre nom",
      en: "“\(name)” is a word of the language: choose another name")
  }
  fileprivate static func sourceWithoutData(_ name: String) -> Self {
    Self(
      "source-without-data", fr: "la source « \(name) » n’a pas de fichier de données",
      en: "the source “\(name)” has no data file")
  }
  fileprivate static func unknownReadingPart(_ text: String) -> Self {
    Self(
      "unknown-reading-part", fr: "« {\(text)} » : une lecture ne connaît que {value} et {population}",
      en: "“{\(text)}”: a reading only knows {value} and {population}")
  }
  fileprivate static var readingWithoutValue: Self {
    Self(
      "reading-without-value", fr: "cette lecture ne contient pas {value}", en: "this reading lacks {value}")
  }
  fileprivate static func notForUnit(_ key: String, _ unit: UnitOfMeasure) -> Self {
    Self(
      "not-for-unit", fr: "« \(key) » n’a pas de sens pour l’unité « \(unit.rawValue) »",
      en: "“\(key)” makes no sense for the unit “\(unit.rawValue)”")
  }
  fileprivate static func pointsOfOtherUnit(_ indicator: String) -> Self {
    Self(
      "points-of-other-unit", fr: "un écart en points n’a pas de sens pour « \(indicator) »",
      en: "a gap in points makes no sense for “\(indicator)”")
  }
  fileprivate static func comparedWithItself(_ population: String) -> Self {
    Self(
      "compared-with-itself", fr: "« \(population) » est comparée à elle-même",
      en: "“\(population)” is compared with itself")
  }
}

extension Diagnostic.Hint {
  static let sayBy = Self(
    fr: "dites « by: » dans sa « value: » quelle colonne donne la population",
    en: "say “by:” in its “value:” which column gives the population")
  fileprivate static let periodForms = Self(
    fr: "écrivez 2026, 2026-T3, 2026-09 ou 2026-09-30", en: "write 2026, 2026-Q3, 2026-09 or 2026-09-30")
  fileprivate static let addData = Self(
    fr: "ajoutez « data: data/fichier.csv » à la source", en: "add “data: data/file.csv” to the source")
  fileprivate static let pointsArePercents = Self(
    fr: "les points séparent des pourcentages ; pour les autres unités : difference, ratio ou relative",
    en: "points are between percentages; for other units use difference, ratio or relative")
}
