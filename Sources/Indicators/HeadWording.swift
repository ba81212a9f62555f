import Model
import Spec

/// The heads of tables, and the labels of cards.
extension Wording {
  func text(_ rows: FigureDimension, of populations: [Population]) -> String {
    switch rows {
    case .indicators: indicator
    case .populations: text(populations)
    case .periods: pick("Période", "Period")
    }
  }

  /// Numbers beside “Population” would be read as inhabitants where all that stands under it are places.
  func text(_ populations: [Population]) -> String {
    populations.contains { $0.kind == .population } || populations.isEmpty
      ? population : pick("Territoire", "Territory")
  }

  func text(_ column: DistributionColumn) -> String {
    switch column {
    case .rank: pick("Rang", "Rank")
    case .quartile: pick("Quart", "Quarter")
    case .median: pick("Médiane", "Median")
    }
  }

  func text(_ column: TargetColumn) -> String {
    switch column {
    case .target: targetLabel
    case .targetDate: pick("Échéance", "Due")
    case .pace: pick("Rythme nécessaire", "Pace needed")
    }
  }

  func text(_ periodicity: Periodicity) -> String {
    switch periodicity {
    case .monthly: pick("mensuelle", "monthly")
    case .quarterly: pick("trimestrielle", "quarterly")
    case .halfYearly: pick("semestrielle", "half-yearly")
    case .yearly: pick("annuelle", "yearly")
    case .irregular: pick("irrégulière", "irregular")
    }
  }

  func text(_ kind: ObjectiveKind) -> String {
    switch kind {
    case .pillar: pick("Pilier", "Pillar")
    case .objective: pick("Objectif", "Objective")
    case .action: pick("Action", "Action")
    }
  }

  var status: String { pick("Appréciation", "Assessment") }
  func status(against reference: String) -> String {
    pick("Appréciation (avec \(reference))", "Assessment (with \(reference))")
  }
  func status(since period: String) -> String {
    pick("Appréciation (depuis \(period))", "Assessment (since \(period))")
  }
  var interval: String { pick("Intervalle", "Interval") }
  var theTarget: String { pick("la cible", "the target") }
  var targetLabel: String { pick("Cible", "Target") }
  /// A count as a unit: “en nombre d’habitants”.
  func numberOf(_ counts: String) -> String { pick("en nombre \(de(counts))", "number of \(counts)") }
  /// Of a target and of its date, where nobody agreed one.
  var noTarget: String { pick("non\u{A0}fixée", "not\u{A0}set") }
  func targetFor(_ period: String) -> String { pick("Cible \(period)", "Target \(period)") }
  var periodicity: String { pick("Périodicité", "Periodicity") }
  var dating: String { pick("Datation", "Dating") }
  var vintage: String { pick("Découpage", "Boundaries") }
  var breaksLabel: String { pick("Ruptures de série", "Series breaks") }
  var precision: String { pick("Précision", "Precision") }
  var confidence95: String { pick("intervalle de confiance à 95\u{A0}%", "95% confidence interval") }
  var valuesNotPublished: String {
    pick("indicateur décrit, sans valeur publiée", "described, without published values")
  }
  var sampleNotParted: String {
    pick(
      "non calculable : l’effectif enquêté n’est pas publié pour chaque population",
      "cannot be computed: the sample is not published for each population")
  }

  func indexOf(_ indicator: String, _ base: String) -> String {
    pick("\(quoted(indicator)), base 100 en \(base)", "\(quoted(indicator)), \(base) = 100")
  }

  var nomenclatureTitle: String {
    pick(
      "Les objectifs du contrat et les indicateurs qui les suivent",
      "The contract's objectives and their indicators")
  }
  var servesPillars: String { pick("Piliers servis", "Pillars served") }
  var followedBy: String { pick("Indicateurs (nature)", "Indicators (nature)") }
  var noIndicator: String { pick("aucun pour l’instant", "none so far") }

  /// “4 objectifs, 3 piliers”.
  func objectives(_ objectives: Int, pillars: Int) -> String {
    counted(objectives, "objectifs", "objectives") + ", " + counted(pillars, "piliers", "pillars")
  }

  func objective(_ label: String, pillars: Int, indicators: Int) -> String {
    let served = counted(pillars, "piliers", "pillars")
    let following = counted(indicators, "indicateurs", "indicators")
    return pick(
      "L’objectif \(quoted(label)) sert \(served) et est suivi par \(following).",
      "The objective \(quoted(label)) serves \(served) and is followed by \(following).")
  }

  private func counted(_ number: Int, _ french: String, _ english: String) -> String {
    let noun = pick(french, english)
    let isOne = language == .french ? number < 2 : number == 1
    return "\(number)\u{A0}\(isOne ? singular(noun, in: language) : noun)"
  }
}
