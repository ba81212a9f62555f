/// Sizes that single figures are often wanted in, by name.
package enum FigureSize: String, Hashable, Sendable, CaseIterable {
  /// A column of a page with two: 8.5 cm.
  case column
  /// The width of a page's text: 17 cm.
  case page
  /// What networks show with a link: 1200 × 630 image pixels.
  case social
  /// A slide, 16:9: 1920 × 1080 image pixels, its letters half as large again as on paper, to be read from afar.
  case slide

  /// In CSS pixels.
  package var width: Double {
    switch self {
    case .column: 321
    case .page: 643
    case .social: 600
    case .slide: 640
    }
  }

  /// In CSS pixels; `nil` where it follows from the figure.
  package var height: Double? {
    switch self {
    case .column, .page: nil
    case .social: 315
    case .slide: 360
    }
  }

  /// Image pixels for a CSS pixel, where nobody asks for others.
  package var scale: Double {
    switch self {
    case .column, .page, .social: 2
    case .slide: 3
    }
  }
}
