import Diagnostics
import Yams

/// Reads the parts of a report. A part that cannot be read is reported and left out; the reading goes on.
extension SpecReader {
  enum ReportKey: String, SpecKey {
    case parameters, report, output, sources, tables, populations, territories, nomenclature, indicators
    case comparisons, abbreviations, body
  }

  /// - Parameter settings: values of parameters for this run.
  mutating func report(_ root: Node, settings: [(name: String, value: String)] = []) -> ReportSpec? {
    let what = Bilingual(fr: "la spécification", en: "the spec")
    let start = Place(in: source, line: 1, column: 1)
    guard let keys = mapping(root, of: what, owner: start, as: ReportKey.self) else { return nil }
    readParameters(keys[.parameters])
    let declared = parameters.names
    for (name, value) in settings { parameters.set(name, to: value) }
    let head = required(.report, in: keys).flatMap { self.head($0) }
    let output = keys[.output].flatMap { self.output($0) }
    let sources = entries(keys[.sources], of: .sources).compactMap { self.source(named: $0, $1) }
    let tables = entries(keys[.tables], of: .tables).compactMap { shapedTable(named: $0, $1) }
    let populations =
      entries(keys[.populations], of: .populations).compactMap { population(named: $0, $1, .population) }
      + entries(keys[.territories], of: .territories).compactMap { population(named: $0, $1, .territory) }
    let indicators = entries(keys[.indicators], of: .indicators).compactMap { indicator(named: $0, $1) }
    let comparisons = entries(keys[.comparisons], of: .comparisons).compactMap { comparison(named: $0, $1) }
    let nomenclature = entries(keys[.nomenclature], of: .nomenclature).compactMap { objective(named: $0, $1) }
    let abbreviations = abbreviations(keys[.abbreviations])
    let body = required(.body, in: keys).map { blocks($0) } ?? []
    guard let head else { return nil }
    return ReportSpec(
      parameters: declared, head: head, output: output, sources: sources, tables: tables,
      populations: populations,
      indicators: indicators,
      comparisons: comparisons, nomenclature: nomenclature, abbreviations: abbreviations,
      body: body)
  }

  // MARK: Head

  enum HeadKey: String, SpecKey {
    case title, subtitle, period, language, theme, cover, imprint, publisher, author, date, history, align
    case typography
    case keepWhole = "keep-whole"
    case page
    case numberedHeadings = "numbered-headings"
    case numerals
    case figureReferences = "figure-references"
  }

  private mutating func head(_ node: Node) -> HeadSpec? {
    let what = Bilingual(fr: "report", en: "report")
    guard let keys = mapping(node, of: what, as: HeadKey.self) else { return nil }
    let title = requiredText(.title, in: keys)
    let subtitle = text(keys[.subtitle])
    let period = text(keys[.period])
    let language = choice(keys[.language], ReportLanguage.self)
    let theme = themeChoice(keys[.theme])
    let cover = cover(keys[.cover])
    let imprint = imprint(keys[.imprint])
    let publisher = text(keys[.publisher])
    let author = text(keys[.author])
    let date = text(keys[.date])
    let history = text(keys[.history])
    let align = choice(keys[.align], TextAlignment.self)
    let typography = choice(keys[.typography], TypographyRules.self)
    let keepWhole = texts(keys[.keepWhole])
    let page = keys[.page].flatMap { self.page($0) }
    let numberedHeadings = integer(keys[.numberedHeadings], in: 0...4)
    let numerals = choice(keys[.numerals], TextFigures.self)
    let figureReferences = choice(keys[.figureReferences], FigureReferences.self)
    guard let title else { return nil }
    return HeadSpec(
      title: title, subtitle: subtitle, period: period, language: language, theme: theme, cover: cover,
      imprint: imprint,
      publisher: publisher, author: author, date: date, history: history, align: align,
      typography: typography, keepWhole: keepWhole, numerals: numerals, figureReferences: figureReferences,
      page: page, numberedHeadings: numberedHeadings)
  }

  // MARK: Sources

