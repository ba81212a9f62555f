import Model
import Spec

/// The contract's objectives, the pillars they serve, and the indicators that follow them.
extension Composer {
  mutating func nomenclature(id: String, number: Int) -> Figure {
    let objectives = report.nomenclature.elements.filter { $0.kind != .pillar }
    let heads = [wording.text(ObjectiveKind.objective), wording.servesPillars, wording.followedBy]
    let columns = heads.enumerated().map { index, head in
      PublishedTable.Column(head: head, alignment: .leading, isStub: index == 0, isStrong: false)
    }
    let rows = objectives.map { objective in
      [named(objective), listed(pillars(of: objective.id)), indicators(of: objective.id)].map { set($0) }
    }
    let lines = [
      objectives.first.map { ApparatusLine(label: wording.reading, text: set(reading(of: $0))) },
      report.head.publisher.map { ApparatusLine(label: wording.source, text: set(ended($0))) },
    ]
    return Figure(
      id: id, label: wording.figure(number), title: set(wording.nomenclatureTitle),
      subtitle: set(
        wording.objectives(
          objectives.count { $0.kind == .objective },
          pillars: report.nomenclature.elements.count - objectives.count)),
      content: .table(PublishedTable(columns: columns, rows: rows)), apparatus: lines.compactMap(\.self))
  }

  /// An objective with what it means.
  private func named(_ objective: Objective) -> String {
    objective.label + (objective.definition.map { wording.colon + lowercasedFirst($0) } ?? "")
  }

  /// “L’objectif « Équiper » sert 2 piliers et est suivi par 3 indicateurs.”
  private func reading(of objective: Objective) -> String {
    wording.objective(
      objective.label, pillars: pillars(of: objective.id).count, indicators: serving(objective.id).count)
  }

  private func listed(_ labels: [String]) -> String {
    labels.isEmpty ? wording.unspecified : labels.joined(separator: wording.semicolon)
  }

  /// The pillars above an objective, through those between them.
  private func pillars(of id: ID<Objective>) -> [String] {
    var pillars: [String] = []
    func climb(_ id: ID<Objective>) {
      for parent in report.nomenclature[id].under {
        let objective = report.nomenclature[parent]
        if objective.kind == .pillar { pillars.append(objective.label) } else { climb(parent) }
      }
    }
    climb(id)
    return distinct(pillars)
  }

  private func serving(_ id: ID<Objective>) -> [Indicator] {
    report.indicators.elements.filter { $0.description.serves.contains(id) }
  }

  private func indicators(of id: ID<Objective>) -> String {
    let found = serving(id)
    if found.isEmpty { return wording.noIndicator }
    return found.map { indicator in
      indicator.short + (indicator.nature.map { " (\(wording.text($0)))" } ?? "")
    }.joined(separator: wording.semicolon)
  }
}
