import DrawList
import Foundation

/// Reads the `d` of a path: SVG 1.1, 8.3. What follows a mistake is left out, as browsers do.
func svgPath(_ text: String) -> DrawPath {
  var reading = SVGPathReading(SVGNumbers(text))
  reading.run()
  return reading.path
}

private struct SVGPathReading {
  private var numbers: SVGNumbers
  private(set) var path = DrawPath()
  private var current = Point.zero
  private var start = Point.zero
  /// The last curve's second handle, which a smooth one mirrors; of a quadratic one apart.
  private var cubicHandle: Point?
  private var quadraticHandle: Point?

  init(_ numbers: SVGNumbers) { self.numbers = numbers }

  mutating func run() {
    guard var command = numbers.letter(), command | 0x20 == UInt8(ascii: "m") else { return }
    while true {
      guard step(command) else { return }
      if numbers.isAtEnd { return }
      if let next = numbers.letter() {
        command = next
      } else if command | 0x20 == UInt8(ascii: "m") {
        // Points after the first are lines.
        command = command == UInt8(ascii: "m") ? UInt8(ascii: "l") : UInt8(ascii: "L")
      } else if command | 0x20 == UInt8(ascii: "z") {
        return
      }
    }
  }

  /// One command with its numbers; `false` where they are not as they should be.
  private mutating func step(_ command: UInt8) -> Bool {
    let isRelative = command >= 97
    let origin = isRelative ? current : .zero
    let (oldCubic, oldQuadratic) = (cubicHandle, quadraticHandle)
    cubicHandle = nil
    quadraticHandle = nil
    switch command | 0x20 {
    case UInt8(ascii: "m"):
      guard let point = point(from: origin) else { return false }
      path.steps.append(.move(point))
      (current, start) = (point, point)
    case UInt8(ascii: "l"):
      guard let point = point(from: origin) else { return false }
      addLine(to: point)
    case UInt8(ascii: "h"):
      guard let x = numbers.number() else { return false }
      addLine(to: Point(x: origin.x + x, y: current.y))
    case UInt8(ascii: "v"):
      guard let y = numbers.number() else { return false }
      addLine(to: Point(x: current.x, y: origin.y + y))
    case UInt8(ascii: "c"):
      guard let a = point(from: origin), let b = point(from: origin), let end = point(from: origin) else {
        return false
      }
      addCurve(a, b, to: end)
    case UInt8(ascii: "s"):
      guard let b = point(from: origin), let end = point(from: origin) else { return false }
      addCurve(mirrored(oldCubic), b, to: end)
    case UInt8(ascii: "q"):
      guard let handle = point(from: origin), let end = point(from: origin) else { return false }
      addQuadratic(handle, to: end)
    case UInt8(ascii: "t"):
      guard let end = point(from: origin) else { return false }
      addQuadratic(mirrored(oldQuadratic), to: end)
    case UInt8(ascii: "a"):
      return addArc(from: origin)
    case UInt8(ascii: "z"):
      path.steps.append(.close)
      current = start
    default: return false
    }
    return true
  }

  private mutating func point(from origin: Point) -> Point? { numbers.point()?.moved(by: origin) }

  private func mirrored(_ handle: Point?) -> Point {
    handle.map { Point(x: 2 * current.x - $0.x, y: 2 * current.y - $0.y) } ?? current
  }

  private mutating func addLine(to point: Point) {
    path.steps.append(.line(point))
    current = point
  }

  private mutating func addCurve(_ a: Point, _ b: Point, to end: Point) {
    path.steps.append(.curve(a, b, end))
    cubicHandle = b
    current = end
  }

  private mutating func addQuadratic(_ handle: Point, to end: Point) {
    func between(_ from: Point) -> Point {
      Point(x: from.x + (handle.x - from.x) * 2 / 3, y: from.y + (handle.y - from.y) * 2 / 3)
    }
    let (a, b) = (between(current), between(end))
    path.steps.append(.curve(a, b, end))
    quadraticHandle = handle
    current = end
  }

  private mutating func addArc(from origin: Point) -> Bool {
    guard let radii = numbers.point(), let turn = numbers.number(), let isLarge = numbers.flag(),
      let isSweep = numbers.flag(), let end = point(from: origin)
    else { return false }
    let curves = svgArc(
      from: current, to: end, radii: radii, turn: turn * .pi / 180, isLarge: isLarge, isSweep: isSweep)
    path.steps += curves
    current = end
    return true
  }
}

/// An elliptical arc as curves of a quarter at most: SVG 1.1, F.6.5 and F.6.6.
func svgArc(
  from start: Point, to end: Point, radii: Point, turn: Double, isLarge: Bool, isSweep: Bool
) -> [DrawPath.Step] {
  var (rx, ry) = (abs(radii.x), abs(radii.y))
  guard rx > 0, ry > 0, start != end else { return [.line(end)] }
  let (c, s) = (cos(turn), sin(turn))
  let half = Point(x: (start.x - end.x) / 2, y: (start.y - end.y) / 2)
  let (x, y) = (c * half.x + s * half.y, -s * half.x + c * half.y)
  let stretch = (x * x) / (rx * rx) + (y * y) / (ry * ry)
  if stretch > 1 { (rx, ry) = (rx * stretch.squareRoot(), ry * stretch.squareRoot()) }
  let above = rx * rx * ry * ry - rx * rx * y * y - ry * ry * x * x
  let root = max(0, above / (rx * rx * y * y + ry * ry * x * x)).squareRoot() * (isLarge == isSweep ? -1 : 1)
  let (cx, cy) = (root * rx * y / ry, -root * ry * x / rx)
  let center = Point(x: c * cx - s * cy + (start.x + end.x) / 2, y: s * cx + c * cy + (start.y + end.y) / 2)
  let from = atan2((y - cy) / ry, (x - cx) / rx)
  var sweep = atan2((-y - cy) / ry, (-x - cx) / rx) - from
  if isSweep, sweep < 0 { sweep += 2 * .pi }
  if !isSweep, sweep > 0 { sweep -= 2 * .pi }
  let count = max(1, Int((abs(sweep) / (.pi / 2) - 1e-9).rounded(.up)))
  let part = sweep / Double(count)
  let reach = 4.0 / 3 * tan(part / 4)
  func place(_ x: Double, _ y: Double) -> Point {
    Point(x: center.x + c * rx * x - s * ry * y, y: center.y + s * rx * x + c * ry * y)
  }
  return (0..<count).map { index in
    let (a, b) = (from + Double(index) * part, from + Double(index + 1) * part)
    let last = index == count - 1 ? end : place(cos(b), sin(b))
    return .curve(
      place(cos(a) - reach * sin(a), sin(a) + reach * cos(a)),
      place(cos(b) + reach * sin(b), sin(b) - reach * cos(b)),
      last)
  }
}
