import Diagnostics
import Yams

/// Reads charts.
extension SpecReader {
  enum ChartKey: String, SpecKey {
    case id, kind, of, from, populations, periods
    case categories, series, panels, value, low, high, groups, width, target, status
    case labels, unit, counts, decimals, scale, source
    case orientation, highlight, sort
    case sortBy = "sort-by"
    case intervals, benchmarks, annotations, gaps, totals, apart, bins, each, axis, scales, columns
    case showValues = "show-values"
    case title, subtitle, reading, universe, note, alternative
  }

  mutating func chart(_ node: Node, at place: Place) -> ChartSpec? {
    let what = Bilingual(fr: "graphique", en: "chart")
    guard let keys = mapping(node, of: what, owner: place, as: ChartKey.self) else { return nil }
    let id = name(keys[.id])
    let kind = required(.kind, in: keys).flatMap { choice($0, ChartKind.self) }
    let data = chartData(keys)
    let apparatus = ApparatusSpec(
      place: place, title: template(keys[.title]), subtitle: template(keys[.subtitle]),
      reading: template(keys[.reading]), universe: template(keys[.universe]), note: template(keys[.note]),
      alternative: template(keys[.alternative]))
    let (categories, series, panels) = (text(keys[.categories]), text(keys[.series]), text(keys[.panels]))
    let orientation = choice(keys[.orientation], ChartOrientation.self)
    let highlight = texts(keys[.highlight])
    let sort = choice(keys[.sort], SortOrder.self)
    let sortBy = text(keys[.sortBy])
    let options = chartOptions(keys)
    guard let kind, let data else { return nil }
    return ChartSpec(
      id: id, kind: kind, data: data, categories: categories, series: series, panels: panels,
      orientation: orientation, highlight: highlight, sort: sort, sortBy: sortBy, options: options,
      apparatus: apparatus)
  }

  // MARK: Data

  private mutating func chartData(_ keys: SpecMapping<ChartKey>) -> ChartDataSpec? {
    if keys[.from] != nil {
      rejectKeys([.of, .populations, .periods], besides: "from", in: keys)
      return chartRows(keys).map(ChartDataSpec.rows)
    }
    rejectKeys(
      [.value, .low, .high, .groups, .width, .status, .labels, .unit, .counts, .decimals, .scale, .source],
      besides: "of", in: keys)
    let of = requiredTexts(.of, in: keys)
    let populations = texts(keys[.populations])
    let periods = texts(keys[.periods])
    return of.map { .indicators(SelectionSpec(of: $0, populations: populations, periods: periods)) }
  }

  /// Keys that say where values are in rows have no sense beside `of`, and the other way round.
  private mutating func rejectKeys(
    _ rejected: [ChartKey], besides other: String, in keys: SpecMapping<ChartKey>
  ) {
    for key in rejected {
      guard let node = keys[key] else { continue }
      diagnostics.report(.error(.keyBeside(key.rawValue, other), at: place(of: node), hints: [.ofOrFrom]))
    }
  }

  private mutating func chartRows(_ keys: SpecMapping<ChartKey>) -> ChartRowsSpec? {
    let value = requiredTexts(.value, in: keys)
    let labels = pairs(keys[.labels], of: Bilingual(fr: "labels", en: "labels")).compactMap { old, new in
      text(new).map { Renaming(old: old, new: $0) }
    }
    let rest = (
      low: text(keys[.low]), high: text(keys[.high]), groups: text(keys[.groups]), width: text(keys[.width]),
      target: text(keys[.target]), status: text(keys[.status])
    )
    let unit = choice(keys[.unit], UnitOfMeasure.self)
    let counts = text(keys[.counts])
    let decimals = integer(keys[.decimals], in: 0...6)
    let scale = choice(keys[.scale], Scale.self)
    let source = text(keys[.source])
    guard let from = text(keys[.from]), let value else { return nil }
    return ChartRowsSpec(
      from: from, value: value, low: rest.low, high: rest.high, groups: rest.groups, width: rest.width,
      target: rest.target, status: rest.status, labels: labels, unit: unit, counts: counts,
      decimals: decimals,
      scale: scale, source: source)
  }

  // MARK: Options

  private mutating func chartOptions(_ keys: SpecMapping<ChartKey>) -> ChartOptions {
    var options = ChartOptions()
    options.intervals = choice(keys[.intervals], IntervalStyle.self)
    options.references = numbers(keys[.benchmarks]).compactMap { referenceLine($0) }
    options.annotations = items(keys[.annotations]).compactMap { annotation($0) }
    options.gaps = gaps(keys[.gaps])
    options.totals = texts(keys[.totals])
    options.apart = text(keys[.apart])
    options.bins = integer(keys[.bins], in: 2...60)
    options.each = decimal(keys[.each], in: 0.000001...1e12)
    options.axis = keys[.axis].flatMap { axis($0) }
    options.scales = choice(keys[.scales], ScaleSharing.self)
    options.showsValues = choice(keys[.showValues], YesNo.self)
    options.columns = integer(keys[.columns], in: 1...6)
    return options
  }

