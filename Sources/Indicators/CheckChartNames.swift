import Diagnostics
import Foundation
import Model
import Spec

/// The names by which a chart's options speak of its categories and series.
extension Composer {
  mutating func checkNames(_ grid: ChartGrid, _ block: ChartBlock) {
    if let name = block.sortBy { checkSeries(name, grid) }
    if block.kind == .likert, let name = block.options.apart { checkSeries(name, grid) }
    for total in block.options.totals where !grid.categories.contains(where: { $0.isCalled(total.value) }) {
      diagnostics.report(
        .error(
          .notACategory(total.value), at: total.place,
          hints: .suggestion(for: total.value, among: grid.categories.map(\.key))))
    }
    for (index, note) in block.options.annotations.enumerated() {
      if let series = note.series { checkSeries(series, grid) }
      if block.options.annotations.prefix(index).contains(where: { $0.at.value == note.at.value }) {
        diagnostics.report(.error(.annotatedTwice(note.at.value), at: note.at.place, hints: [.oneRemark]))
      }
    }
    checkGaps(grid, block)
    checkAlike(grid.categories.map(\.label), at: block.place)
    checkAlike(grid.series.map(\.label), at: block.place)
  }

  /// Names that differ in capitals, accents or spaces only are most often one, written in two ways.
  private mutating func checkAlike(_ names: [String], at place: Place) {
    var known: [String: String] = [:]
    for name in names {
      let bare = name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).filter {
        !$0.isWhitespace
      }
      if let other = known[bare], other != name {
        diagnostics.report(.warning(.alike(other, name), at: place, hints: [.oneSpelling]))
      }
      known[bare] = name
    }
  }

  private mutating func checkSeries(_ name: Located<String>, _ grid: ChartGrid) {
    guard !grid.series.contains(where: { $0.isCalled(name.value) }) else { return }
    diagnostics.report(
      .error(
        .notASeries(name.value), at: name.place,
        hints: .suggestion(for: name.value, among: grid.series.map(\.key))))
  }

  /// Two values at least are needed for a difference.
  private mutating func checkGaps(_ grid: ChartGrid, _ block: ChartBlock) {
    switch block.options.gaps {
    case .none: break
    case .categories(let from, let to):
      if from.value == to.value { diagnostics.report(.error(.gapOfOne(from.value), at: to.place)) }
    case .series:
      if grid.series.count < 2, referenceGaps(grid, block).isEmpty {
        diagnostics.report(.warning(.gapsOfOneSeries, at: block.place, hints: [.gapOfTwoCategories]))
      }
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func alike(_ one: String, _ other: String) -> Self {
    Self(
      "alike",
      fr: "« \(one) » et « \(other) » sont deux noms, qui ne diffèrent que par la casse ou les accents",
      en: "“\(one)” and “\(other)” are two names, which differ in capitals or accents only")
  }
  fileprivate static func notACategory(_ name: String) -> Self {
    Self(
      "not-in-figure", fr: "« \(name) » n’est pas une catégorie de cette figure",
      en: "“\(name)” is not a category of this figure")
  }
  fileprivate static func notASeries(_ name: String) -> Self {
    Self(
      "not-in-figure", fr: "« \(name) » n’est pas une série de cette figure",
      en: "“\(name)” is not a series of this figure")
  }
  fileprivate static func annotatedTwice(_ name: String) -> Self {
    Self("annotated-twice", fr: "« \(name) » a déjà une remarque", en: "“\(name)” has a remark already")
  }
  fileprivate static func gapOfOne(_ name: String) -> Self {
    Self(
      "gap-of-one", fr: "un écart se mesure entre deux catégories, pas de « \(name) » à elle-même",
      en: "a gap is between two categories, not from “\(name)” to itself")
  }
  fileprivate static var gapsOfOneSeries: Self {
    Self(
      "gaps-of-one-series", fr: "« gaps: yes » écrit l’écart entre deux séries, et il n’y en a qu’une",
      en: "`gaps: yes` writes the gap between two series, and there is only one")
  }
}

extension Diagnostic.Hint {
  fileprivate static let oneSpelling = Self(
    fr:
      "si c’est la même chose, écrivez-la partout de la même façon dans le fichier",
    en: "if they are one thing, write it in one way in the file")
  fileprivate static let oneRemark = Self(
    fr: "écrivez les deux en une seule remarque", en: "write both in a single remark")
  fileprivate static let gapOfTwoCategories = Self(
    fr: "pour deux catégories : « gaps: [A, B] »", en: "for two categories: `gaps: [A, B]`")
}
