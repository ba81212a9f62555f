import DataSources
import Diagnostics
import Model
import Spec

/// What surrounds every figure: its title, and Note, Lecture, Champ and Source under it.
extension Composer {
  mutating func title(_ texts: ApparatusTexts, _ selection: Selection) -> String {
    texts.title.map { plain($0) }
      ?? set(selection.indicators.map { report.indicators[$0].label }.joined(separator: ", "))
  }

  /// The author's subtitle, or the unit and the period where all indicators share them.
  ///
  /// - Parameter namesCounted: whether what is counted is said, as “Visites”.
  mutating func subtitle(
    _ texts: ApparatusTexts, _ selection: Selection, namesCounted: Bool = false
  ) -> String? {
    if let subtitle = texts.subtitle { return plain(subtitle) }
    let units = distinct(
      selection.indicators.map { indicator in
        valueText(indicator).caption ?? (namesCounted ? report.indicators[indicator].counts : nil)
      })
    let periods = distinct(shown(in: selection).map(\.period))
    let unit = units.count == 1 ? units[0] : nil
    let period =
      periods.count == 1 ? periods[0].map { PeriodText(language: wording.language).phrase($0) } : nil
    let parts = [unit, period].compactMap(\.self)
    return parts.isEmpty ? nil : set(capitalized(parts.joined(separator: ", ")))
  }

  /// Note, Lecture, Champ, Source: each only where it has something to say.
  mutating func apparatus(
    _ texts: ApparatusTexts, _ selection: Selection, highlight: Highlight?,
    marks: [(mark: String, meaning: String)], remarks: [String] = [], showsValues: Bool = true
  ) -> [ApparatusLine] {
    let universes = Universes(of: selection, in: report)
    let notes = notes(texts, selection, marks, remarks, showsValues: showsValues)
    let note = notes.isEmpty ? nil : notes.joined(separator: " ")
    let reading =
      texts.reading.map { plain($0) } ?? (showsValues ? readingSentence(selection, highlight) : nil)
    let universe = texts.universe.map { ended(plain($0)) } ?? universes.text(wording)
    if universe == nil {
      diagnostics.report(.warning(.figureWithoutUniverse, at: texts.place, hints: [.addUniverse]))
    }
    let sources = distinct(selection.indicators.map { report.indicators[$0].source })
    let citations = sources.map { report.sources[$0].citation }.joined(separator: wording.semicolon)
    return [
      (wording.note, note), (wording.reading, reading), (wording.universe, universe),
      (sources.count == 1 ? wording.source : wording.sources, ended(citations)),
    ].compactMap { label, text in text.map { ApparatusLine(label: label, text: set($0)) } }
  }

  /// The author's note, then what a reader must know of the values.
  private mutating func notes(
    _ texts: ApparatusTexts, _ selection: Selection, _ marks: [(mark: String, meaning: String)],
    _ remarks: [String], showsValues: Bool
  ) -> [String] {
    var notes = (texts.note.map { [plain($0)] } ?? []) + remarks
    if let comparison = selection.comparison.map({ report.comparisons[$0] }) {
      notes += comparisonNotes(comparison, texts.place)
    }
    if showsRoundedParts(selection), !notes.contains(wording.roundedParts) {
      notes.append(wording.roundedParts)
    }
    let statuses = ObservationStatus.allCases.filter { status in
      showsValues && shown(in: selection).contains { $0.status == status && $0.number != nil }
    }
    let marks =
      marks
      + statuses.compactMap { status in
        wording.mark(status).map { ($0, wording.meaning(status)) }
      }
    if !marks.isEmpty { notes.append(wording.marks(marks)) }
    return notes
  }

