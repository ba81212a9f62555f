import Model
import Spec
import Statistics

/// The words of comparisons.
extension Wording {
  var notSignificantGap: String { pick("un écart non significatif", "a difference that is not significant") }
  var noSignificantChange: String { pick("sans évolution significative", "without a significant change") }
  var stable: String { pick("un niveau stable", "unchanged") }
  var overAYear: String { pick("sur un an", "over a year") }
  var thanAYearEarlier: String { pick("qu’un an plus tôt", "as a year earlier") }

  // MARK: Gaps

  /// How large a gap is: “1 514” and “ habitants”, or all in one: “4 points”.
  struct Size {
    let number: String
    let noun: String
    /// Percentages of percentages are told from points.
    var isRelativeToRate = false
  }

  var asMuch: String { pick("soit autant", "no difference") }
  var almostAsMuch: String { pick("soit presque autant", "practically no difference") }
  var zeroRatio: String { pick("soit un rapport nul", "a ratio of zero") }
  var downToZero: String { pick("une chute à zéro", "down to zero") }

  func gap(of size: Size, more: Bool, counted: Bool) -> String {
    let relative = size.isRelativeToRate ? pick(" en valeur relative", " in relative terms") : ""
    let french = "soit " + size.number + size.noun + (more ? " de plus" : " de moins") + relative
    let word = counted ? (more ? " more" : " fewer") : (more ? " higher" : " lower")
    return pick(french, size.number + word + size.noun + relative)
  }

  /// “soit quatre fois plus”.
  func being(_ multiple: String) -> String { pick("soit " + multiple, multiple) }

  func ratio(_ ratio: String) -> String { pick("soit un rapport de \(ratio)", "a ratio of \(ratio)") }

  func index(_ index: String, base: String) -> String {
    pick("soit un indice de \(index) (\(base)\u{A0}= 100)", "an index of \(index) (\(base)\u{A0}= 100)")
  }

  func ofTotal(_ share: String) -> String { pick("soit \(share) du total", "\(share) of the total") }

  func noComparison(with reference: String, _ reason: String) -> String {
    pick(
      "sans comparaison possible avec \(reference) (\(reason))",
      "with no comparison possible with \(reference) (\(reason))")
  }

  /// Why there is no ratio.
  var notABase: String { pick("zéro ou valeur négative", "zero or a negative value") }

  func `for`(_ population: String) -> String { pick("pour \(population)", "for \(population)") }

  func noValue(_ indicator: String, _ population: String?, _ reason: String) -> String {
    let whom = population.map { " " + $0 } ?? ""
    return pick(
      "l’indicateur \(indicator) n’a pas de valeur\(whom) (\(reason))",
      "the indicator \(indicator) has no value\(whom) (\(reason))")
  }

  // MARK: Evolutions

  func moved(by size: String, up: Bool, isRelativeToRate: Bool) -> String {
    let noun = (up ? "en hausse" : "en baisse") + (isRelativeToRate ? " relative" : "")
    return pick(
      "\(noun) de \(size)", (up ? "up " : "down ") + size + (isRelativeToRate ? " in relative terms" : ""))
  }

  /// “soit 1,25 fois la valeur de 2025”.
  func times(_ ratio: String, _ ofValue: String) -> String {
    pick("soit \(ratio) fois la valeur \(ofValue)", "\(ratio) times the value \(ofValue)")
  }

  func share(_ share: String, _ ofValue: String) -> String {
    pick("soit \(share) de la valeur \(ofValue)", "\(share) of the value \(ofValue)")
  }

  // MARK: Targets and ranks

  func target(_ value: String, due: String) -> String {
    pick("la cible de \(value) fixée \(due)", "the target of \(value) set \(due)")
  }

  /// A target whose date is past.
  func pastTarget(_ value: String, on date: String) -> String {
    pick(
      "la cible de \(value), dont l’échéance (\(date)) est passée",
      "the target of \(value), which was due by \(date)")
  }

  func farFromTarget(_ gap: String, _ target: String) -> String {
    pick("à \(gap) de \(target)", "\(gap) from \(target)")
  }

