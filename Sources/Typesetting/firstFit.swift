import DrawList

/// Fills each line as far as it goes, one after the other.
///
/// - Returns: the spots at which lines end.
func firstFit(_ passage: MeasuredPassage, _ widths: LineWidths) -> [Int] {
  let spots = passage.spots
  var breaks: [Int] = []
  var start = 0
  var index = 1
  while index < spots.count {
    let line = passage.line(from: spots[start], to: spots[index])
    if line.width > widths[breaks.count] + spots[start].leftHang + TotalFit.tolerance, index > start + 1 {
      breaks.append(index - 1)
      start = index - 1
    } else {
      index += 1
    }
  }
  return breaks + [spots.count - 1]
}
