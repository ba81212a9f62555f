import Diagnostics
import Spec

/// A subject set against references, for some indicators, by a measure.
package struct Comparison: Declared {
  package let id: ID<Comparison>
  package let place: Place
  package let indicators: [ID<Indicator>]
  /// `nil` for indicators that have one value a period.
  package let subject: ID<Population>?
  package let references: [ComparisonReference]
  package let measure: Measure
  /// How sure a difference must be to be called one: 0.95.
  package let confidence: Double
  package let peers: Peers

  /// The populations it shows, the subject first.
  package var populations: [ID<Population>] {
    [subject].compactMap(\.self) + references.compactMap(\.population)
  }

  /// The periods it shows, the current one last.
  package var periods: PeriodSelection {
    let chosen = references.compactMap { if case .period(let period) = $0 { period } else { nil } }
    return chosen.isEmpty ? .current : .chosen(chosen + [.current])
  }
}

/// What a subject is set against.
package enum ComparisonReference: Hashable, Sendable {
  case population(ID<Population>)
  /// The subject's own value of another period.
  case period(PeriodChoice)
  case target
  /// The distribution of similar territories.
  case peers

  package var population: ID<Population>? {
    switch self {
    case .population(let id): id
    case .period, .target, .peers: nil
    }
  }

  /// The word for it between brackets.
  package var word: String {
    switch self {
    case .population(let id): id.name
    case .period(let choice): choice.word
    case .target: ReferenceWord.target.rawValue
    case .peers: ReferenceWord.peers.rawValue
    }
  }
}

/// The territories among which a subject is ranked.
package enum Peers: Hashable, Sendable {
  /// All that the indicator's table has.
  case allRows
  case among([ID<Population>])
  /// Those whose cells in some columns read as the subject's.
  case same([String])
}

/// Which of an indicator's periods is meant.
package enum PeriodChoice: Hashable, Sendable {
  /// The latest, or the one that the indicator's author chose.
  case current
  case previous
  /// The same quarter or month a year before.
  case yearAgo
  case first
  case fixed(Period)

  package var word: String {
    switch self {
    case .current: "current"
    case .previous: ReferenceWord.previous.rawValue
    case .yearAgo: ReferenceWord.yearAgo.rawValue
    case .first: ReferenceWord.first.rawValue
    case .fixed(let period): period.code
    }
  }

  /// The choice that an author writes; `nil` for what is neither a word for one nor a period.
  package init?(written word: String) {
    switch word {
    case "current": self = .current
    case ReferenceWord.previous.rawValue: self = .previous
    case ReferenceWord.yearAgo.rawValue: self = .yearAgo
    case ReferenceWord.first.rawValue: self = .first
    default:
      guard let period = Period(word) else { return nil }
      self = .fixed(period)
    }
  }
}

/// The periods that a figure shows.
package enum PeriodSelection: Hashable, Sendable {
  case current
  case chosen([PeriodChoice])
  case all
  /// The last few, the current one included.
  case last(Int)

  /// Whether it may be more than one.
  package var isSeveral: Bool {
    switch self {
    case .current: false
    case .chosen(let choices): choices.count > 1
    case .all: true
    case .last(let count): count > 1
    }
  }
}

/// Which of an indicator's values is meant: whose, and of which period.
package struct Viewpoint: Hashable, Sendable {
  package let population: ID<Population>?
  package let period: PeriodChoice

  package init(_ population: ID<Population>?, _ period: PeriodChoice = .current) {
    self.population = population
    self.period = period
  }
}
