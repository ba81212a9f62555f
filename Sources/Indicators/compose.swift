import DataSources
import Diagnostics
import Model
import Spec
import Typography

/// Computes every figure of a report and puts it in words.
///
/// - Parameter each: is given each figure once it is composed, with the report around it as far as it is known: no body,
///   cover or glossary.
/// - Returns: what will be printed.
/// - Throws: what is wrong in the data or in how the report reads them.
package func compose(
  _ report: Report, from tables: Tables, history: [PastObservation] = [],
  into diagnostics: inout DiagnosticCollector, each: ((Figure, Publication) -> Void)? = nil
) throws(AuthorErrors) -> Publication {
  let observations = observe(report, in: tables, history: history, into: &diagnostics)
  checkUnits(report, in: tables, into: &diagnostics)
  try diagnostics.throwIfErrors()
  var composer = Composer(
    report: report, observations: observations, tables: tables, diagnostics: diagnostics)
  let frame = composer.frame()
  composer.tell = { each?($0, frame) }
  let publication = composer.publication()
  diagnostics = composer.diagnostics
  try diagnostics.throwIfErrors()
  return publication
}

/// Puts a report into words, block by block.
struct Composer {
  let report: Report
  let observations: Observations
  let wording: Wording
  let profile: TypographicProfile
  var diagnostics: DiagnosticCollector
  /// Values that were asked for in vain, each reported where it was first missed.
  private var missed: Set<String> = []
  private let texts: [ID<Indicator>: ValueText]
  let setter: TextSetter
  let comparer: Comparer
  /// Comparisons whose values differ in more than what is compared, each warned of once.
  var warned: Set<ID<Comparison>> = []
  /// The numbers of the notes met so far.
  var footnoteNumbers: [Footnote.ID: Int] = [:]
  /// What the report's abbreviations have come to so far.
  let abbreviations: AbbreviationBook
  /// The tables that data tables show.
  let tables: Tables
  var headingNumbers: HeadingNumbers
  /// How many sections have been met.
  var headingCount = 0
  /// Is told of each figure.
  fileprivate var tell: (Figure) -> Void = { _ in }

  init(report: Report, observations: Observations, tables: Tables, diagnostics: DiagnosticCollector) {
    self.report = report
    self.tables = tables
    comparer = Comparer(report: report, observations: observations)
    self.observations = observations
    self.diagnostics = diagnostics
    wording = Wording(language: report.head.language, typography: report.head.typography)
    profile = TypographicProfile(report.head.typography)
    texts = valueTexts(of: report, observations)
    headingNumbers = HeadingNumbers(levels: report.head.numberedLevels)
    abbreviations = AbbreviationBook(report.abbreviations)
    setter = TextSetter(profile: profile, abbreviations: abbreviations)
  }

  mutating func publication() -> Publication {
    var publication = frame()
    publication.body = report.body.map { block($0) }
    publication.cover = report.head.cover.map { cover($0) }
    publication.imprint = report.head.imprint.map { imprint($0) }
    publication.glossary = glossary()
    return publication
  }

  /// The report without what stands on its pages.
  func frame() -> Publication {
    let periods = PeriodText(language: report.head.language)
    return Publication(
      title: set(report.head.title), subtitle: report.head.subtitle.map(set),
      publisher: report.head.publisher.map(set), author: report.head.author.map(set),
      period: report.head.period.map { capitalized(periods.label($0)) }, date: report.head.date,
      dateText: report.head.date.map(periods.label), language: report.head.language,
      output: report.output, typography: report.head.typography, wholeNames: report.head.wholeNames,
      theme: report.theme, frontMatter: report.head.frontMatter, body: [])
  }

  private func told(_ figure: Figure) -> PublishedBlock {
    tell(figure)
    return .figure(figure)
  }

  mutating func block(_ block: Block) -> PublishedBlock {
    switch block {
    case .section(let section): self.section(section)
    case .text(let blocks): .text(blocks.map { text($0) })
    case .callout(let kind, let title, let text):
      .callout(
        PublishedCallout(
          word: wording.text(kind), title: title.map { plain($0) }, texts: text.map { self.text($0) }))
    case .image(let image): .image(self.image(image))
    case .keyFigures(let figures): .keyFigures(figures.map { keyFigure($0) })
    case .chart(let chart): told(figure(chart))
    case .table(let table): told(figure(table))
    case .dataTable(let table): told(figure(table))
    case .indicatorCard(let card): .card(self.card(card))
    case .nomenclature(let id, let number): told(nomenclature(id: id, number: number))
    case .grid(let columns, let spans, let blocks):
      .grid(columns: columns, spans: spans, blocks.map { self.block($0) })
    case .arranged(let arrangement, let blocks): .arranged(arrangement, blocks.map { self.block($0) })
    case .directory(let directory): self.directory(directory)
    case .pageBreak: .pageBreak
    case .sourcesAndMethods: sources()
    case .glossary: .glossary(title: wording.glossary)
    }
  }

