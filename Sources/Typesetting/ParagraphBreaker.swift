import DrawList

/// Breaks passages of a text in the passes of TeX: without hyphens, with hyphens, with lines as loose as need be.
struct ParagraphBreaker {
  let styles: [TextStyle]
  let shaper: any TextShaper
  let hyphenation: HyphenationPoints
  let widths: LineWidths
  let setting: ParagraphSetting

  func broken(_ passage: TextPassage) -> BrokenPassage {
    switch setting.breaking {
    case .firstFit:
      let (measured, words) = fitted(measured(passage))
      return BrokenPassage(
        passage: measured, breaks: firstFit(measured, widths), setting: setting, cutWords: words)
    case .totalFit(let rules): return totalFit(passage, rules)
    }
  }

  private func measured(_ passage: TextPassage) -> MeasuredPassage {
    MeasuredPassage(
      passage, styles: styles, shaper: shaper,
      hangsPunctuation: setting.hangsPunctuation && setting.alignment != .centred)
  }

  /// The passage with hyphens in words that are too wide for a line, and cut where that is not enough.
  private func fitted(_ whole: MeasuredPassage) -> (MeasuredPassage, cutWords: [String]) {
    let wide = whole.tooWide(for: widths.narrowest)
    guard !wide.isEmpty else { return (whole, []) }
    let pieces = Set(
      wide.flatMap {
        whole.spots[$0 - 1].startPiece...max(whole.spots[$0 - 1].startPiece, whole.spots[$0].endPiece)
      })
    let places = whole.passage.hyphenated(by: hyphenation, styles: styles) { pieces.contains($0) }.places
    let hyphenated = MeasuredPassage(whole, places: places)
    guard !hyphenated.tooWide(for: widths.narrowest).isEmpty else { return (hyphenated, []) }
    let (cut, parts) = hyphenated.cut(to: widths.narrowest)
    let words = wide.map { whole.text(from: whole.spots[$0 - 1], to: whole.spots[$0]) }
    return (measured(cut), words.filter { word in parts.contains { word.contains($0) } })
  }

  private func totalFit(_ passage: TextPassage, _ rules: TotalFitRules) -> BrokenPassage {
    let whole = measured(passage)
    let isHyphenated = setting.hyphenation == .whereLinesAreLoose
    if let breaks = fit(whole, rules).breaks(
      badness: isHyphenated ? rules.toleranceWithoutHyphens : rules.tolerance)
    {
      return BrokenPassage(passage: whole, breaks: breaks, setting: setting, cutWords: [])
    }
    let hyphenated =
      isHyphenated
      ? MeasuredPassage(whole, places: passage.hyphenated(by: hyphenation, styles: styles).places) : whole
    if isHyphenated, let breaks = fit(hyphenated, rules).breaks(badness: rules.tolerance) {
      return BrokenPassage(passage: hyphenated, breaks: breaks, setting: setting, cutWords: [])
    }
    return lastPass(hyphenated, rules)
  }

  private func fit(_ passage: MeasuredPassage, _ rules: TotalFitRules) -> TotalFit {
    TotalFit(passage: passage, widths: widths, setting: setting, rules: rules, em: em)
  }

  private var em: Points { styles.first?.size ?? 0 }

  /// Lines as good as can be had; ragged where the right edge could only be had with holes.
  private func lastPass(_ passage: MeasuredPassage, _ rules: TotalFitRules) -> BrokenPassage {
    let (passage, words) = fitted(passage)
    var fit = fit(passage, rules)
    fit.emergencyStretch = rules.emergencyStretch * em
    let breaks = fit.breaks(badness: .infinity)
    if let breaks, setting.alignment != .justified || fit.loosest(breaks) <= rules.loosestLine {
      return BrokenPassage(passage: passage, breaks: breaks, setting: setting, cutWords: words)
    }
    guard setting.alignment == .justified else {
      return BrokenPassage(
        passage: passage, breaks: firstFit(passage, widths), setting: setting, cutWords: words)
    }
    var ragged = setting
    ragged.alignment = .ragged
    ragged.breaking = .totalFit(.ragged)
    let breaker = ParagraphBreaker(
      styles: styles, shaper: shaper, hyphenation: hyphenation, widths: widths, setting: ragged)
    let broken = breaker.lastPass(passage, .ragged)
    return BrokenPassage(
      passage: broken.passage, breaks: broken.breaks, setting: ragged, cutWords: words)
  }
}

extension TotalFit {
  /// How far the spaces of the loosest of some lines must give, without help.
  func loosest(_ breaks: [Int]) -> Double {
    var bare = self
    bare.emergencyStretch = 0
    let spots = passage.spots
    return zip([0] + breaks, breaks).enumerated().map { line, ends in
      bare.ratio(
        of: passage.line(from: spots[ends.0], to: spots[ends.1]), from: spots[ends.0], to: spots[ends.1],
        width: widths[line])
    }.max() ?? 0
  }
}
