import DrawList

/// A path's data: SVG 1.1, 8.3.
func data(of path: DrawPath) -> String {
  path.steps.map { step in
    switch step {
    case .move(let point): "M\(pair(point))"
    case .line(let point): "L\(pair(point))"
    case .curve(let a, let b, let end): "C\(pair(a)) \(pair(b)) \(pair(end))"
    case .close: "Z"
    }
  }.joined()
}

func attributes(of paint: PathPaint) -> String {
  switch paint {
  case .fill(let color, let isEvenOdd):
    " fill=\"\(color.hexadecimal)\"" + (isEvenOdd ? " fill-rule=\"evenodd\"" : "")
  case .stroke(let color, let width):
    " fill=\"none\" stroke=\"\(color.hexadecimal)\" stroke-width=\"\(svg(width))\""
  }
}

private func pair(_ point: Point) -> String { "\(svg(point.x)),\(svg(point.y))" }

/// A picture with its file in it, so that the SVG stands by itself.
func picture(_ image: RasterImage, in rect: Rect) -> String {
  let map = image.placing(in: rect)
  // Maps of pixels are far from one: two decimals would not do.
  let numbers = [map.xx, map.yx, map.xy, map.yy, map.x0, map.y0].map { number in
    let rounded = (number * 1e6).rounded() / 1e6
    return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
  }
  return "<image width=\"\(image.storedWidth)\" height=\"\(image.storedHeight)\" preserveAspectRatio=\"none\""
    + " transform=\"matrix(\(numbers.joined(separator: " ")))\""
    + (image.isGrey ? " style=\"filter:grayscale(1)\"" : "")
    + " href=\"data:image/\(image.format.rawValue);base64,\(base64(image.bytes))\"/>"
}

/// RFC 4648, 4.
func base64(_ bytes: [UInt8]) -> String {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var text: [UInt8] = []
  text.reserveCapacity((bytes.count + 2) / 3 * 4)
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    var number = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
    var signs: [UInt8] = []
    for _ in 0..<4 {
      signs.append(alphabet[Int(number & 63)])
      number >>= 6
    }
    text += signs.reversed().prefix(group.count + 1)
    text += [UInt8](repeating: UInt8(ascii: "="), count: 3 - group.count)
  }
  return String(decoding: text, as: UTF8.self)
}
