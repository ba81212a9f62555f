import Diagnostics
import Spec

/// Labels over columns, nested as their columns are.
extension TableArranger {
  mutating func addSpanners(to published: inout PublishedTable) {
    var placed: [(spec: SpannerSpec, columns: Range<Int>)] = []
    for spec in design.spanners {
      guard let columns = range(of: spec) else { continue }
      if let other = placed.first(where: { $0.columns.crosses(columns) }) {
        diagnostics.report(
          .error(.crossingSpanners(spec.label.value, other.spec.label.value), at: spec.label.place))
        continue
      }
      placed.append((spec, columns))
    }
    if let head = design.stubHead { setStubHead(head, &published) }
    for (index, one) in placed.enumerated() {
      published.spanners.append(
        PublishedTable.Spanner(
          label: set(one.spec.label.value), columns: one.columns,
          level: level(of: index, placed.map(\.columns))))
    }
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
