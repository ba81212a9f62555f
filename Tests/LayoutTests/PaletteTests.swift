import Charts
import Diagnostics
import DrawList
import Model
import Spec
import TestSupport
import Testing

@testable import Indicators
@testable import Layout

@Suite("Colours of charts")
struct PaletteTests {
  static let kinds = ChartKind.allCases
  static let themes = ["observatoire", "etat", "contraste"].compactMap { name -> Theme? in
    var diagnostics = DiagnosticCollector()
    let specs =
      (name == "observatoire" ? [] : [ThemeChain.shipped(name)]) + [ThemeChain.shipped("observatoire")]
    return resolveTheme(
      ThemeChain(specs: specs, families: ["Lato", "Inter", "Noto Sans"]), into: &diagnostics)
  }

  @Test("All shipped themes are looked at")
  func allThemes() { #expect(Self.themes.count == 3) }

  @Test("Fills that somebody could take for one another are hatched, in every theme", arguments: kinds)
  func distances(kind: ChartKind) {
    for theme in Self.themes {
      for count in 1...(kind.showsParts ? 7 : 6) {
        let fills = ChartPalette(theme: theme).fills(of: chart(kind, series: count))
        // Split bars have one colour: a heading says which series they are.
        guard kind != .split, kind != .range else { continue }
        let least = kind.showsParts ? ChartPalette.leastDifferenceInStack : ChartPalette.leastDifference
        // Lines are drawn in strokes, all else in fills.
        let seen: KeyPath<BarFill, Color> = kind == .line || kind == .slope ? \.stroke : \.color
        for (index, fill) in fills.enumerated() where fill.hatch == nil {
          for other in fills[..<index] where other.hatch == nil {
            #expect(
              ColorVision.leastDifference(fill[keyPath: seen], other[keyPath: seen]) >= least,
              "\(kind.rawValue) \(index) of \(count)")
          }
        }
      }
    }
  }

  @Test("Fills or their outlines stand out from white, and texts from fills", arguments: kinds)
  func contrasts(kind: ChartKind) {
    for theme in Self.themes {
      for fill in ChartPalette(theme: theme).fills(of: chart(kind, series: 5)) {
        #expect((fill.outline ?? fill.color).contrast(with: .white) >= 3, "\(kind.rawValue)")
        #expect(fill.color.contrast(with: fill.ink) >= 4.5, "\(kind.rawValue)")
      }
    }
  }

  @Test("The subject and the reference have the same fills in each kind of chart")
  func roles() {
    let palette = ChartPalette(theme: .observatoire)
    let kinds: [ChartKind] = [.bar, .column, .dumbbell, .line, .slope, .lollipop]
    let fills = kinds.map { palette.fills(of: chart($0, series: 2, roles: [.subject, .reference])) }
    #expect(Set(fills.map { $0.map(\.color) }).count == 1)
  }

  private func chart(_ kind: ChartKind, series: Int, roles: [PopulationRole] = []) -> PublishedChart {
    PublishedChart(
      kind: kind, orientation: .horizontal, categories: [],
      series: (0..<series).map { .init(name: "\($0)", role: $0 < roles.count ? roles[$0] : nil) },
      panels: [.init(title: nil, bars: (0..<series).map { _ in [] })], hasHighlight: false, axis: .plain,
      alternative: "", conclusion: nil, description: "")
  }
}