  func nextToTarget(_ target: String) -> String { pick("tout près de \(target)", "very near \(target)") }

  func targetReached(_ target: String) -> String {
    pick("ce qui atteint \(target)", "which reaches \(target)")
  }

  func notFarFromTarget(_ target: String) -> String {
    pick("sans écart significatif avec \(target)", "not significantly different from \(target)")
  }

  /// “3e sur 20”, “2e ex æquo sur 20”.
  func rankAmong(_ rank: Rank) -> String {
    // A table's narrow column must not part it.
    pick("\(place(rank))\u{A0}sur\u{A0}\(rank.count)", "\(place(rank))\u{A0}of\u{A0}\(rank.count)")
  }

  /// “au 3e rang sur 20”, “au 2e rang ex æquo sur 20”.
  func rank(_ rank: Rank) -> String {
    let tied = rank.ties > 1 ? " ex æquo" : ""
    return pick(
      "au \(ordinal(rank.position)) rang\(tied) sur \(rank.count)", "ranked \(place(rank)) of \(rank.count)")
  }

  /// “3e”, and where it is shared “2e ex æquo”.
  func place(_ rank: Rank) -> String {
    let place = ordinal(rank.position)
    return rank.ties > 1 ? pick(place + " ex æquo", "joint " + place) : place
  }

  /// “1er”, “2e”; “1st”, “2nd”, “11th”.
  func ordinal(_ number: Int) -> String {
    switch language {
    case .french: return number == 1 ? "1er" : "\(number)e"
    case .english:
      if (11...13).contains(number % 100) { return "\(number)th" }
      return switch number % 10 {
      case 1: "\(number)st"
      case 2: "\(number)nd"
      case 3: "\(number)rd"
      default: "\(number)th"
      }
    }
  }

  /// A quarter of a distribution, 1 for the lowest values.
  func quarter(_ quarter: Int) -> String {
    switch quarter {
    case 1: pick("quart le plus bas", "lowest quarter")
    case 2: pick("deuxième quart à partir du bas", "second-lowest quarter")
    case 3: pick("deuxième quart à partir du haut", "second-highest quarter")
    default: pick("quart le plus élevé", "highest quarter")
    }
  }

  func perYear(_ amount: String) -> String { pick("\(amount) par an", "\(amount) a year") }

  func text(_ status: ComparisonStatus) -> String {
    switch status {
    case .favourable: pick("favorable", "favourable")
    case .unfavourable: pick("défavorable", "unfavourable")
    case .improving: pick("en progrès", "improving")
    case .worsening: pick("en recul", "worsening")
    case .higher: pick("plus élevé", "higher")
    case .lower: pick("moins élevé", "lower")
    case .rising: pick("en hausse", "rising")
    case .falling: pick("en baisse", "falling")
    case .same: pick("identique", "same")
    case .stable: pick("stable", "stable")
    case .notSignificant: pick("non significatif", "not significant")
    case .reached: pick("cible atteinte", "target reached")
    case .onTrack: pick("en bonne voie", "on track")
    case .late: pick("en retard", "late")
    case .unknown: pick("indéterminé", "undetermined")
    }
  }

  /// The mark of a value that is not final, after it.
  func mark(_ status: ObservationStatus) -> String? {
    switch status {
    case .final: nil
    case .provisional: "(p)"
    case .revised: pick("(r)", "(r)")
    case .estimated: "(e)"
    }
  }

  func meaning(_ status: ObservationStatus) -> String {
    switch status {
    case .final: pick("définitif", "final")
    case .provisional: pick("provisoire", "provisional")
    case .revised: pick("révisé", "revised")
    case .estimated: pick("estimé", "estimated")
    }
  }

  func text(_ choice: PeriodChoice) -> String {
    switch choice {
    case .current: pick("Dernière valeur", "Last value")
    case .previous: pick("Période précédente", "Period before")
    case .yearAgo: pick("Un an avant", "A year before")
    case .first: pick("Première valeur", "First value")
    case .fixed(let period): PeriodText(language: language).label(period)
    }
  }
}
