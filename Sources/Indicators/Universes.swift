import Model

/// Whom the values of a figure are about.
struct Universes {
  private let report: Report
  private let selection: Selection

  init(of selection: Selection, in report: Report) {
    self.report = report
    self.selection = selection
  }

  private var ofPopulations: [(name: String, universe: String?)] {
    selection.populations.map { (report.populations[$0].short, report.populations[$0].universe) }
  }

  private var ofIndicators: [String?] {
    distinct(selection.indicators.map { report.indicators[$0].universe })
  }

  /// Whether populations that are compared state different universes.
  var differ: Bool { distinct(ofPopulations.map(\.universe)).count > 1 }

  /// The *Champ*: what all share, then what each population states.
  func text(_ wording: Wording) -> String? {
    let shared = ofIndicators.compactMap(\.self)
    let stated = distinct(ofPopulations.compactMap(\.universe))
    var parts: [String] = []
    parts += shared
    if stated.count == 1 && !differ {
      parts.append(stated[0])
    } else {
      parts += ofPopulations.compactMap { name, universe in universe.map { name + wording.colon + $0 } }
    }
    // Whoever is meant is named once, with a capital or not.
    var named: Set<String> = []
    let once = parts.filter { named.insert($0.lowercased()).inserted }
    return once.isEmpty ? nil : ended(capitalized(once.joined(separator: wording.semicolon)))
  }
}
