import Diagnostics
import Spec

/// Turns what an author wrote into a report: names looked up, words checked, defaults filled in.
///
/// - Parameter theme: the chain of the theme that the spec names.
/// - Throws: every mistake found, when there is one.
package func resolveReport(
  _ spec: ReportSpec, theme: ThemeChain, into diagnostics: inout DiagnosticCollector
) throws(AuthorErrors) -> Report {
  let theme = resolveTheme(theme, into: &diagnostics)
  var resolver = Resolver(spec: spec, theme: theme)
  let report = resolver.report()
  for diagnostic in resolver.diagnostics.inOrder { diagnostics.report(diagnostic) }
  try diagnostics.throwIfErrors()
  guard let report else { preconditionFailure("a theme that cannot be resolved has been reported") }
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
  private(set) var nomenclature = Register<Objective>()
  /// How many figures have been numbered.
  var figureCount = 0
  /// The names given to figures, to keep them apart.
  var figureNames: Set<String> = []
  /// All figures of the body by their names: a text may refer to one that comes after it.
  let figures: [NumberedFigure]
  /// The names of the figures that texts refer to.
  var referredFigures: Set<String> = []
  /// How many footnotes have been read.
  var footnoteCount = 0
  /// How many sections stand around what is being resolved.
  var sectionDepth = 0
  /// What stands around what is being resolved that a page cannot start in, outermost first.
  var arrangements: [String] = []
  /// The report's page; `nil` where its theme is wrong.
  var reportPage: PageGeometry?
  /// `nil` after errors in it.
  private let chosenTheme: Theme?

  init(spec: ReportSpec, theme: Theme?) {
    self.spec = spec
    chosenTheme = theme
    figures = numberedFigures(of: spec.body)
  }

  /// - Returns: `nil` where there is no theme to show it in.
  mutating func report() -> Report? {
    let head = head()
    let output = output()
    let theme = theme()
    let abbreviations = spec.abbreviations.map {
      Abbreviation(
        name: $0.name.value, meaning: $0.meaning.value, plural: $0.plural?.value, place: $0.name.place)
    }
    for source in spec.sources {
      checkDatabase(of: source)
      sources.add(resolve(source, method: nil))
    }
    declareTables()
    for population in spec.populations { declare(population) }
    for objective in spec.nomenclature { nomenclature.add(resolve(objective)) }
    checkNomenclature()
    let dimensions = indicatorDimensions()
    for indicator in spec.indicators {
      if let indicator = resolve(indicator, dimensions) { indicators.add(indicator) }
    }
    checkFormulas()
    for comparison in spec.comparisons {
      if let comparison = resolve(comparison) { comparisons.add(comparison) }
    }
    // References in texts are looked up only once every name is known to be good: a badly declared
    // indicator would otherwise be reported again at each of its uses.
    if !diagnostics.hasErrors { resolveMethods() }
    let body = diagnostics.hasErrors ? [] : spec.body.compactMap { block($0) }
    if !diagnostics.hasErrors { checkFigureReferences() }
    guard let theme else { return nil }
    return Report(
      head: head, output: output, theme: theme, sources: sources, tables: tables, populations: populations,
      indicators: indicators,
      comparisons: comparisons, nomenclature: nomenclature, abbreviations: abbreviations, body: body)
  }

  mutating func add(_ table: ShapedTable) { tables.add(table) }

  // MARK: Head

  private mutating func head() -> Head {
    Head(
      title: spec.head.title.value, subtitle: spec.head.subtitle?.value, period: period(spec.head.period),
      language: spec.head.language?.value ?? .french, publisher: spec.head.publisher?.value,
      author: spec.head.author?.value, date: period(spec.head.date), history: spec.head.history,
      typography: typography, wholeNames: spec.head.keepWhole.map(\.value),
      numberedLevels: spec.head.numberedHeadings?.value ?? 0,
      frontMatter: spec.head.page?.frontMatter?.value ?? .arabic, cover: cover(), imprint: imprint())
  }

  private var typography: TypographyRules {
    switch (spec.head.typography?.value, spec.head.language?.value ?? .french) {
    case (let chosen?, _): chosen
    case (nil, .french): .french
    case (nil, .english): .english
    }
  }

  /// The theme, with what the report has otherwise.
  private mutating func theme() -> Theme? {
    guard var theme = chosenTheme else { return nil }
    if let align = spec.head.align { theme.text.alignment = align.value }
    if let numerals = spec.head.numerals { theme.text.hasOldStyleFigures = numerals.value == .oldStyle }
    theme.page = page(of: theme.page)
    reportPage = theme.page
    return theme
  }

  mutating func period(_ text: Located<String>?) -> Period? {
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
        missing: source.missing, types: source.types, selection: source.selection, notes: source.notes)
    }
    return Source(
      id: ID(source.id.value), title: source.title.value, producer: source.producer?.value,
      year: source.year?.value, licence: source.licence?.value, sample: source.sample?.value,
      method: method, url: source.url?.value, data: data, server: source.server,
      designEffect: source.designEffect?.value ?? 1,
      secrecy: source.secrecy.map(Self.rule))
  }

  private mutating func declare(_ spec: PopulationSpec) {
    let name = spec.id.value
    if populations.find(name) != nil {
      diagnostics.report(.error(.declaredTwice(name), at: spec.id.place))
    }
    if TableWord(rawValue: name) != nil || ReferenceWord(rawValue: name) != nil {
      diagnostics.report(.error(.reservedName(name), at: spec.id.place))
    }
    if let short = spec.short { checkName(short) }
    populations.add(
      Population(
        id: ID(name), kind: spec.kind, label: spec.label.value, short: spec.short?.value ?? spec.label.value,
        phrase: spec.phrase?.value, universe: spec.universe?.value, role: spec.role?.value,
        parent: parent(of: spec), vintage: spec.vintage?.value,
        codes: [name, spec.label.value] + [spec.short?.value].compactMap(\.self) + spec.codes.map(\.value)))
  }

  /// What a population is a part of, which may be declared after it; nothing is a part of itself.
  private mutating func parent(of spec: PopulationSpec) -> ID<Population>? {
    guard let name = spec.parent else { return nil }
    let known = self.spec.populations.map(\.id.value)
    guard known.contains(name.value) else {
      diagnostics.report(
        .error(
          .unknownPopulation(name.value), at: name.place,
          hints: .suggestion(for: name.value, among: known)))
      return nil
    }
    var seen = [spec.id.value]
    var next: String? = name.value
    while let current = next {
      guard !seen.contains(current) else {
        diagnostics.report(.error(.partOfItself(spec.id.value), at: name.place))
        return nil
      }
      seen.append(current)
      next = self.spec.populations.first { $0.id.value == current }?.parent?.value
    }
    return ID(name.value)
  }

  static func rule(_ spec: SecrecySpec) -> SecrecyPolicy {
    SecrecyPolicy(
      place: spec.place, minimum: spec.minimum?.value, contributors: spec.contributors?.value,
      dominance: spec.dominance?.value, protection: spec.protection?.value ?? 10)
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
  static func unknownSource(_ name: String) -> Self {
    Self("unknown-source", fr: "source inconnue « \(name) »", en: "unknown source “\(name)”")
  }
  fileprivate static func partOfItself(_ name: String) -> Self {
    Self(
      "part-of-itself", fr: "« \(name) » serait une partie de soi", en: "“\(name)” would be a part of itself")
  }
  static func notAPeriod(_ text: String) -> Self {
    Self("not-a-period", fr: "« \(text) » n’est pas une période", en: "“\(text)” is not a period")
  }
  static func declaredTwice(_ name: String) -> Self {
    Self(
      "declared-twice", fr: "« \(name) » est déjà déclaré plus haut",
      en: "“\(name)” is already declared above")
  }
  static func reservedName(_ name: String) -> Self {
    Self(
      "reserved-name", fr: "« \(name) » est un mot du langage : choisissez un autre nom",
      en: "“\(name)” is a word of the language: choose another name")
  }
}

extension Diagnostic.Hint {
  static let sayBy = Self(
    fr: "dites « by: » dans sa « value: » quelle colonne donne la population",
    en: "say “by:” in its “value:” which column gives the population")
  fileprivate static let periodForms = Self(
    fr: "écrivez 2026, 2026-T3, 2026-09 ou 2026-09-30", en: "write 2026, 2026-Q3, 2026-09 or 2026-09-30")
}
