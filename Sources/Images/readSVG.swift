import DrawList
import XML

/// Reads an SVG of shapes in flat colours, as logos are.
///
/// Paths, rectangles, circles, ellipses, lines, polygons and groups with transforms are drawn; colours come from
/// attributes, `style` and classes. Texts, pictures within, gradients, masks, filters and copies (`use`) are reported,
/// not left out in silence: drawing programs turn them into paths when they export.
///
/// - **Source**: SVG 1.1, chapters 7 to 11.
func readSVG(_ bytes: [UInt8]) throws(PictureError) -> VectorDrawing {
  do {
    var reading = try SVGReading(bytes)
    return try reading.run()
  } catch let error as XMLError {
    switch error {
    case .malformed(let line): throw .broken(reason: "XML, \(line)")
    case .hasDocumentType: throw .unsupported("<!DOCTYPE>", line: 1)
    }
  } catch let error as SVGProblem {
    throw .unsupported(error.what, line: 0)
  } catch let error as PictureError {
    throw error
  } catch {
    throw .broken(reason: "\(error)")
  }
}

private struct SVGReading {
  private struct Level {
    var style: SVGStyle
    var map: AffineMap
  }

  private let reader: XMLReader
  private var levels = [Level(style: SVGStyle(), map: .identity)]
  private var size: Size?
  private var shapes: [VectorDrawing.Shape] = []
  private var classes: [String: [(property: String, value: String)]] = [:]

  /// More than any logo has.
  private static let mostShapes = 20_000

  init(_ bytes: [UInt8]) throws { reader = try XMLReader(bytes) }

  mutating func run() throws -> VectorDrawing {
    while let event = try reader.next() {
      switch event {
      case .start(let name): try start(name)
      case .end: levels.removeLast()
      case .text: break
      }
    }
    guard let size, size.width > 0, size.height > 0 else { throw PictureError.broken(reason: "viewBox") }
    guard !shapes.isEmpty else { throw PictureError.broken(reason: "no shapes") }
    return VectorDrawing(size: size, shapes: shapes)
  }

  private mutating func start(_ name: String) throws {
    switch name {
    case "svg":
      guard size == nil else { throw SVGProblem(what: "<svg>") }
      var level = try innerLevel()
      level.map = try openDrawing()
      levels.append(level)
    case "g", "a", "switch": levels.append(try innerLevel())
    case "path", "rect", "circle", "ellipse", "line", "polyline", "polygon":
      let level = try innerLevel()
      if let path = shape(name) { try add(path, level) }
      levels.append(level)
    case "style":
      for (name, declarations) in svgClasses(try reader.elementText()) {
        classes[name, default: []] += declarations
      }
    case "title", "desc", "metadata", "namedview", "script": try reader.skipElement()
    // What is defined is drawn only where it is used, which is reported there.
    case "defs", "linearGradient", "radialGradient", "clipPath", "mask", "filter", "pattern", "symbol",
      "marker":
      try readDefinitions()
    case "text", "image", "use", "foreignObject": throw SVGProblem(what: "<\(name)>")
    default: try reader.skipElement()
    }
  }

  /// Style sheets may stand among definitions; the rest is passed over.
  private mutating func readDefinitions() throws {
    var depth = 1
    while depth > 0, let event = try reader.next() {
      switch event {
      case .start("style"):
        for (name, declarations) in svgClasses(try reader.elementText()) {
          classes[name, default: []] += declarations
        }
      case .start: depth += 1
      case .end: depth -= 1
      case .text: break
      }
    }
  }

  /// The size of the drawing, and where its corner goes.
  private mutating func openDrawing() throws -> AffineMap {
    if let box = reader.attribute("viewBox") {
      var numbers = SVGNumbers(box)
      guard let corner = numbers.point(), let extent = numbers.point() else {
        throw PictureError.broken(reason: "viewBox")
      }
      size = Size(width: extent.x, height: extent.y)
      return AffineMap(xx: 1, yx: 0, xy: 0, yy: 1, x0: -corner.x, y0: -corner.y)
    }
    guard let width = reader.attribute("width").flatMap(svgLength),
      let height = reader.attribute("height").flatMap(svgLength)
    else { throw PictureError.broken(reason: "viewBox") }
    size = Size(width: width, height: height)
    return .identity
  }

