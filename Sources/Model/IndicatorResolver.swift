import Diagnostics
import Expressions
import Spec

/// Resolves indicators: what they are, what they serve, and where their values come from.
extension Resolver {
  mutating func resolve(_ spec: IndicatorSpec, _ dimensions: [String: IndicatorDimensions]) -> Indicator? {
    let name = spec.id.value
    if populations.find(name) != nil {
      diagnostics.report(.error(.declaredTwice(name), at: spec.id.place))
    }
    if TableWord(rawValue: name) != nil || Self.ownWords.contains(name) {
      diagnostics.report(.error(.reservedName(name), at: spec.id.place))
    }
    let reading = spec.reading.flatMap { readingTemplate($0) }
    let period = period(spec.period)
    let description = description(of: spec)
    checkUnit(of: spec)
    checkParts(of: spec)
    guard let source = find(spec.source, in: sources, otherwise: Diagnostic.Message.unknownSource),
      let value = value(of: spec, source), let description, let dimensions = dimensions[name]
    else { return nil }
    let secrecy = spec.secrecy.map(Self.rule) ?? source.secrecy
    if let secrecy { checkSecrecy(secrecy, of: spec) }
    return Indicator(
      id: ID(name), label: spec.label.value, short: spec.short?.value ?? spec.label.value,
      definition: spec.definition?.value, unit: spec.unit.value, counts: spec.counts?.value,
      universe: spec.universe?.value, direction: spec.direction?.value, nature: spec.nature?.value,
      source: source.id, period: period ?? source.year.flatMap { Period($0) }, choosesPeriod: period != nil,
      decimals: spec.decimals?.value, scale: spec.scale?.value ?? .units, reading: reading,
      description: description, secrecy: secrecy, value: value,
      isByPopulation: dimensions.isByPopulation, isByPeriod: dimensions.isByPeriod)
  }

  private mutating func value(of spec: IndicatorSpec, _ source: Source) -> IndicatorValue? {
    switch spec.value {
    case nil: return .documented
    case .column(let cells):
      let table = cells.table.flatMap { origin(named: $0) }
      if cells.table != nil && table == nil { return nil }
      if source.data == nil, source.server == nil, table == nil {
        diagnostics.report(
          .error(.sourceWithoutData(source.id.name), at: spec.source.place, hints: [.addData]))
      }
      return .cells(cells, of: table ?? .source(source.id))
    case .formula(let text): return formula(text).map(IndicatorValue.formula)
    case .index(let of, let base):
      guard declares(of), let period = period(base) else { return nil }
      return .index(of: ID(of.value), base: Located(period, at: base.place))
    }
  }

  // MARK: Description

  private mutating func description(of spec: IndicatorSpec) -> IndicatorDescription? {
    let description = spec.description
    let serves = description.serves.compactMap {
      find($0, in: nomenclature, otherwise: Diagnostic.Message.unknownObjective)
    }
    let target = description.target.flatMap { resolve($0) }
    let breaks = description.breaks.compactMap { spec in
      period(spec.at).map { SeriesBreak(at: $0, note: spec.note?.value) }
    }
    if let base = description.minimumBase, !spec.hasRespondents {
      diagnostics.report(.error(.baseUnknown, at: base.place, hints: [.addRespondents]))
    }
    guard serves.count == description.serves.count, (target == nil) == (description.target == nil) else {
      return nil
    }
    return IndicatorDescription(
      serves: serves.map(\.id), target: target, periodicity: description.periodicity?.value,
      staleAfter: description.staleAfter?.value, minimumBase: description.minimumBase?.value,
      vintage: description.vintage?.value, dating: description.dating?.value, breaks: breaks,
      owner: description.owner?.value, addsUp: spec.addsUp,
      parts: description.parts.filter { declares($0) }.map { ID($0.value) }, status: description.status?.value
    )
  }

  private mutating func resolve(_ spec: TargetSpec) -> Target? {
    let chosen = spec.populations.compactMap {
      find($0, in: populations, otherwise: Diagnostic.Message.unknownPopulation)
    }
    guard let by = period(spec.by), chosen.count == spec.populations.count else { return nil }
    return Target(
      place: spec.place, value: spec.value.value, by: by, agreed: spec.agreed?.value,
      populations: chosen.map(\.id))
  }

