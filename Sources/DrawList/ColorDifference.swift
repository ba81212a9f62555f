import Foundation

/// A colour as people see differences: CIELAB under D65.
package struct LabColor: Hashable, Sendable {
  package let lightness: Double
  package let a: Double
  package let b: Double

  package init(lightness: Double, a: Double, b: Double) {
    self.lightness = lightness
    self.a = a
    self.b = b
  }

  package init(_ color: Color) { self.init(linear: color.linear) }

  /// - Parameter linear: red, green and blue in proportion to light.
  init(linear: LinearColor) {
    let (r, g, b) = (linear.red, linear.green, linear.blue)
    func f(_ t: Double) -> Double { t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116 }
    let x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047)
    let y = f(0.2126729 * r + 0.7151522 * g + 0.0721750 * b)
    let z = f((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883)
    self.init(lightness: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z))
  }

  /// How different two colours look: CIEDE2000, where 1 can just be seen and 10 is told apart at a glance.
  ///
  /// - **Source**: Sharma, Wu, Dalal, “The CIEDE2000 color-difference formula: implementation notes, supplementary test
  ///   data, and mathematical observations”, Color Research and Application 30(1), 2005.
  package func difference(from other: LabColor) -> Double {
    let (c1, c2) = (hypot(a, b), hypot(other.a, other.b))
    let mean7 = pow((c1 + c2) / 2, 7)
    let g = 0.5 * (1 - (mean7 / (mean7 + pow(25, 7))).squareRoot())
    let (a1, a2) = ((1 + g) * a, (1 + g) * other.a)
    let (d1, d2) = (hypot(a1, b), hypot(a2, other.b))
    let (h1, h2) = (hue(a1, b), hue(a2, other.b))
    let lightStep = other.lightness - lightness
    let chromaStep = d2 - d1
    let hueStep = 2 * (d1 * d2).squareRoot() * sin(radians(angle(from: h1, to: h2, d1 * d2)) / 2)
    let meanLight = (lightness + other.lightness) / 2
    let meanChroma = (d1 + d2) / 2
    let meanHue = self.meanHue(h1, h2, d1 * d2)
    let t =
      1 - 0.17 * cos(radians(meanHue - 30)) + 0.24 * cos(radians(2 * meanHue))
      + 0.32 * cos(radians(3 * meanHue + 6)) - 0.2 * cos(radians(4 * meanHue - 63))
    let fifty = (meanLight - 50) * (meanLight - 50)
    let lightWeight = 1 + 0.015 * fifty / (20 + fifty).squareRoot()
    let chromaWeight = 1 + 0.045 * meanChroma
    let hueWeight = 1 + 0.015 * meanChroma * t
    let chroma7 = pow(meanChroma, 7)
    let turn = 30 * exp(-pow((meanHue - 275) / 25, 2))
    let rotation = -2 * (chroma7 / (chroma7 + pow(25, 7))).squareRoot() * sin(radians(2 * turn))
    let (l, c, h) = (lightStep / lightWeight, chromaStep / chromaWeight, hueStep / hueWeight)
    return (l * l + c * c + h * h + rotation * c * h).squareRoot()
  }

  private func hue(_ a: Double, _ b: Double) -> Double {
    guard a != 0 || b != 0 else { return 0 }
    let degrees = atan2(b, a) * 180 / .pi
    return degrees < 0 ? degrees + 360 : degrees
  }

  private func angle(from h1: Double, to h2: Double, _ product: Double) -> Double {
    guard product != 0 else { return 0 }
    let step = h2 - h1
    return abs(step) <= 180 ? step : step > 180 ? step - 360 : step + 360
  }

  private func meanHue(_ h1: Double, _ h2: Double, _ product: Double) -> Double {
    guard product != 0 else { return h1 + h2 }
    guard abs(h1 - h2) > 180 else { return (h1 + h2) / 2 }
    return h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2
  }

  private func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
}

/// Red, green and blue in proportion to light, from 0 to 1.
struct LinearColor {
  let red: Double
  let green: Double
  let blue: Double
}

extension Color {
  /// IEC 61966-2-1, undone.
  var linear: LinearColor {
    func linear(_ channel: UInt8) -> Double {
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return LinearColor(red: linear(red), green: linear(green), blue: linear(blue))
  }
}
