import Spec

/// What charts are called, and what is said of them.
extension Wording {
  func name(of kind: ChartKind, _ orientation: ChartOrientation, series: Int) -> String {
    switch kind {
    case .bar, .column:
      orientation == .vertical
        ? pick("Diagramme en colonnes", "Column chart") : pick("Diagramme en barres", "Bar chart")
    case .ranked: pick("Classement en barres", "Ranked bar chart")
    case .stacked: pick("Barres empilées", "Stacked bars")
    case .stackedToWhole: pick("Barres empilées à 100\u{A0}%", "100% stacked bars")
    case .diverging: pick("Barres de part et d’autre de zéro", "Diverging bars")
    case .likert: pick("Barres d’opinions autour du milieu", "Opinion bars centred on the middle")
    case .split: pick("Barres, une colonne par série", "Bars in one column per series")
    case .pyramid: pick("Pyramide", "Population pyramid")
    case .range: pick("Barres d’un minimum à un maximum", "Range bars")
    case .dumbbell: pick("Diagramme en haltères", "Dumbbell chart")
    case .dot: pick("Diagramme à points", "Dot plot")
    case .lollipop: pick("Diagramme à tiges", "Lollipop chart")
    case .bullet: pick("Barres avec leur cible", "Bullet chart")
    case .waterfall: pick("Diagramme en cascade", "Waterfall chart")
    case .histogram: pick("Histogramme", "Histogram")
    case .pareto: pick("Diagramme de Pareto", "Pareto chart")
    case .line: series > 1 ? pick("Courbes", "Line chart") : pick("Courbe", "Line chart")
    case .slope: pick("Diagramme en pentes", "Slope chart")
    case .mosaic: pick("Mosaïque", "Mosaic chart")
    case .pictogram: pick("Rangées de pictogrammes", "Pictogram chart")
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
    pick("Plus grand écart\(colon)\(size) (\(place)).", "Largest gap\(colon)\(size) (\(place)).")
  }

  /// Of a waterfall: where it starts and where it ends.
  func fromTotalToTotal(_ first: String, _ last: String) -> String {
    pick("De \(first) à \(last).", "From \(first) to \(last).")
  }
  func totals(_ least: String, _ most: String) -> String {
    pick("Totaux\(colon)de \(least) à \(most).", "Totals\(colon)from \(least) to \(most).")
  }
  func targetsReached(_ reached: Int, of count: Int) -> String {
    pick(
      "Cible atteinte ou dépassée\(colon)\(reached) sur \(count).",
      "Target reached or exceeded\(colon)\(reached) of \(count).")
  }
  func target(_ value: String) -> String { pick("cible\(colon)\(value)", "target\(colon)\(value)") }
  func shortInterval(_ low: String, _ high: String) -> String {
    pick("intervalle\(colon)de \(low) à \(high)", "interval\(colon)\(low) to \(high)")
  }

  var targetName: String { pick("Cible", "Target") }
  var mean: String { pick("Moyenne", "Mean") }
  /// Of rates, each of which counts as much, whatever it is of.
  var unweightedMean: String { pick("Moyenne simple", "Unweighted mean") }

  /// “En % des ménages”.
  func percentOf(_ counted: String?) -> String {
    pick("En\u{A0}%" + (counted.map { " des \($0)" } ?? ""), "%" + (counted.map { " of \($0)" } ?? ""))
  }
  var medianWord: String { pick("Médiane", "Median") }
  var cumulated: String { pick("Cumul, en\u{A0}%", "Cumulative percentage") }

  /// “de 20 à moins de 30 %”; the last class holds its upper bound too.
  func classLabel(_ low: String, _ high: String, unit: String, isLast: Bool) -> String {
    isLast
      ? pick("de \(low) à \(high)\(unit)", "\(low) to \(high)\(unit)")
      : pick("de \(low) à moins de \(high)\(unit)", "\(low) to under \(high)\(unit)")
  }

  /// - Parameter caption: the unit of what the classes are made of, as “En euros”.
  func countPerClass(of caption: String?) -> String {
    let unit = caption.map { $0.prefix(1).lowercased() + $0.dropFirst() } ?? ""
    let classes = unit.isEmpty ? "" : pick(" (classes\(colon)\(unit))", " (classes: \(unit))")
    return pick("Nombre d’observations par classe", "Number of observations in each class") + classes
  }
  /// Cases of a histogram without a value.
  func uncounted(_ count: Int) -> String {
    count == 1
      ? pick(
        "Une observation est sans valeur et n’est pas comptée.",
        "One observation has no value and is not counted.")
      : pick(
        "\(count) observations sont sans valeur et ne sont pas comptées.",
        "\(count) observations have no value and are not counted.")
  }

  func cutAxis(_ low: String) -> String {
    pick(
      "L’axe commence à \(low) et non à zéro\(colon)les longueurs ne sont pas proportionnelles aux valeurs.",
      "The axis starts at \(low), not at zero: bar lengths are not proportional to values.")
  }
  var logarithmic: String {
    pick(
      "Échelle logarithmique\(colon)une même distance est une même proportion.",
      "Logarithmic scale: equal distances are equal proportions.")
  }
  var freeScales: String {
    pick("Chaque panneau a sa propre échelle.", "Each panel has its own scale.")
  }
  func sign(_ amount: String) -> String {
    pick("Un signe vaut \(amount).", "Each symbol represents \(amount).")
  }
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
      "The line shows the cumulative percentage of the total.")
  }
  var paretoLineOfKnown: String {
    pick(
      "La courbe donne le cumul des colonnes, en pourcentage du total des valeurs connues.",
      "The line shows the cumulative percentage of the total of the known values.")
  }
  /// How values that may still change are drawn; `nil` where as others are.
  func unsettled(_ kind: ChartKind, isUpright: Bool) -> String? {
    switch kind {
    case .line:
      pick(
        "Les tirets mènent à des valeurs qui peuvent changer.", "Dashes lead to values that may still change."
      )
    case .dot, .lollipop, .dumbbell, .slope:
      pick(
        "Un point creux est une valeur qui peut changer.", "A hollow point is a value that may still change.")
    case .range, .bullet, .histogram, .pictogram: nil
    case .bar, .column, .ranked, .stacked, .stackedToWhole, .diverging, .likert, .split, .pyramid, .waterfall,
      .pareto, .mosaic:
      isUpright
        ? pick(
          "Les colonnes claires sont des valeurs qui peuvent changer.",
          "Light columns are values that may still change.")
        : pick(
          "Les barres claires sont des valeurs qui peuvent changer.",
          "Light bars are values that may still change.")
    }
  }
  var scaledTo100: String {
    pick("Les parts sont ramenées à un total de 100\u{A0}%.", "Shares are scaled to a total of 100%.")
  }
  /// - Parameter name: of what columns are as wide as, where that is not the size of each category.
  /// - Parameter isWhole: whether no part of a category is unknown.
  func mosaicWidths(by name: String?, isWhole: Bool) -> String {
    let size =
      isWhole
      ? pick("l’effectif", "the size of each category")
      : pick("l’effectif connu", "the size of each category as far as it is known")
    return pick("La largeur d’une colonne est proportionnelle à ", "Column widths are proportional to ")
      + (name.map(quoted) ?? size) + "."
  }
  var roundedShares: String {
    pick(
      "En raison des arrondis, la somme des parts peut différer de 100\u{A0}%.",
      "Because of rounding the shares may not add up to 100%.")
  }
  /// Of what from what: “Écarts : Ensemble moins Femmes.”
  func gaps(_ count: Int, of one: String, from other: String) -> String {
    pick(count == 1 ? "Écart" : "Écarts", count == 1 ? "Gap" : "Gaps") + colon
      + pick("\(one) moins \(other).", "\(one) minus \(other).")
  }
  func intervalsShown(_ style: IntervalStyle) -> String {
    style == .gradient
      ? pick(
        "Le dégradé couvre l’intervalle de confiance à 95\u{A0}%.",
        "Shading fades over the 95% confidence interval.")
      : pick(
        "Les traits donnent l’intervalle de confiance à 95\u{A0}%.", "Lines show 95% confidence intervals.")
  }
  /// What the mark of a gap that a sample cannot tell from none means.
  var gapMark: String { pick("écart non significatif", "difference not significant") }
  /// The names of categories that have no room under their columns.
  package func inOrder(_ names: [String]) -> String {
    pick("De gauche à droite", "From left to right") + colon + names.joined(separator: semicolon)
  }
  /// Those of some columns only.
  package func unnamed(_ names: [String]) -> String {
    (names.count == 1
      ? pick("Colonne sans nom", "Column without a name")
      : pick("Colonnes sans nom, de gauche à droite", "Columns without a name, from left to right")) + colon
      + names.joined(separator: semicolon)
  }
  package func unwritten(_ count: Int) -> String {
    count == 1
      ? pick(
        "Une valeur n’est pas écrite, faute de place\(semicolon)elle figure dans les données jointes.",
        "One value is not written for lack of room; it is in the attached data.")
      : pick(
        "\(count) valeurs ne sont pas écrites, faute de place\(semicolon)elles figurent dans les données jointes.",
        "\(count) values are not written for lack of room; they are in the attached data.")
  }
}
