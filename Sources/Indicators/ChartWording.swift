import Spec

/// What charts are called, and what is said of them.
extension Wording {
  func name(of kind: ChartKind, _ orientation: ChartOrientation, series: Int) -> String {
    switch kind {
    case .bar, .column:
      orientation == .vertical
        ? pick("Diagramme en colonnes", "Column chart") : pick("Diagramme en barres", "Bar chart")
    case .ranked: pick("Classement en barres", "Ranked bars")
    case .stacked: pick("Barres empilées", "Stacked bars")
    case .stackedToWhole: pick("Barres empilées à 100\u{A0}%", "Bars stacked to 100%")
    case .diverging: pick("Barres de part et d’autre de zéro", "Bars on both sides of zero")
    case .likert: pick("Barres d’opinions autour du milieu", "Bars of opinions around the middle")
    case .split: pick("Barres, une colonne par série", "Bars, a column for each series")
    case .pyramid: pick("Pyramide", "Pyramid")
    case .range: pick("Barres d’un minimum à un maximum", "Bars from a minimum to a maximum")
    case .dumbbell: pick("Diagramme en haltères", "Dumbbell chart")
    case .dot: pick("Diagramme à points", "Dot plot")
    case .lollipop: pick("Diagramme à tiges", "Lollipop chart")
    case .bullet: pick("Barres avec leur cible", "Bars with their target")
    case .waterfall: pick("Diagramme en cascade", "Waterfall chart")
    case .histogram: pick("Histogramme", "Histogram")
    case .pareto: pick("Diagramme de Pareto", "Pareto chart")
    case .line: series > 1 ? pick("Courbes", "Lines") : pick("Courbe", "Line")
    case .slope: pick("Diagramme en pentes", "Slope chart")
    case .mosaic: pick("Mosaïque", "Mosaic")
    case .pictogram: pick("Rangées de pictogrammes", "Rows of pictograms")
    }
  }

  var and: String { pick("et", "and") }

  func categories(_ count: Int) -> String {
    count == 1 ? pick("1 catégorie", "1 category") : pick("\(count) catégories", "\(count) categories")
  }
  func periods(_ count: Int) -> String {
    count == 1 ? pick("1 période", "1 period") : pick("\(count) périodes", "\(count) periods")
  }
  func classes(_ count: Int) -> String {
    count == 1 ? pick("1 classe", "1 class") : pick("\(count) classes", "\(count) classes")
  }
  func series(_ count: Int) -> String { pick("\(count) séries", "\(count) series") }
  func panels(_ count: Int) -> String { pick("\(count) panneaux", "\(count) panels") }

  func extremes(_ least: String, _ most: String) -> String {
    pick("De \(least) à \(most).", "From \(least) to \(most).")
  }
  func widestGap(_ size: String, _ place: String) -> String {
    pick("Plus grand écart\(colon)\(size) (\(place)).", "Widest gap\(colon)\(size) (\(place)).")
  }

  var targetName: String { pick("Cible", "Target") }
  var mean: String { pick("Moyenne", "Mean") }
  var medianWord: String { pick("Médiane", "Median") }
  var cumulated: String { pick("Cumul, en\u{A0}%", "Cumulated, %") }

  /// “de 20 à moins de 30 %”; the last class holds its upper bound too.
  func classLabel(_ low: String, _ high: String, unit: String, isLast: Bool) -> String {
    isLast
      ? pick("de \(low) à \(high)\(unit)", "\(low) to \(high)\(unit)")
      : pick("de \(low) à moins de \(high)\(unit)", "\(low) to under \(high)\(unit)")
  }

  func cutAxis(_ low: String) -> String {
    pick(
      "L’axe commence à \(low) et non à zéro\(colon)les longueurs ne sont pas proportionnelles aux valeurs.",
      "The axis starts at \(low), not at zero: lengths are not in proportion to values.")
  }
  var logarithmic: String {
    pick(
      "Échelle logarithmique\(colon)une même distance est une même proportion.",
      "Logarithmic scale: equal distances are equal proportions.")
  }
  var freeScales: String {
    pick("Chaque panneau a sa propre échelle.", "Each panel has a scale of its own.")
  }
  func sign(_ amount: String) -> String { pick("Un signe vaut \(amount).", "A sign stands for \(amount).") }
  /// “de 380 à 410”: the least and the greatest of some numbers.
  func countRange(_ least: String, _ most: String) -> String {
    pick("de\u{A0}\(least) à\u{A0}\(most)", "\(least) to\u{A0}\(most)")
  }
  func bases(_ list: String) -> String {
    pick("Effectifs enquêtés\(colon)\(list).", "Respondents\(colon)\(list).")
  }
  var paretoLine: String {
    pick(
      "La courbe donne le cumul des colonnes, en pourcentage du total.",
      "The line gives the columns' running sum, in percent of the total.")
  }
  var mosaicWidths: String {
    pick(
      "La largeur d’une colonne est proportionnelle à l’effectif.",
      "A column's width is in proportion to its size.")
  }
  func intervalsShown(_ style: IntervalStyle) -> String {
    style == .gradient
      ? pick(
        "Le dégradé couvre l’intervalle de confiance à 95\u{A0}%.",
        "The fading covers 95% confidence intervals.")
      : pick(
        "Les traits donnent l’intervalle de confiance à 95\u{A0}%.", "Strokes show 95% confidence intervals.")
  }
  /// What the mark of a gap that a sample cannot tell from none means.
  var gapMark: String { pick("écart non significatif", "gap that is not significant") }
  package func unwritten(_ count: Int) -> String {
    count == 1
      ? pick(
        "Une valeur, trop petite pour être écrite, figure dans les données jointes.",
        "One value, too small to be written, is in the attached data.")
      : pick(
        "\(count) valeurs, trop petites pour être écrites, figurent dans les données jointes.",
        "\(count) values, too small to be written, are in the attached data.")
  }
}
