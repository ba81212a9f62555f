import DrawList

/// Where a cell's picture stands and on what scale.
struct CellFrame {
  let box: Rect
  let low: Double
  let high: Double
  let colors: CellGraphicColors

  var center: Point { Point(x: box.minX + box.size.width / 2, y: box.minY + box.size.height / 2) }

  private func share(_ value: Double) -> Double {
    high > low ? min(1, max(0, (value - low) / (high - low))) : 0
  }

  private func x(_ value: Double) -> Points { box.minX + share(value) * box.size.width }
  private func y(_ value: Double, inset: Points = 0) -> Points {
    box.maxY - inset - share(value) * (box.size.height - 2 * inset)
  }

  // MARK: Along the scale

  /// A bar from zero, light where it goes below, with the zero line where there are both.
  func bar(_ value: Double) -> [DrawItem] {
    let zero = x(0)
    let end = x(value)
    let height = box.size.height * 0.72
    let top = center.y - height / 2
    var items: [DrawItem] = []
    if abs(end - zero) > 0.01 {
      items.append(
        .rectangle(
          Rect(x: min(zero, end), y: top, width: abs(end - zero), height: height),
          value < 0 ? colors.line : colors.dark))
    }
    if low < 0 {
      items.append(
        .rectangle(Rect(x: zero - 0.3, y: box.minY, width: 0.6, height: box.size.height), colors.line))
    }
    return items
  }

  func bullet(_ value: Double, _ target: Double?) -> [DrawItem] {
    let height = box.size.height * 0.5
    var items: [DrawItem] = [
      .rectangle(
        Rect(
          x: box.minX, y: center.y - box.size.height * 0.36, width: box.size.width,
          height: box.size.height * 0.72),
        colors.light)
    ]
    let (start, end) = (x(min(max(0, low), high)), x(value))
    items.append(
      .rectangle(
        Rect(x: min(start, end), y: center.y - height / 2, width: abs(end - start), height: height),
        colors.dark))
    if let target {
      let place = min(x(target), box.maxX - 0.8)
      items.append(
        .rectangle(Rect(x: place - 1.6, y: box.minY, width: 3.2, height: box.size.height), colors.ground))
      items.append(
        .rectangle(Rect(x: place - 0.8, y: box.minY, width: 1.6, height: box.size.height), colors.line))
    }
    return items
  }

  func dumbbell(_ from: Double, _ to: Double) -> [DrawItem] {
    let radius = min(box.size.height * 0.3, 3)
    func place(_ value: Double) -> Point {
      Point(x: box.minX + radius + share(value) * (box.size.width - 2 * radius), y: center.y)
    }
    let (start, end) = (place(from), place(to))
    return [
      .line(
        from: Point(x: box.minX, y: center.y), to: Point(x: box.maxX, y: center.y), width: 0.5, colors.light),
      .line(from: start, to: end, width: 1.6, colors.line), disc(at: end, radius: radius, colors.line),
      disc(at: end, radius: radius - 1, colors.ground), disc(at: start, radius: radius, colors.dark),
    ]
  }

  // MARK: Over periods

  func line(_ values: [Double?]) -> [DrawItem] {
    let radius: Points = 1.5
    let step = values.count > 1 ? (box.size.width - 2 * radius) / Double(values.count - 1) : 0
    let points = values.enumerated().map { index, value in
      value.map { Point(x: box.minX + radius + Double(index) * step, y: y($0, inset: radius)) }
    }
    var items: [DrawItem] = []
    for (a, b) in zip(points, points.dropFirst()) {
      if let a, let b { items.append(.line(from: a, to: b, width: 1, colors.dark)) }
    }
    // A value between two gaps would not be seen.
    for (index, point) in points.enumerated() {
      guard let point else { continue }
      let isAlone =
        (index == 0 || points[index - 1] == nil) && (index + 1 == points.count || points[index + 1] == nil)
      let isLast = index == points.lastIndex { $0 != nil }
      if isLast || isAlone { items.append(disc(at: point, radius: radius, colors.dark)) }
    }
    return items
  }

  func bars(_ values: [Double?]) -> [DrawItem] {
    guard !values.isEmpty else { return [] }
    let step = box.size.width / Double(values.count)
    let zero = y(0)
    let last = values.lastIndex { $0 != nil }
    return values.enumerated().compactMap { index, value in
      guard let value else { return nil }
      let end = y(value)
      let bar = Rect(
        x: box.minX + Double(index) * step, y: min(zero, end), width: max(0.5, step - min(1.2, step * 0.3)),
        height: max(0.6, abs(end - zero)))
      return .rectangle(bar, index == last ? colors.dark : colors.line)
    }
  }

  // MARK: Signs

  /// A full disc, a ring or a cross: told apart without colour in small type, and none points up or down, which a value
  /// beside it may not.
  func status(_ status: CellGraphic.Status) -> [DrawItem] {
    let radius = min(box.size.width, box.size.height) / 2
    switch status {
    case .favourable: return [disc(at: center, radius: radius, colors.dark)]
    case .neutral:
      return [
        disc(at: center, radius: radius, colors.line), disc(at: center, radius: radius - 1, colors.ground),
      ]
    case .unfavourable:
      return [.polygon(cross(radius: radius), colors.line)]
    }
  }

  /// The corners of a diagonal cross that fills a square.
  private func cross(radius: Points) -> [Point] {
    let half = radius * 0.3
    let length = radius * 2.0.squareRoot() - half
    let upright = [
      (half, -length), (half, -half), (length, -half), (length, half), (half, half), (half, length),
      (-half, length), (-half, half), (-length, half), (-length, -half), (-half, -half), (-half, -length),
    ]
    return upright.map { x, y in
      Point(x: center.x + (x - y) / 2.0.squareRoot(), y: center.y + (x + y) / 2.0.squareRoot())
    }
  }

  func arrow(_ trend: CellGraphic.Trend) -> [DrawItem] {
    let (width, height) = (box.size.width, box.size.height)
    func point(_ x: Double, _ y: Double) -> Point { Point(x: box.minX + x * width, y: box.minY + y * height) }
    let flip = trend == .down
    switch trend {
    case .level:
      return [.rectangle(Rect(x: box.minX, y: center.y - 0.9, width: width, height: 1.8), colors.line)]
    case .up, .down:
      let corners = [(0.5, 0.0), (1.0, 0.5), (0.65, 0.5), (0.65, 1.0), (0.35, 1.0), (0.35, 0.5), (0.0, 0.5)]
      return [.polygon(corners.map { point($0.0, flip ? 1 - $0.1 : $0.1) }, colors.dark)]
    }
  }

  func dots(_ filled: Int, of count: Int) -> [DrawItem] {
    let step = box.size.width / Double(max(1, count))
    let radius = min(step * 0.38, box.size.height / 2)
    return (0..<count).flatMap { index -> [DrawItem] in
      let place = Point(x: box.minX + (Double(index) + 0.5) * step, y: center.y)
      if index < filled { return [disc(at: place, radius: radius, colors.dark)] }
      return [
        disc(at: place, radius: radius, colors.line),
        disc(at: place, radius: max(0, radius - 0.7), colors.ground),
      ]
    }
  }
}
