import DataSources
import Diagnostics
import Model
import Spec
import Typography

/// Sentences with their figures filled in.
extension Composer {
  mutating func text(_ block: TextBlock) -> PublishedText {
    switch block {
    case .paragraph(let inlines): .paragraph(rich(inlines))
    case .list(let start, let items): .list(start: start, items: items.map { item in item.map { text($0) } })
    }
  }

  /// A sentence in styled pieces; signs and spaces are set across them.
  mutating func rich(_ inlines: [Inline]) -> RichText {
    var pieces: [RichText.Piece] = []
    collect(inlines, RichText.Piece(text: ""), into: &pieces)
    let texts = typeset(pieces.map { $0.isCode ? "\u{FFFC}" : $0.text }, profile)
    for index in pieces.indices where !pieces[index].isCode { pieces[index].text = texts[index] }
    return RichText(pieces: pieces.filter { !$0.text.isEmpty })
  }

  /// A sentence without styles.
  mutating func plain(_ inlines: [Inline]) -> String { rich(inlines).plain }

  private mutating func collect(
    _ inlines: [Inline], _ style: RichText.Piece, into pieces: inout [RichText.Piece]
  ) {
    for inline in inlines {
      var piece = style
      switch inline {
      case .text(let text): append(text, style, to: &pieces)
      case .reference(let reference): append(value(of: reference), style, to: &pieces)
      case .lineBreak: append("\n", style, to: &pieces)
      case .code(let text):
        piece.isCode = true
        append(text, piece, to: &pieces)
      case .emphasis(let inside):
        piece.isEmphasized = true
        collect(inside, piece, into: &pieces)
      case .strong(let inside):
        piece.isStrong = true
        collect(inside, piece, into: &pieces)
      case .link(let inside, let address):
        piece.link = address
        collect(inside, piece, into: &pieces)
      }
    }
  }

  private func append(_ text: String, _ style: RichText.Piece, to pieces: inout [RichText.Piece]) {
    var piece = style
    piece.text = text
    if var last = pieces.last {
      let before = last.text
      last.text = ""
      var bare = piece
      bare.text = ""
      if last == bare {
        pieces[pieces.count - 1].text = before + text
        return
      }
    }
    pieces.append(piece)
  }

  // MARK: References

  /// What is printed for a reference.
  mutating func value(of reference: Reference) -> String {
    switch reference.kind {
    case .field(let indicator, let field): return self.field(field, of: report.indicators[indicator])
    case .value(let indicator, let population, let form):
      guard let observation = observation(indicator, population, askedAt: reference.place) else { return "" }
      switch observation.value {
      case .number(let number): return print(number, valueText(indicator), form)
      case .missing(let kind):
        diagnostics.report(.warning(.missingInText(reference.text, wording.mark(kind)), at: reference.place))
        return wording.mark(kind)
      }
    case .comparison(let comparison, let indicator, let population, let form):
      let comparison = report.comparisons[comparison]
      let result = difference(
        indicator, comparison.subject, population, comparison.measure, askedAt: reference.place)
      switch result {
      case .number(let difference):
        return print(
          difference, DifferenceText(values: valueText(indicator), measure: comparison.measure), form)
      case .missing(let kind):
        diagnostics.report(.warning(.missingInText(reference.text, wording.mark(kind)), at: reference.place))
        return wording.mark(kind)
      case nil: return ""
      }
    }
  }

  private func print(_ number: Double, _ text: ValueText, _ form: ValueForm) -> String {
    switch form {
    case .full: text.full(number)
    case .number: text.number(number)
    case .words: text.words(number)
    }
  }

  private func print(_ difference: Double, _ text: DifferenceText, _ form: ComparisonForm) -> String {
    switch form {
    case .sentence: text.clause(difference)
    case .gap: text.text(difference)
    case .size: text.magnitude(difference)
    }
  }

  private func field(_ field: IndicatorField, of indicator: Indicator) -> String {
    switch field {
    case .label: indicator.label
    case .universe: indicator.universe ?? ""
    case .period: indicator.period.map { PeriodText(language: wording.language).label($0) } ?? ""
    case .source: report.sources[indicator.source].citation
    }
  }

  /// A subject against a reference; where it cannot be had, the reason.
  ///
  /// A secret wins over other reasons: the mark must not tell which of the two values is hidden for what. What
  /// has no sense, as a ratio to zero, is said.
  mutating func difference(
    _ indicator: ID<Indicator>, _ subject: ID<Population>, _ reference: ID<Population>, _ measure: Measure,
    askedAt place: Place
  ) -> Observation.Value? {
    guard let first = observation(indicator, subject, askedAt: place),
      let second = observation(indicator, reference, askedAt: place)
    else { return nil }
    switch (first.value, second.value) {
    case (.number(let a), .number(let b)):
      if let result = Indicators.difference(of: a, from: b, by: measure) { return .number(result) }
      diagnostics.report(.warning(.noSense(measure, indicator.name, reference.name), at: second.place))
      return .missing(.notApplicable)
    case (.missing(.confidential), _), (_, .missing(.confidential)): return .missing(.confidential)
    case (.missing(let kind), _), (_, .missing(let kind)): return .missing(kind)
    }
  }

  // MARK: Key figures

  mutating func keyFigure(_ figure: KeyFigure) -> PublishedKeyFigure {
    let indicator = report.indicators[figure.indicator]
    return PublishedKeyFigure(
      value: set(largePrint(figure.value)), label: figure.label.map { plain($0) } ?? set(indicator.label),
      detail: figure.detail.map { plain($0) })
  }

  /// A key figure's number has its unit's sign but not what it counts, which its label says.
  private mutating func largePrint(_ reference: Reference) -> String {
    if case .value(let indicator, let population, .full) = reference.kind,
      let number = observation(indicator, population, askedAt: reference.place)?.number
    {
      return valueText(indicator).short(number)
    }
    return value(of: reference)
  }
}

extension Diagnostic.Message {
  fileprivate static func missingInText(_ reference: String, _ mark: String) -> Self {
    Self(
      "missing-in-text", fr: "« {\(reference)} » n’a pas de valeur : « \(mark) » est imprimé à sa place",
      en: "“{\(reference)}” has no value: “\(mark)” is printed in its place")
  }
  fileprivate static func noSense(_ measure: Measure, _ indicator: String, _ population: String) -> Self {
    Self(
      "no-difference",
      fr: "« \(indicator) » pour « \(population) » ne peut pas servir de base à « \(measure.rawValue) » "
        + "(zéro ou négatif)",
      en: "“\(indicator)” for “\(population)” cannot be the base of “\(measure.rawValue)” (zero or negative)")
  }
}
