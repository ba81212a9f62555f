import Diagnostics
import Yams

/// Reads indicators: what they are, and where their values come from.
extension SpecReader {
  enum IndicatorKey: String, SpecKey {
    case label, short, definition, unit, counts, universe, direction, nature, source, period, decimals, scale,
      reading
    case serves, target, periodicity, vintage, dating, breaks, owner, status, secrecy
    case staleAfter = "stale-after"
    case minimumBase = "minimum-base"
    case addsUp = "adds-up"
    case parts
    case value
  }

  mutating func indicator(named id: Located<String>, _ node: Node) -> IndicatorSpec? {
    let what = Bilingual(fr: "indicateur « \(id.value) »", en: "indicator “\(id.value)”")
    guard let keys = mapping(node, of: what, owner: id.place, as: IndicatorKey.self) else { return nil }
    let label = requiredText(.label, in: keys)
    let short = text(keys[.short])
    let definition = text(keys[.definition])
    let unit = required(.unit, in: keys).flatMap { choice($0, UnitOfMeasure.self) }
    let counts = text(keys[.counts])
    let universe = text(keys[.universe])
    let direction = choice(keys[.direction], Direction.self)
    let nature = choice(keys[.nature], Nature.self)
    let source = requiredText(.source, in: keys)
    let period = text(keys[.period])
    let decimals = integer(keys[.decimals], in: 0...6)
    let scale = choice(keys[.scale], Scale.self)
    let reading = template(keys[.reading])
    let description = description(keys)
    let secrecy = keys[.secrecy].flatMap { self.secrecy($0) }
    let value = keys[.value].flatMap { self.value($0) }
    guard let label, let unit, let source, value != nil || keys[.value] == nil else { return nil }
    return IndicatorSpec(
      id: id, label: label, short: short, definition: definition, unit: unit, counts: counts,
      universe: universe, direction: direction, nature: nature, source: source, period: period,
      decimals: decimals, scale: scale, reading: reading, description: description, secrecy: secrecy,
      value: value)
  }

  private mutating func description(_ keys: SpecMapping<IndicatorKey>) -> IndicatorDescriptionSpec {
    IndicatorDescriptionSpec(
      serves: texts(keys[.serves]), target: keys[.target].flatMap { target($0) },
      periodicity: choice(keys[.periodicity], Periodicity.self),
      staleAfter: integer(keys[.staleAfter], in: 1...1200),
      minimumBase: integer(keys[.minimumBase], in: 1...1_000_000), vintage: text(keys[.vintage]),
      dating: text(keys[.dating]), breaks: items(keys[.breaks]).compactMap { seriesBreak($0) },
      owner: text(keys[.owner]), addsUp: choice(keys[.addsUp], YesNo.self), parts: texts(keys[.parts]),
      status: choice(keys[.status], ObservationStatus.self))
  }

  enum TargetKey: String, SpecKey { case value, by, agreed, `for` }

  private mutating func target(_ node: Node) -> TargetSpec? {
    let what = Bilingual(fr: "target", en: "target")
    guard let keys = mapping(node, of: what, as: TargetKey.self) else { return nil }
    let value = required(.value, in: keys).flatMap { decimal($0) }
    let by = requiredText(.by, in: keys)
    let agreed = text(keys[.agreed])
    let populations = texts(keys[.for])
    guard let value, let by else { return nil }
    return TargetSpec(place: keys.place, value: value, by: by, agreed: agreed, populations: populations)
  }

  enum BreakKey: String, SpecKey { case at, note }

  private mutating func seriesBreak(_ node: Node) -> SeriesBreakSpec? {
    let what = Bilingual(fr: "breaks", en: "breaks")
    guard let keys = mapping(node, of: what, as: BreakKey.self) else { return nil }
    let note = text(keys[.note])
    return requiredText(.at, in: keys).map { SeriesBreakSpec(at: $0, note: note) }
  }

  enum SecrecyKey: String, SpecKey { case minimum, contributors, dominance, protection }

  mutating func secrecy(_ node: Node) -> SecrecySpec? {
    let what = Bilingual(fr: "secrecy", en: "secrecy")
    guard let keys = mapping(node, of: what, as: SecrecyKey.self) else { return nil }
    return SecrecySpec(
      place: keys.place, minimum: integer(keys[.minimum], in: 1...1_000_000),
      contributors: integer(keys[.contributors], in: 1...1_000_000),
      dominance: decimal(keys[.dominance], in: 1...100), protection: decimal(keys[.protection], in: 0...100))
  }