  /// What only counts and sums of money have.
  private mutating func checkUnit(of spec: IndicatorSpec) {
    switch spec.unit.value {
    case .count: break
    case .euros:
      if let counts = spec.counts {
        diagnostics.report(.error(.notForUnit("counts", spec.unit.value), at: counts.place))
      }
    case .percent, .perThousand, .ratio, .years, .index, .points:
      if let counts = spec.counts {
        diagnostics.report(.error(.notForUnit("counts", spec.unit.value), at: counts.place))
      }
      if let scale = spec.scale, scale.value != .units {
        diagnostics.report(.error(.notForUnit("scale", spec.unit.value), at: scale.place))
      }
    }
    if let addsUp = spec.description.addsUp, addsUp.value == .yes, !spec.unit.value.canAddUp {
      diagnostics.report(.error(.notForUnit("adds-up", spec.unit.value), at: addsUp.place, hints: [.noSums]))
    }
  }

  /// Parts have the unit of their sum, and can be added.
  private mutating func checkParts(of indicator: IndicatorSpec) {
    for part in indicator.description.parts {
      guard let other = spec.indicators.first(where: { $0.id.value == part.value }) else { continue }
      if other.id.value == indicator.id.value || other.unit.value != indicator.unit.value || !other.addsUp {
        diagnostics.report(.error(.notAPart(part.value, of: indicator.id.value), at: part.place))
      }
    }
  }

  /// A rule can only hide what the data tell.
  private mutating func checkSecrecy(_ policy: SecrecyPolicy, of spec: IndicatorSpec) {
    guard case .column(let cells) = spec.value else { return }
    func lacks(_ key: String, _ column: String) {
      diagnostics.report(
        .error(.secrecyNeeds(key, column, spec.id.value), at: spec.id.place, hints: [.addColumn(column)]))
    }
    if policy.minimum != nil, cells.units == nil, spec.unit.value != .count { lacks("minimum", "units") }
    if policy.contributors != nil, cells.contributors == nil { lacks("contributors", "contributors") }
    if policy.dominance != nil, cells.largest == nil { lacks("dominance", "largest") }
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
      case .passage(let passage):
        diagnostics.report(.error(.unknownReadingPart(passage.text), at: passage.place))
        return nil
      }
    }
    if !parts.contains(.value) {
      diagnostics.report(.error(.readingWithoutValue, at: template.place))
    }
    return ReadingTemplate(parts: parts)
  }
}

extension IndicatorSpec {
  /// Whether sums of it make sense, as its author says; counts and money add up unless they say no.
  var addsUp: Bool {
    description.addsUp.map { $0.value == .yes } ?? unit.value.canAddUp
  }

  fileprivate var hasRespondents: Bool {
    if case .column(let cells) = value { cells.respondents != nil } else { false }
  }
}

extension UnitOfMeasure {
  /// Rates, means, medians and indices have no sum.
  fileprivate var canAddUp: Bool {
    switch self {
    case .count, .euros: true
    case .percent, .perThousand, .ratio, .years, .index, .points: false
    }
  }
}

extension Diagnostic.Message {
  static func unknownObjective(_ name: String) -> Self {
    Self(
      "unknown-objective", fr: "objectif inconnu de la nomenclature « \(name) »",
      en: "unknown objective of the nomenclature “\(name)”")
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
  fileprivate static func notAPart(_ part: String, of whole: String) -> Self {
    Self(
      "not-a-part",
      fr: "« \(part) » ne peut pas être une partie de « \(whole) » (autre unité, ou ne s’additionne pas)",
      en: "“\(part)” cannot be a part of “\(whole)” (another unit, or it does not add up)")
  }
  fileprivate static func secrecyNeeds(_ rule: String, _ column: String, _ indicator: String) -> Self {
    Self(
      "secrecy-needs-column",
      fr: "la règle de secret « \(rule) » demande une colonne « \(column) » pour « \(indicator) »",
      en: "the secrecy rule “\(rule)” needs a column “\(column)” for “\(indicator)”")
  }
  fileprivate static var baseUnknown: Self {
    Self(
      "base-unknown", fr: "« minimum-base » demande de savoir combien ont répondu",
      en: "`minimum-base` needs to know how many answered")
  }
}

extension Diagnostic.Hint {
  fileprivate static func addColumn(_ key: String) -> Self {
    Self(
      fr: "dites dans sa « value: » quelle colonne le donne : « \(key): … »",
      en: "say in its `value:` which column tells: `\(key): …`")
  }
  fileprivate static let addRespondents = Self(
    fr: "dites dans « value: » quelle colonne le donne : « respondents: … »",
    en: "say in `value:` which column tells: `respondents: …`")
  fileprivate static let noSums = Self(
    fr: "une somme de taux, de moyennes ou de médianes n’a pas de sens ; il faut des poids",
    en: "a sum of rates, means or medians makes no sense; weights are needed")
  fileprivate static let addData = Self(
    fr: "ajoutez « data: data/fichier.csv » à la source", en: "add “data: data/file.csv” to the source")
}
