import DrawList
import Images
import PNG
import Testing

@Suite("PNG and JPEG pictures")
struct RasterTests {
  /// An image of 2 × 1 pixels, red and blue.
  private func png() throws -> [UInt8] {
    let pixels: [UInt32] = [0xFF0000, 0x0000FF]
    return try pixels.withUnsafeBytes {
      try encodePNG(pixels: $0, width: 2, height: 1, stride: 8, pixelsPerMetre: 2835)
    }
  }

  @Test("A PNG is read with its size")
  func reads() throws {
    guard case .raster(let image) = try readPicture(png()) else {
      Issue.record("a raster image is expected")
      return
    }
    #expect(image.width == 2 && image.height == 1 && !image.hasAlpha)
    #expect(try decodePNGPixels(png()) == [0xFFFF_0000, 0xFF00_00FF])
  }

  @Test("A PNG cut off anywhere before the end of its pixels is broken")
  func cutOff() throws {
    let whole = try png()
    for count in 8..<whole.count - 16 {
      #expect(throws: PictureError.self, "\(count)") { _ = try readPicture(Array(whole.prefix(count))) }
    }
  }

  @Test("Random bytes behind a good start never end the program", arguments: 0..<50)
  func noise(seed: UInt64) {
    var state = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let noise = (0..<400).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 33)
    }
    for start: [UInt8] in [
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], [0xFF, 0xD8, 0xFF, 0xE0], Array("<svg ".utf8),
    ] {
      #expect(throws: PictureError.self) { _ = try readPicture(start + noise) }
    }
  }

  @Test("A header that promises more pixels than memory has is refused before they are read")
  func bomb() throws {
    var bytes = try png()
    // The width and height of IHDR: 40,000 × 40,000. Its checksum is then wrong, which is as good a reason.
    bytes.replaceSubrange(16..<24, with: [0, 0, 0x9C, 0x40, 0, 0, 0x9C, 0x40])
    #expect(throws: PictureError.self) { _ = try readPicture(bytes) }
  }

  @Test(
    "Each orientation takes the corners of what is stored to those of what is seen",
    arguments: ImageOrientation.allCases)
  func orientations(orientation: ImageOrientation) {
    let map = orientation.placing(width: 3, height: 2)
    let seen = orientation.isTurned ? Size(width: 2, height: 3) : Size(width: 3, height: 2)
    let corners = [(0.0, 0.0), (3, 0), (3, 2), (0, 2)].map { map(Point(x: $0.0, y: $0.1)) }
    #expect(Set(corners.map(\.x)) == [0, seen.width])
    #expect(Set(corners.map(\.y)) == [0, seen.height])
  }

  @Test("What is no picture is said to be none")
  func notAPicture() {
    #expect(throws: PictureError.notAPicture) { _ = try readPicture(Array("%PDF-1.7".utf8)) }
    #expect(throws: PictureError.notAPicture) { _ = try readPicture([]) }
  }
}
