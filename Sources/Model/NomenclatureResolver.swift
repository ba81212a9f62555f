import Diagnostics
import Spec

/// Resolves the tree of pillars, objectives and actions.
extension Resolver {
  /// An objective may stand under several pillars, declared above or below it.
  mutating func resolve(_ spec: ObjectiveSpec) -> Objective {
    let name = spec.id.value
    let known = self.spec.nomenclature.map(\.id.value)
    let under = spec.under.filter { parent in
      if known.contains(parent.value) { return true }
      diagnostics.report(
        .error(
          .unknownObjective(parent.value), at: parent.place,
          hints: .suggestion(for: parent.value, among: known)))
      return false
    }
    return Objective(
      id: ID(name), label: spec.label.value,
      kind: spec.kind?.value ?? (spec.under.isEmpty ? .pillar : .objective),
      under: under.map { ID($0.value) }, definition: spec.definition?.value)
  }

  /// Reports objectives that stand under themselves.
  mutating func checkNomenclature() {
    for spec in spec.nomenclature where stands(spec.id.value, under: spec.id.value, visited: []) {
      diagnostics.report(.error(.underItself(spec.id.value), at: spec.id.place))
    }
  }

  private func stands(_ name: String, under other: String, visited: [String]) -> Bool {
    guard !visited.contains(name), let objective = nomenclature.find(name) else { return false }
    return objective.under.contains { parent in
      parent.name == other || stands(parent.name, under: other, visited: visited + [name])
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func underItself(_ name: String) -> Self {
    Self("under-itself", fr: "« \(name) » est placé sous lui-même", en: "“\(name)” stands under itself")
  }
}