  /// A sentence about the highlighted data point, or the first that has a value; of a comparison, with what it
  /// comes to.
  private func readingSentence(_ selection: Selection, _ highlight: Highlight?) -> String? {
    var indicators = selection.indicators
    var populations = populations(of: selection)
    switch highlight {
    case .indicator(let indicator): indicators = [indicator] + indicators
    case .population(let population) where selection.comparison == nil: populations.insert(population, at: 0)
    case .population, .period, nil: break
    }
    for indicator in indicators {
      if showsCurrent(selection, indicator), let compared = told(selection, indicator).first {
        return sentence(of: indicator).statement(compared)
      }
      let found = distinct(populations).compactMap { shown(indicator, $0, in: selection, highlight) }
      guard let subject = found.first, let number = subject.number else { continue }
      let other = selection.comparison != nil || found.count == 2 ? found.dropFirst().first : nil
      return ReadingSentence(
        indicator: report.indicators[indicator], period: subject.period, values: valueText(indicator),
        subject: (subject.population.map { report.populations[$0] }, number),
        reference: other.flatMap { other in
          guard let population = other.population, let value = other.number else { return nil }
          return .init(population: report.populations[population], value: value, period: other.period)
        }
      ).text
    }
    return nil
  }

  /// The value of the highlighted period, else of the latest, among those that a figure shows.
  private func shown(
    _ indicator: ID<Indicator>, _ population: ID<Population>?, in selection: Selection,
    _ highlight: Highlight?
  ) -> Observation? {
    let shown = periods(of: selection).compactMap { observations.find(indicator, Viewpoint(population, $0)) }
      .filter { $0.number != nil }
    if case .period(let choice) = highlight,
      let period = observations.period(choice, of: indicator, population),
      let highlighted = shown.first(where: { $0.period == period })
    {
      return highlighted
    }
    return shown.max { first, second in
      guard let first = first.period, let second = second.period else { return false }
      return first < second
    }
  }

  /// Whether a figure shows the current value of its subject, which the differences of a comparison are about.
  private func showsCurrent(_ selection: Selection, _ indicator: ID<Indicator>) -> Bool {
    guard let subject = selection.comparison.map({ report.comparisons[$0].subject }),
      let current = observations.period(.current, of: indicator, subject)
    else { return true }
    return periods(of: selection).contains { observations.period($0, of: indicator, subject) == current }
  }

  func sentence(of indicator: ID<Indicator>) -> ComparisonSentence {
    ComparisonSentence(comparer: comparer, values: valueText(indicator), wording: wording)
  }

  /// The differences of a comparison that a sentence can tell, those that are not significant among them.
  func told(_ selection: Selection, _ indicator: ID<Indicator>) -> [Compared] {
    guard let comparison = selection.comparison.map({ report.comparisons[$0] }),
      let subject = comparer.subject(comparison, indicator)
    else { return [] }
    return comparison.references.compactMap { reference in
      guard let against = comparer.against(reference, comparison, indicator) else { return nil }
      let compared = comparer.compare(subject, against, reference, by: comparison.measure, of: comparison)
      switch compared.value {
      case .number: return compared
      case .missing(let kind): return compared.hasBothValues && kind == .notSignificant ? compared : nil
      }
    }
  }

  /// The marks of missing values in a figure, in order of appearance, with their meanings.
  func marks(in selection: Selection) -> [(mark: String, meaning: String)] {
    let kinds = shown(in: selection).compactMap(\.missing)
    return distinct(kinds).map { (wording.mark($0), wording.meaning($0)) }
  }
}

extension Source {
  /// How it is cited under a figure: producer, title, year.
  var citation: String { [producer, title, year].compactMap(\.self).joined(separator: ", ") }
}

/// The elements of a list, each once, in the order of their first appearance.
func distinct<Element: Hashable>(_ elements: [Element]) -> [Element] {
  var seen: Set<Element> = []
  return elements.filter { seen.insert($0).inserted }
}

extension Diagnostic.Message {
  static var figureWithoutUniverse: Self {
    Self(
      "figure-without-universe", fr: "le champ de cette figure n’est pas dit",
      en: "this figure's coverage is not said")
  }
}

extension Diagnostic.Hint {
  static let addUniverseToFigure = Self(
    fr: "ajoutez « universe: … » : de qui, ou de quoi, parlent ces valeurs",
    en: "add “universe: …”: whom or what these values are about")
  fileprivate static let addUniverse = Self(
    fr: "ajoutez « universe: … » à ses indicateurs, à ses populations ou à la figure",
    en: "add “universe: …” to its indicators, to its populations or to the figure")
}
