import DrawList
import Testing

@Suite("Colours")
struct ColorTests {
  /// Pairs of the table of Sharma, Wu and Dalal (2005), which try each branch of the formula.
  @Test(
    "CIEDE2000 gives the published differences",
    arguments: [
      ([50.0, 2.6772, -79.7751], [50.0, 0, -82.7485], 2.0425),
      ([50, -1.3802, -84.2814], [50, 0, -82.7485], 1.0000),
      ([50, 0, 0], [50, -1, 2], 2.3669),
      ([50, 2.4900, -0.0010], [50, -2.4900, 0.0009], 7.1792),
      ([50, 2.5, 0], [73, 25, -18], 27.1492),
      ([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644),
      ([22.7233, 20.0904, -46.6940], [23.0331, 14.9730, -42.5619], 2.0373),
      ([2.0776, 0.0795, -1.1350], [0.9033, -0.0636, -0.5514], 0.9082),
    ])
  func difference(one: [Double], other: [Double], expected: Double) {
    let a = LabColor(lightness: one[0], a: one[1], b: one[2])
    let b = LabColor(lightness: other[0], a: other[1], b: other[2])
    #expect(abs(a.difference(from: b) - expected) < 0.0001)
    #expect(abs(b.difference(from: a) - expected) < 0.0001)
  }

  @Test("White and black are the ends of lightness")
  func ends() {
    #expect(abs(LabColor(.white).lightness - 100) < 0.01)
    #expect(abs(LabColor(.black).lightness) < 0.01)
    #expect(abs(LabColor(.white).a) < 0.02)
  }

  @Test(
    "Red and green of one lightness are far apart, but not for those who see no red or green, nor in grey")
  func deficiencies() {
    let (red, green) = (Color(0xC0504D), Color(0x6B8E23))
    #expect(ColorVision.full.seen(red).difference(from: ColorVision.full.seen(green)) > 40)
    #expect(ColorVision.deuteranopia.seen(red).difference(from: ColorVision.deuteranopia.seen(green)) < 15)
    #expect(ColorVision.leastDifference(red, green) < 12)
  }

  @Test("Greys look the same to everybody", arguments: [0x000000, 0x444444, 0x888888, 0xEEEEEE] as [UInt32])
  func greys(hex: UInt32) {
    let color = Color(hex)
    for vision in ColorVision.allCases {
      #expect(vision.seen(color).difference(from: LabColor(color)) < 0.5)
    }
    #expect(color.grey == color)
  }

  @Test("A colour's grey has its luminance", arguments: [0x12467B, 0xB57B13, 0x3F8F7A] as [UInt32])
  func luminance(hex: UInt32) {
    let grey = Color(hex).grey
    #expect(grey.red == grey.green && grey.green == grey.blue)
    #expect(abs(grey.relativeLuminance - Color(hex).relativeLuminance) < 0.005)
  }
}