  /// The level of the element that has just started.
  private func innerLevel() throws -> Level {
    var level = levels[levels.count - 1]
    for property in SVGStyle.properties {
      if let value = reader.attribute(property) { try level.style.set(property, value) }
    }
    for name in (reader.attribute("class") ?? "").split(separator: " ") {
      for (property, value) in classes[String(name)] ?? [] { try set(property, value, of: &level) }
    }
    for (property, value) in svgDeclarations(reader.attribute("style") ?? "") {
      try set(property, value, of: &level)
    }
    for attribute in ["clip-path", "mask", "filter"] {
      if let value = reader.attribute(attribute), value != "none" {
        throw SVGProblem(what: "\(attribute)=\"\(value)\"")
      }
    }
    if let text = reader.attribute("transform") {
      guard let map = svgTransform(text) else { throw SVGProblem(what: text) }
      level.map = level.map.after(map)
    }
    return level
  }

  private func set(_ property: String, _ value: String, of level: inout Level) throws {
    if ["clip-path", "mask", "filter"].contains(property), value != "none" {
      throw SVGProblem(what: "\(property): \(value)")
    }
    try level.style.set(property, value)
  }

  private mutating func add(_ path: DrawPath, _ level: Level) throws {
    let map = level.map
    let placed = path.mapped { map($0) }
    for paint in level.style.paints(scale: map.scale) {
      guard shapes.count < Self.mostShapes else { throw SVGProblem(what: "> \(Self.mostShapes)") }
      shapes.append(VectorDrawing.Shape(path: placed, paint: paint))
    }
  }

  // MARK: Shapes

  private func number(_ name: String) -> Double { reader.attribute(name).flatMap(svgLength) ?? 0 }

  private func shape(_ name: String) -> DrawPath? {
    switch name {
    case "path": return reader.attribute("d").map(svgPath)
    case "rect": return rectangle()
    case "circle": return ellipse(rx: number("r"), ry: number("r"))
    case "ellipse": return ellipse(rx: number("rx"), ry: number("ry"))
    case "line":
      return DrawPath([
        .move(Point(x: number("x1"), y: number("y1"))), .line(Point(x: number("x2"), y: number("y2"))),
      ])
    default:
      var numbers = SVGNumbers(reader.attribute("points") ?? "")
      var steps: [DrawPath.Step] = []
      while let point = numbers.point() { steps.append(steps.isEmpty ? .move(point) : .line(point)) }
      if name == "polygon" { steps.append(.close) }
      return steps.count > 1 ? DrawPath(steps) : nil
    }
  }

  private func rectangle() -> DrawPath? {
    let (x, y, width, height) = (number("x"), number("y"), number("width"), number("height"))
    guard width > 0, height > 0 else { return nil }
    let given = (reader.attribute("rx").flatMap(svgLength), reader.attribute("ry").flatMap(svgLength))
    let (rx, ry) = (min(given.0 ?? given.1 ?? 0, width / 2), min(given.1 ?? given.0 ?? 0, height / 2))
    if rx <= 0 || ry <= 0 {
      return DrawPath([
        .move(Point(x: x, y: y)), .line(Point(x: x + width, y: y)), .line(Point(x: x + width, y: y + height)),
        .line(Point(x: x, y: y + height)), .close,
      ])
    }
    let corners: [(line: Point, end: Point)] = [
      (Point(x: x + width - rx, y: y), Point(x: x + width, y: y + ry)),
      (Point(x: x + width, y: y + height - ry), Point(x: x + width - rx, y: y + height)),
      (Point(x: x + rx, y: y + height), Point(x: x, y: y + height - ry)),
      (Point(x: x, y: y + ry), Point(x: x + rx, y: y)),
    ]
    var steps: [DrawPath.Step] = [.move(Point(x: x + rx, y: y))]
    for corner in corners {
      steps.append(.line(corner.line))
      steps += svgArc(
        from: corner.line, to: corner.end, radii: Point(x: rx, y: ry), turn: 0, isLarge: false, isSweep: true)
    }
    return DrawPath(steps + [.close])
  }

  private func ellipse(rx: Double, ry: Double) -> DrawPath? {
    guard rx > 0, ry > 0 else { return nil }
    let (left, right) = (
      Point(x: number("cx") - rx, y: number("cy")), Point(x: number("cx") + rx, y: number("cy"))
    )
    func half(_ from: Point, _ to: Point) -> [DrawPath.Step] {
      svgArc(from: from, to: to, radii: Point(x: rx, y: ry), turn: 0, isLarge: false, isSweep: true)
    }
    return DrawPath([.move(left)] + half(left, right) + half(right, left) + [.close])
  }
}
