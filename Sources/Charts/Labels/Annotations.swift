import DrawList
import Typesetting

/// Remarks on bars, with a stroke that leads to them.
struct Annotations {
  let chart: Chart
  let panel: Int
  let style: ChartStyle
  let text: ChartText

  /// Their lines by category; a panel chart bears them in its first panel.
  func lines(width: Points) -> [Int: [Line]] {
    guard panel == 0 else { return [:] }
    var lines: [Int: [Line]] = [:]
    for note in chart.annotations { lines[note.category] = text.lines(note.text, style.tick, width: width) }
    return lines
  }

  /// Where a scale must end so that each remark has room after its bar and label.
  func end(
    of room: ClosedRange<Points>, _ domain: ClosedRange<Double>, _ lines: [Int: [Line]], limit: Points
  ) -> Points {
    var end = room.upperBound
    let span = domain.upperBound - domain.lowerBound
    guard span > 0 else { return end }
    for note in chart.annotations {
      guard let widest = lines[note.category]?.map(\.width).max() else { continue }
      let data = chart.panels[panel].values.map { $0[note.category] }
      let furthest = data.compactMap(\.value).max() ?? 0
      let label = data.map { text.width($0.label, style.value) }.max() ?? 0
      let share = (furthest - domain.lowerBound) / span
      guard share > 0 else { continue }
      let available = limit - widest - 24 - label - Canvas.gap - room.lowerBound
      end = min(end, room.lowerBound + max(20, available) / share)
    }
    return max(end, room.lowerBound + 20)
  }
}
