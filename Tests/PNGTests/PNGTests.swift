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
}
