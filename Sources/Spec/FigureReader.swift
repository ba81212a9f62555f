import Diagnostics
import Yams

/// Reads tables and cards.
extension SpecReader {
  enum TableKey: String, SpecKey {
    case id, of, from, populations, periods, rows, columns, labels, highlight, source
    case stub, spanners, groups, indent, summaries, footnotes, spans, sort, top, others, hide, zebra, rules,
      carry
    case crosstab, correlation, matrix
    case stubHead = "stub-head"
    case groupBy = "group-by"
    case unitsRow = "units-row"
    case tooWide = "too-wide"
    case smallType = "small-type"
    case spannerSplit = "spanner-split"
    case title, subtitle, reading, universe, note
  }

  mutating func table(_ node: Node, at place: Place) -> BlockSpec? {
    let what = Bilingual(fr: "tableau", en: "table")
    guard let keys = mapping(node, of: what, owner: place, as: TableKey.self) else { return nil }
    let id = name(keys[.id])
    let apparatus = ApparatusSpec(
      place: place, title: template(keys[.title]), subtitle: template(keys[.subtitle]),
      reading: template(keys[.reading]), universe: template(keys[.universe]), note: template(keys[.note]),
      alternative: nil)
    let design = tableDesign(keys)
    let matrix = choice(keys[.matrix], MatrixColumns.self)
    if let from = text(keys[.from]) {
      let labels = pairs(keys[.labels], of: Bilingual(fr: "labels", en: "labels"))
      return .dataTable(
        DataTableSpec(
          id: id, from: from, design: design,
          labels: labels.compactMap { old, new in text(new).map { Renaming(old: old, new: $0) } },
          highlight: columnFilters(keys[.highlight], of: "highlight"), source: text(keys[.source]),
          apparatus: apparatus))
    }
    let of = requiredTexts(.of, in: keys)
    let populations = texts(keys[.populations])
    let periods = texts(keys[.periods])
    let rows = choice(keys[.rows], FigureDimension.self)
    guard let of else { return nil }
    return .table(
      TableSpec(
        id: id, selection: SelectionSpec(of: of, populations: populations, periods: periods), rows: rows,
        matrix: matrix, design: design, highlight: text(keys[.highlight]), apparatus: apparatus))
  }

  // MARK: Indicator cards

  enum CardKey: String, SpecKey { case of, populations, periods }

  /// A card: an indicator's name, or what it shows in detail.
  mutating func indicatorCard(_ node: Node, at place: Place) -> IndicatorCardSpec? {
    if node.scalar != nil, !isEmpty(node) {
      return text(node).map {
        IndicatorCardSpec(place: place, indicator: $0, populations: [], periods: [])
      }
    }
    let what = Bilingual(fr: "fiche d’indicateur", en: "indicator card")
    guard let keys = mapping(node, of: what, owner: place, as: CardKey.self) else { return nil }
    let populations = texts(keys[.populations])
    let periods = texts(keys[.periods])
    return requiredText(.of, in: keys).map {
      IndicatorCardSpec(place: place, indicator: $0, populations: populations, periods: periods)
    }
  }
}