  // MARK: Looking up

  func valueText(_ indicator: ID<Indicator>) -> ValueText {
    guard let text = texts[indicator] else {
      preconditionFailure("each declared indicator has a way to be printed")
    }
    return text
  }

  /// The observation of an indicator; one that no row gives is reported where it was asked for.
  mutating func observation(
    _ indicator: ID<Indicator>, _ viewpoint: Viewpoint, askedAt place: Place
  ) -> Observation? {
    if let observation = observations.find(indicator, viewpoint) { return observation }
    let population = viewpoint.population
    let name = "\(indicator.name)[\(population?.name ?? "")]"
    guard missed.insert(name + viewpoint.period.word).inserted else { return nil }
    let periods = observations.periods(of: indicator, population)
    if viewpoint.period != .current, !periods.isEmpty {
      diagnostics.report(
        .error(
          .noSuchPeriod(indicator.name, population?.name, viewpoint.period.word), at: place,
          hints: .suggestion(for: viewpoint.period.word, among: periods.map(\.code))))
      return nil
    }
    let codes = distinct(population.map { report.populations[$0].codes } ?? [])
    var hints: [Diagnostic.Hint] = []
    if case .cells(let cells, _) = report.indicators[indicator].value, let by = cells.by.first {
      hints = [.populationCodes(by.value, codes)]
    }
    if !periods.isEmpty { hints = [.laterPeriods(periods.map(\.code))] }
    diagnostics.report(.error(.noObservation(indicator.name, population?.name), at: place, hints: hints))
    return nil
  }

  /// Final signs and spaces for a text.
  func set(_ text: String) -> String { setter.set(text) }
}

/// How each indicator's values are printed.
///
/// Indicators of one source and unit are printed with the same decimals, as their producer measured them:
/// 54,0 % stands beside 87,3 %.
func valueTexts(of report: Report, _ observations: Observations) -> [ID<Indicator>: ValueText] {
  struct Kinship: Hashable {
    let source: ID<Source>
    let unit: UnitOfMeasure
    let scale: Scale
    let alone: ID<Indicator>?
  }
  let families = Dictionary(grouping: report.indicators.elements) {
    // Counts have no decimals to share: a mean of them may have some of its own.
    Kinship(source: $0.source, unit: $0.unit, scale: $0.scale, alone: $0.unit == .count ? $0.id : nil)
  }
  var texts: [ID<Indicator>: ValueText] = [:]
  for family in families.values {
    let values = family.flatMap { observations.numbers(of: $0.id) }
    for indicator in family {
      texts[indicator.id] = ValueText(for: indicator, values: values, language: report.head.language)
    }
  }
  return texts
}

extension Diagnostic.Message {
  fileprivate static func noObservation(_ indicator: String, _ population: String?) -> Self {
    let whom = population.map { "[\($0)]" } ?? ""
    return Self(
      "no-observation", fr: "les données n’ont pas de valeur pour « \(indicator)\(whom) »",
      en: "the data have no value for “\(indicator)\(whom)”")
  }
}

extension Diagnostic.Message {
  fileprivate static func noSuchPeriod(_ indicator: String, _ population: String?, _ period: String) -> Self {
    let whom = population.map { "[\($0)]" } ?? ""
    return Self(
      "no-such-period", fr: "« \(indicator)\(whom) » n’a pas de valeur pour « \(period) »",
      en: "“\(indicator)\(whom)” has no value for “\(period)”")
  }
}

extension Diagnostic.Hint {
  fileprivate static func laterPeriods(_ periods: [String]) -> Self {
    let known = periods.prefix(12).joined(separator: ", ")
    return Self(
      fr:
        "périodes connues : \(known) ; la période du rapport leur est antérieure, ou « period: » en demande une autre",
      en: "known periods: \(known); the report's period is before them, or `period:` asks for another")
  }
  fileprivate static func populationCodes(_ column: String, _ codes: [String]) -> Self {
    let listed = codes.map { "« \($0) »" }.joined(separator: ", ")
    let quoted = codes.map { "“\($0)”" }.joined(separator: ", ")
    return Self(
      fr:
        "la colonne « \(column) » devrait contenir \(listed) ; sinon, ajoutez « codes: […] » à la population",
      en: "the column “\(column)” should hold \(quoted); else add “codes: […]” to the population")
  }
}