  enum BenchmarkKey: String, SpecKey { case value, to, label }

  /// A line: a number, `mean`, `median`, or these with a label; a band has an end.
  private mutating func referenceLine(_ node: Node) -> ReferenceLineSpec? {
    if node.scalar != nil, !isEmpty(node) {
      return referenceValue(node).map {
        ReferenceLineSpec(value: $0, to: nil, label: nil, place: place(of: node))
      }
    }
    let what = Bilingual(fr: "repère", en: "reference")
    guard let keys = mapping(node, of: what, as: BenchmarkKey.self) else { return nil }
    let value = required(.value, in: keys).flatMap { referenceValue($0) }
    let to = decimal(keys[.to])
    let label = text(keys[.label])
    return value.map {
      ReferenceLineSpec(value: $0, to: to?.value, label: label, place: place(of: node))
    }
  }

  private mutating func referenceValue(_ node: Node) -> ReferenceLineSpec.Value? {
    switch node.scalar?.string {
    case "mean": .mean
    case "median": .median
    case let word? where !word.contains(where: \.isNumber): notAReference(word, at: node)
    case .some, nil: decimal(node).map { .number($0.value) }
    }
  }

  private mutating func notAReference(_ word: String, at node: Node) -> ReferenceLineSpec.Value? {
    diagnostics.report(.error(.notAReference(word), at: place(of: node), hints: [.meanOrMedian]))
    return nil
  }

  enum AnnotationKey: String, SpecKey { case at, series, text }

  private mutating func annotation(_ node: Node) -> AnnotationSpec? {
    let what = Bilingual(fr: "annotation", en: "annotation")
    guard let keys = mapping(node, of: what, as: AnnotationKey.self) else { return nil }
    let at = requiredText(.at, in: keys)
    let series = text(keys[.series])
    let words = requiredText(.text, in: keys)
    guard let at, let words else { return nil }
    return AnnotationSpec(at: at, series: series, text: words)
  }

  /// `yes`, or two categories.
  private mutating func gaps(_ node: Node?) -> GapChoice {
    let names = texts(node)
    if names.count == 2 { return .categories(names[0], names[1]) }
    guard let word = names.first else { return .none }
    if names.count == 1, let choice = YesNo(rawValue: word.value) { return choice == .yes ? .series : .none }
    diagnostics.report(.error(.notAGap, at: word.place, hints: [.twoCategories]))
    return .none
  }

  enum AxisKey: String, SpecKey { case min, max, cut, log }

  private mutating func axis(_ node: Node) -> AxisSpec? {
    let what = Bilingual(fr: "axe", en: "axis")
    guard let keys = mapping(node, of: what, as: AxisKey.self) else { return nil }
    return AxisSpec(
      min: decimal(keys[.min]), max: decimal(keys[.max]), cut: choice(keys[.cut], YesNo.self),
      log: choice(keys[.log], YesNo.self))
  }
}

extension Diagnostic.Message {
  fileprivate static func notAReference(_ word: String) -> Self {
    Self(
      "not-a-reference", fr: "« \(word) » n’est pas un repère : un nombre est attendu",
      en: "“\(word)” is no benchmark: a number is expected")
  }
  fileprivate static func keyBeside(_ key: String, _ other: String) -> Self {
    Self(
      "key-beside", fr: "« \(key) » n’a pas de sens avec « \(other) »",
      en: "“\(key)” makes no sense with “\(other)”")
  }
  fileprivate static var notAGap: Self {
    Self("not-a-gap", fr: "« gaps » : « yes » ou deux catégories", en: "`gaps`: `yes` or two categories")
  }
}

extension Diagnostic.Hint {
  fileprivate static let meanOrMedian = Self(
    fr: "écrivez « mean » pour la moyenne, « median » pour la médiane",
    en: "write `mean` or `median` for those of the values")
  fileprivate static let ofOrFrom = Self(
    fr: "un graphique montre des indicateurs (« of: ») ou les lignes d’une table (« from: »)",
    en: "a chart shows indicators (`of:`) or the rows of a table (`from:`)")
  fileprivate static let twoCategories = Self(
    fr: "écrivez « gaps: yes », ou « gaps: [A, B] » pour l’écart entre deux catégories",
    en: "write `gaps: yes`, or `gaps: [A, B]` for the gap between two categories")
}
