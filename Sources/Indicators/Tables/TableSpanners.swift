import Diagnostics
import Spec

/// Labels over columns, nested as their columns are.
extension TableArranger {
  mutating func addSpanners(to published: inout PublishedTable) {
    var placed: [(label: Located<String>, columns: Range<Int>)] = []
    for spec in design.spanners {
      guard let columns = range(of: spec) else { continue }
      if let other = placed.first(where: { $0.columns.crosses(columns) }) {
        diagnostics.report(
          .error(.crossingSpanners(spec.label.value, other.label.value), at: spec.label.place))
        continue
      }
      placed.append((spec.label, columns))
    }
    if let separator = design.spannerSplit { placed += splitHeads(separator, &published) }
    if let head = design.stubHead { setStubHead(head, &published) }
    for (index, one) in placed.enumerated() {
      published.spanners.append(
        PublishedTable.Spanner(
          label: set(one.label.value), columns: one.columns,
          level: level(of: index, placed.map(\.columns))))
    }
  }

  /// Labels from the names of columns, as “2024_taux” and “2024_gap” under “2024”: the innermost first.
  private mutating func splitHeads(
    _ separator: Located<String>, _ published: inout PublishedTable
  ) -> [(label: Located<String>, columns: Range<Int>)] {
    let shown = shownColumns
    let names = shown.map { column -> [String] in
      let name = table.columns[column].name.value
      return table.columns[column].published.isStub
        ? [name] : name.split(separator: separator.value).map(String.init)
    }
    let deepest = (names.map(\.count).max() ?? 1) - 1
    guard deepest > 0 else {
      diagnostics.report(.error(.nothingToSplit(separator.value), at: separator.place))
      return []
    }
    for (place, pieces) in names.enumerated()
    where pieces.count > 1 && table.columns[shown[place]].spec?.label == nil {
      published.columns[place].head = set(capitalized(pieces[pieces.count - 1]))
    }
    var found: [(label: Located<String>, columns: Range<Int>)] = []
    for depth in (1...deepest).reversed() {
      var start = 0
      while start < names.count {
        let prefix = names[start].prefix(depth)
        var end = start + 1
        defer { start = end }
        guard names[start].count > depth else { continue }
        while end < names.count, names[end].count > depth, names[end].prefix(depth) == prefix { end += 1 }
        let label = Located(capitalized(prefix[prefix.count - 1]), at: separator.place)
        found.append((label, start..<end))
      }
    }
    return found
  }

  /// One over the columns that name rows: the head of the only one, a spanner over several.
  private mutating func setStubHead(_ head: Located<String>, _ published: inout PublishedTable) {
    let stubs = published.columns.prefix { $0.isStub }.count
    if stubs == 1 {
      published.columns[0].head = set(head.value)
    } else if stubs > 1 {
      published.spanners.append(PublishedTable.Spanner(label: set(head.value), columns: 0..<stubs, level: 0))
    }
  }

  /// The columns under a spanner, which must stand side by side.
  private mutating func range(of spec: SpannerSpec) -> Range<Int>? {
    let shown = shownColumns
    var places: [Int] = []
    for name in spec.columns {
      guard column(name) != nil else { return nil }
      let found = shown.indices.filter { table.columns[shown[$0]].name.value == name.value }
      if found.isEmpty {
        diagnostics.report(.error(.hiddenColumn(name.value), at: name.place))
        return nil
      }
      places += found
    }
    places = distinct(places.sorted())
    guard let first = places.first, let last = places.last else { return nil }
    if places.count != last - first + 1 {
      diagnostics.report(
        .error(.columnsApart(spec.label.value), at: spec.label.place, hints: [.moveTogether]))
      return nil
    }
    return first..<last + 1
  }

  /// How many spanners stand under one, at the most.
  private func level(of index: Int, _ ranges: [Range<Int>]) -> Int {
    let under = ranges.indices.filter { other in
      other != index && ranges[index].holds(ranges[other])
        && (ranges[other] != ranges[index] || other < index)
    }
    return under.map { level(of: $0, ranges) + 1 }.max() ?? 0
  }
}

extension Range<Int> {
  package func holds(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && upperBound >= other.upperBound
  }

  /// Whether two have columns in common and neither holds the other.
  fileprivate func crosses(_ other: Range<Int>) -> Bool {
    overlaps(other) && !holds(other) && !other.holds(self)
  }
}

extension Diagnostic.Message {
  fileprivate static func crossingSpanners(_ a: String, _ b: String) -> Self {
    Self(
      "crossing-spanners",
      fr: "« \(a) » et « \(b) » ont des colonnes en commun, sans que l’un contienne l’autre",
      en: "“\(a)” and “\(b)” share columns, though neither holds the other")
  }
  fileprivate static func nothingToSplit(_ separator: String) -> Self {
    Self(
      "nothing-to-split", fr: "aucun nom de colonne ne contient « \(separator) »",
      en: "no column’s name has “\(separator)” in it")
  }
  fileprivate static func columnsApart(_ label: String) -> Self {
    Self(
      "columns-apart", fr: "les colonnes sous « \(label) » ne se suivent pas",
      en: "the columns under “\(label)” do not follow each other")
  }
  static func hiddenColumn(_ name: String) -> Self {
    Self(
      "hidden-column", fr: "la colonne « \(name) » n’est pas montrée", en: "the column “\(name)” is not shown"
    )
  }
}

extension Diagnostic.Hint {
  fileprivate static let moveTogether = Self(
    fr: "mettez-les côte à côte dans « columns: »", en: "put them side by side in “columns:”")
}
