import DrawList

extension Chart {
  /// Whether some ranges run from a higher to a lower value, so that their ends must be told apart.
  var hasFallingRanges: Bool {
    form == .range && series.count == 2
      && panels.contains { panel in
        zip(panel.values[0], panel.values[1]).contains { $0.value ?? -.infinity > $1.value ?? .infinity }
      }
  }
}

/// A bar from the first series' value to the second's, both written at its ends.
struct RangeMark: CategoryMark {
  let chart: Chart
  let panel: Chart.Panel

  var extent: [Double] { panel.data.compactMap(\.value) }
  var needsZero: Bool { false }
  var thickness: Points { 11 }
  var hasAxis: Bool { true }

  private static let leastLength: Points = 2
  var reach: Points { Self.leastLength / 2 }

  func labels(beyond end: ScaleEnd) -> [Chart.Datum] { panel.data }

  func grounds(_ category: Int, in frame: PlotFrame) -> [Rect] {
    let values = panel.values.compactMap { $0[category].value }
    guard let low = values.min(), let high = values.max() else { return [] }
    return [frame.rect(from: low, to: high, across: frame.band)]
  }

  func draw(_ category: Int, in frame: PlotFrame, on canvas: inout Canvas) {
    let data = panel.values.map { $0[category] }
    let known = data.indices.filter { data[$0].value != nil }.sorted {
      data[$0].value ?? 0 < data[$1].value ?? 0
    }
    guard let first = known.first, let last = known.last, let low = data[first].value,
      let high = data[last].value
    else {
      for series in data.indices {
        canvas.missing(data[series], category: category, series: series, across: frame.band, in: frame)
      }
      return
    }
    let fill = chart.series[chart.series.count - 1].fill
    var bar = frame.rect(from: low, to: high, across: frame.band)
    // Two equal ends, or only one that is known: a stroke shows where.
    if bar.size.width < Self.leastLength, frame.isHorizontal {
      bar = Rect(
        x: bar.midX - Self.leastLength / 2, y: bar.minY, width: Self.leastLength, height: bar.size.height)
    } else if bar.size.height < Self.leastLength {
      bar = Rect(
        x: bar.minX, y: bar.midY - Self.leastLength / 2, width: bar.size.width, height: Self.leastLength)
    }
    let isMuted = chart.categories[category].isMuted
    canvas.add(.bar(category: category, series: last), items(of: bar, fill: fill, isMuted: isMuted))
    if chart.hasFallingRanges, let end = data[chart.series.count - 1].value {
      let ends = [frame.band.lowerBound, frame.band.upperBound].map {
        frame.point(at: end, across: $0)
      }
      canvas.shape([.line(from: ends[0], to: ends[1], width: 2.4, canvas.style.baseline)])
    }
    canvas.claim(bar)
    // The end that is not known stands on its side of the one that is.
    for series in data.indices where data[series].value == nil {
      canvas.missing(
        data[series], category: category, series: series, beyond: bar, isNegative: series == 0, in: frame)
    }
    let isLowKnown = known.count > 1 || first == 0
    canvas.writeBeyond(
      bar, data[first], isNegative: isLowKnown, in: frame, as: .value(category: category, series: first))
    guard known.count > 1 else { return }
    canvas.writeBeyond(
      bar, data[last], isNegative: false, in: frame, as: .value(category: category, series: last))
  }
}