  enum SourceKey: String, SpecKey {
    case title, producer, year, licence, sample, method, url, data, delimiter, encoding
    case decimalMark = "decimal-mark"
    case headerLine = "header-line"
    case headerRows = "header-rows"
    case format, path, sheet, range, merged, missing, types
    case designEffect = "design-effect"
    case secrecy
    case database, connection, table, query
    case pad, schema, metadata
  }

  private mutating func source(named id: Located<String>, _ node: Node) -> SourceSpec? {
    let what = Bilingual(fr: "source « \(id.value) »", en: "source “\(id.value)”")
    guard let keys = mapping(node, of: what, owner: id.place, as: SourceKey.self) else { return nil }
    let title = requiredText(.title, in: keys)
    let producer = text(keys[.producer])
    let year = text(keys[.year])
    let licence = text(keys[.licence])
    let sample = text(keys[.sample])
    let method = template(keys[.method])
    let url = text(keys[.url])
    let data = text(keys[.data])
    let delimiter = text(keys[.delimiter])
    let encoding = text(keys[.encoding])
    let decimalMark = text(keys[.decimalMark])
    let headerLine = integer(keys[.headerLine], in: 1...1000)
    let headerRows = integer(keys[.headerRows], in: 1...5)
    let format = text(keys[.format])
    let path = text(keys[.path])
    let sheet = text(keys[.sheet])
    let range = text(keys[.range])
    let merged = text(keys[.merged])
    let missing = pairs(keys[.missing], of: Bilingual(fr: "missing", en: "missing")).compactMap {
      mark, kind in
      text(kind).map { DeclaredMark(mark: mark, kind: $0) }
    }
    let types = pairs(keys[.types], of: Bilingual(fr: "types", en: "types")).compactMap { column, type in
      text(type).map { DeclaredType(column: column, type: $0) }
    }
    let database = self.database(keys)
    let notes = columnNotes(in: keys)
    guard let title else { return nil }
    return SourceSpec(
      id: id, title: title, producer: producer, year: year, licence: licence, sample: sample, method: method,
      url: url, data: data, delimiter: delimiter, encoding: encoding, decimalMark: decimalMark,
      headerLine: headerLine, headerRows: headerRows, format: format,
      path: path, sheet: sheet, range: range, merged: merged, missing: missing, types: types,
      database: database,
      designEffect: decimal(keys[.designEffect], in: 0.1...100),
      secrecy: keys[.secrecy].flatMap { secrecy($0) }, notes: notes)
  }

  // MARK: Populations and territories

  enum PopulationKey: String, SpecKey { case label, short, phrase, universe, role, parent, vintage, codes }

  private mutating func population(
    named id: Located<String>, _ node: Node, _ kind: PopulationSpec.Kind
  ) -> PopulationSpec? {
    let what =
      switch kind {
      case .population: Bilingual(fr: "population « \(id.value) »", en: "population “\(id.value)”")
      case .territory: Bilingual(fr: "territoire « \(id.value) »", en: "territory “\(id.value)”")
      }
    guard let keys = mapping(node, of: what, owner: id.place, as: PopulationKey.self) else { return nil }
    let label = requiredText(.label, in: keys)
    let short = text(keys[.short])
    let phrase = text(keys[.phrase])
    let universe = text(keys[.universe])
    let role = choice(keys[.role], PopulationRole.self)
    let parent = text(keys[.parent])
    let vintage = text(keys[.vintage])
    let codes = texts(keys[.codes])
    guard let label else { return nil }
    return PopulationSpec(
      id: id, kind: kind, label: label, short: short, phrase: phrase, universe: universe, role: role,
      parent: parent, vintage: vintage, codes: codes)
  }
}

extension Bilingual {
  fileprivate static let sources = Bilingual(fr: "sources", en: "sources")
  fileprivate static let tables = Bilingual(fr: "tables", en: "tables")
  fileprivate static let populations = Bilingual(fr: "populations", en: "populations")
  fileprivate static let territories = Bilingual(fr: "territories", en: "territories")
  fileprivate static let indicators = Bilingual(fr: "indicators", en: "indicators")
  fileprivate static let comparisons = Bilingual(fr: "comparisons", en: "comparisons")
  fileprivate static let nomenclature = Bilingual(fr: "nomenclature", en: "nomenclature")
}
