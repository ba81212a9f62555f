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
      [objective.label, pillars(of: objective.id), indicators(of: objective.id)].map { set($0) }
    }
    return Figure(
      id: id, label: wording.figure(number), title: set(wording.nomenclatureTitle), subtitle: nil,
      content: .table(PublishedTable(columns: columns, rows: rows)), apparatus: [])
  }

  /// The pillars above an objective, through those between them.
  private func pillars(of id: ID<Objective>) -> String {
    var pillars: [String] = []
    func climb(_ id: ID<Objective>) {
      for parent in report.nomenclature[id].under {
        let objective = report.nomenclature[parent]
        if objective.kind == .pillar { pillars.append(objective.label) } else { climb(parent) }
      }
    }
    climb(id)
    return pillars.isEmpty ? wording.unspecified : distinct(pillars).joined(separator: wording.semicolon)
  }

  private func indicators(of id: ID<Objective>) -> String {
    let found = report.indicators.elements.filter { $0.description.serves.contains(id) }
    if found.isEmpty { return wording.noIndicator }
    return found.map { indicator in
      indicator.short + (indicator.nature.map { " (\(wording.text($0)))" } ?? "")
    }.joined(separator: wording.semicolon)
  }
}
