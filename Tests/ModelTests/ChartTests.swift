import Testing

/// What a chart's spec alone shows to be wrong.
private func codes(_ chart: String) -> [String] {
  let yaml = """
    report: { title: Suivi }
    sources:
      s: { title: Enquête, data: data.csv }
    populations: { a: { label: A }, b: { label: B } }
    indicators:
      x: { label: X, unit: "%", universe: U, source: s, value: { column: v, by: p, period: t } }
      y: { label: Y, unit: "%", universe: U, source: s, value: { column: w, by: p, period: t } }
    body:
      - chart: { title: T, \(chart) }
    """
  return Resolving(yaml).codes
}

@Suite("Charts")
struct ChartResolvingTests {
  @Test(
    "A scale that would mislead is refused, and a broken one where it is not declared",
    arguments: [
      ("kind: bar, of: x, populations: [a, b], axis: { min: 50 }", ["cut-axis"]),
      ("kind: bar, of: x, populations: [a, b], axis: { min: 50, cut: yes }", []),
      ("kind: stacked, of: [x, y], populations: [a, b], axis: { min: 5, cut: yes }", ["cut-axis"]),
      ("kind: dot, of: x, populations: [a, b], axis: { min: 50 }", []),
      ("kind: bar, of: x, populations: [a, b], axis: { log: yes }", ["logarithmic-lengths"]),
      ("kind: dot, of: x, populations: [a, b], axis: { log: yes }", []),
      ("kind: dot, of: x, populations: [a, b], axis: { min: 50, max: 40 }", ["empty-axis"]),
    ])
  func axes(chart: String, expected: [String]) { #expect(codes(chart) == expected) }

  @Test(
    "Three dimensions need panels",
    arguments: [
      ("kind: bar, of: [x, y], populations: [a, b], periods: all", ["three-dimensions"]),
      ("kind: bar, of: [x, y], populations: [a, b], periods: all, panels: indicators", []),
      ("kind: bar, of: [x, y], populations: [a, b], panels: lines", ["unknown-word"]),
    ])
  func panels(chart: String, expected: [String]) { #expect(codes(chart) == expected) }

  @Test(
    "Keys of rows and of indicators are not mixed",
    arguments: [
      ("kind: bar, from: s, categories: c, value: v, populations: [a]", ["key-beside"]),
      ("kind: bar, of: x, populations: [a, b], value: v", ["key-beside"]),
      ("kind: bar, from: s, value: v", ["rows-without-categories"]),
      ("kind: histogram, from: s, value: v", []),
      ("kind: bar, from: s, categories: c, value: [v, w], series: d", ["series-twice"]),
      ("kind: bar, from: z, categories: c, value: v", ["unknown-table"]),
    ])
  func keys(chart: String, expected: [String]) { #expect(codes(chart) == expected) }
}