  // MARK: Values

  enum ValueKey: String, SpecKey {
    case table, column, `where`, by, period, status, respondents, margin, units, contributors, largest
    case formula
    case indexOf = "index-of"
    case basePeriod = "base-period"
  }

  private mutating func value(_ node: Node) -> IndicatorValueSpec? {
    let what = Bilingual(fr: "value", en: "value")
    guard let keys = mapping(node, of: what, as: ValueKey.self) else { return nil }
    if let formula = text(keys[.formula]) {
      rejectKeys(of: node, besides: [.formula])
      return .formula(formula)
    }
    if let of = text(keys[.indexOf]) {
      rejectKeys(of: node, besides: [.indexOf, .basePeriod])
      return requiredText(.basePeriod, in: keys).map { .index(of: of, base: $0) }
    }
    let filters = columnFilters(keys[.where], of: "where")
    let column = requiredText(.column, in: keys)
    let spec = column.map { column in
      ValueSpec(
        place: keys.place, table: text(keys[.table]), column: column, filters: filters,
        by: texts(keys[.by]), period: text(keys[.period]), status: text(keys[.status]),
        respondents: text(keys[.respondents]), margin: text(keys[.margin]), units: text(keys[.units]),
        contributors: text(keys[.contributors]), largest: text(keys[.largest]))
    }
    return spec.map(IndicatorValueSpec.column)
  }

  /// What cells of some columns read: `{ indicateur: internet, annee: 2025 }`.
  mutating func columnFilters(_ node: Node?, of key: String) -> [ColumnFilter] {
    pairs(node, of: Bilingual(fr: key, en: key)).compactMap { column, value in
      text(value).map { ColumnFilter(column: column, text: $0) }
    }
  }

  /// A computed value has no columns.
  private mutating func rejectKeys(of node: Node, besides allowed: [ValueKey]) {
    let words = allowed.map(\.rawValue)
    for (key, _) in pairs(node, of: Bilingual(fr: "value", en: "value"))
    where ValueKey(rawValue: key.value) != nil && !words.contains(key.value) {
      diagnostics.report(.error(.notBeside(key.value, words[0]), at: key.place))
    }
  }

  // MARK: Nomenclature

  enum ObjectiveKey: String, SpecKey { case label, kind, under, definition }

  mutating func objective(named id: Located<String>, _ node: Node) -> ObjectiveSpec? {
    let what = Bilingual(fr: "objectif « \(id.value) »", en: "objective “\(id.value)”")
    guard let keys = mapping(node, of: what, owner: id.place, as: ObjectiveKey.self) else { return nil }
    let kind = choice(keys[.kind], ObjectiveKind.self)
    let under = texts(keys[.under])
    let definition = text(keys[.definition])
    return requiredText(.label, in: keys).map {
      ObjectiveSpec(id: id, label: $0, kind: kind, under: under, definition: definition)
    }
  }

  // MARK: Comparisons

  enum ComparisonKey: String, SpecKey {
    case indicators, subject, references, measure, confidence, among, same
  }

  mutating func comparison(named id: Located<String>, _ node: Node) -> ComparisonSpec? {
    let what = Bilingual(fr: "comparaison « \(id.value) »", en: "comparison “\(id.value)”")
    guard let keys = mapping(node, of: what, owner: id.place, as: ComparisonKey.self) else { return nil }
    let indicators = requiredTexts(.indicators, in: keys)
    let subject = requiredText(.subject, in: keys)
    let references = requiredTexts(.references, in: keys)
    let measure = choice(keys[.measure], Measure.self)
    let confidence = decimal(keys[.confidence], in: 50...99.99)
    let among = texts(keys[.among])
    let same = texts(keys[.same])
    guard let indicators, let subject, let references else { return nil }
    return ComparisonSpec(
      id: id, indicators: indicators, subject: subject, references: references, measure: measure,
      confidence: confidence, among: among, same: same)
  }
}

extension Diagnostic.Message {
  fileprivate static func notBeside(_ key: String, _ other: String) -> Self {
    Self(
      "not-beside", fr: "« \(key) » ne va pas avec « \(other) »", en: "“\(key)” does not go with “\(other)”")
  }
}
