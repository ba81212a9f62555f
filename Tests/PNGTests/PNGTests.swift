import PNG
import Testing

@Suite("PNG")
struct PNGTests {
  /// Two rows of three pixels and one of padding, with rubbish in the byte that is not looked at.
  private let rows: [UInt32] = [
    0xFF11_2233, 0x0000_0000, 0x7FFF_FFFF, 0xDEAD_BEEF,
    0x00FF_0000, 0x0000_FF00, 0x0000_00FF, 0xDEAD_BEEF,
  ]

  private func encoded() throws -> [UInt8] {
    try rows.withUnsafeBytes { pixels in
      try encodePNG(pixels: pixels, width: 3, height: 2, stride: 16, pixelsPerMetre: 5669)
    }
  }

  @Test("An image reads back as it was written, without its padding")
  func roundTrip() throws {
    let image = try decodePNG(encoded())

    #expect(image.width == 3)
    #expect(image.height == 2)
    #expect((0..<3).map { image[$0, 0] } == [0x112233, 0x000000, 0xFFFFFF])
    #expect((0..<3).map { image[$0, 1] } == [0xFF0000, 0x00FF00, 0x0000FF])
  }

  @Test("The file states how many pixels a metre has")
  func density() throws {
    let bytes = try encoded()

    // 5669 is 0x1625; the unit, 1, is the metre: PNG specification, 11.3.5.3.
    let chunk = Array("pHYs".utf8) + [0, 0, 0x16, 0x25, 0, 0, 0x16, 0x25, 1]
    #expect(bytes.firstRange(of: chunk) != nil)
  }

  @Test("Colours that were multiplied by alpha are written without it")
  func alpha() throws {
    // Half of a red, nothing, and a whole blue.
    let pixels: [UInt32] = [0x8080_0000, 0x0000_0000, 0xFF00_00FF]
    let bytes = try pixels.withUnsafeBytes { pixels in
      try encodePNG(pixels: pixels, width: 3, height: 1, stride: 12, pixelsPerMetre: 1, hasAlpha: true)
    }
    // Eight bits a channel, of four: PNG specification, 11.2.2.
    #expect(Array(bytes[24..<26]) == [8, 6])
    let image = try decodePNG(bytes)
    #expect(image[0, 0] == 0xFF0000)
    #expect(image[2, 0] == 0x0000FF)
  }

  @Test("What is no PNG is refused")
  func refused() throws {
    #expect(throws: PNGError.failed(reason: "invalid signature")) {
      try decodePNG(Array("This is a text that is no PNG.".utf8))
    }
  }

  @Test("An image without pixels is refused")
  func empty() throws {
    #expect(throws: PNGError.self) {
      let none = UnsafeRawBufferPointer(start: nil, count: 0)
      _ = try encodePNG(pixels: none, width: 0, height: 0, stride: 0, pixelsPerMetre: 1)
    }
  }

  private func encoded(width: Int, _ pixels: [UInt32]) throws -> [UInt8] {
    try pixels.withUnsafeBytes { bytes in
      try encodePNG(
        pixels: bytes, width: width, height: pixels.count / width, stride: width * 4, pixelsPerMetre: 1)
    }
  }

  /// The farthest that a channel of a pixel is from what it was.
  private func farthest(_ image: PNGImage, from pixels: [UInt32]) -> Int {
    var farthest = 0
    for (index, pixel) in pixels.enumerated() {
      let found = image[index % image.width, index / image.width]
      for shift: UInt32 in [16, 8, 0] {
        farthest = max(farthest, abs(Int(found >> shift & 0xFF) - Int(pixel >> shift & 0xFF)))
      }
    }
    return farthest
  }

  @Test("Up to 256 colours are a palette, in which each stays what it is")
  func palette() throws {
    let row: [UInt32] = (0..<256).map { (x: UInt32) in x << 16 | (x ^ 0x55) << 8 }
    let pixels = [[UInt32]](repeating: row, count: 64).flatMap(\.self)
    let bytes = try encoded(width: 256, pixels)

    #expect(Array(bytes[24..<26]) == [8, 3])
    #expect(farthest(try decodePNG(bytes), from: pixels) == 0)
  }

  @Test("Rare shades of a flat picture move by 4 of 255 at most, its fills not at all")
  func shades() throws {
    // Ramps from three inks to white, each shade on one pixel, between long runs of near fills.
    let inks: [UInt32] = [0x1A2B3C, 0x7A0010, 0x00508A]
    let fills: [UInt32] = [0xFFFFFF, 0xFEFEFE, 0xFCFCFC, 0x14467A]
    func shade(_ ink: UInt32, _ step: UInt32) -> UInt32 {
      func channel(_ shift: UInt32) -> UInt32 {
        let full = ink >> shift & 0xFF
        return (full + (255 - full) * step / 200) << shift
      }
      return channel(16) | channel(8) | channel(0)
    }
    let ramps = inks.flatMap { ink in (0..<200).map { shade(ink, $0) } }
    let pixels = ramps.enumerated().flatMap { index, shade in
      [shade] + [UInt32](repeating: fills[index % fills.count], count: 31)
    }
    let image = try decodePNG(encoded(width: 320, pixels))

    #expect(try encoded(width: 320, pixels)[25] == 3)
    #expect(farthest(image, from: pixels) <= 4)
    #expect(pixels.indices.allSatisfy { $0 % 32 == 0 || image[$0 % 320, $0 / 320] == pixels[$0] })
  }

  @Test("A photograph keeps all its colours")
  func photograph() throws {
    var state: UInt32 = 7
    let pixels = (0..<64 * 64).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return state >> 8
    }
    let bytes = try encoded(width: 64, pixels)

    #expect(Array(bytes[24..<26]) == [8, 2])
    #expect(farthest(try decodePNG(bytes), from: pixels) == 0)
  }

  @Test("A flat picture of colours too far from each other keeps them all")
  func manyFills() throws {
    let fills: [UInt32] = (0..<512).map { (number: UInt32) in
      let (red, green, blue) = (number % 8 * 32, number / 8 % 8 * 32, number / 64 * 32)
      return red << 16 | green << 8 | blue
    }
    let pixels = fills.flatMap { [UInt32](repeating: $0, count: 16) }
    let bytes = try encoded(width: 128, pixels)

    #expect(bytes[25] == 2)
    #expect(farthest(try decodePNG(bytes), from: pixels) == 0)
  }
}
