import Model
import Spec

/// What tables call their columns of differences, and texts a list of them.
extension DifferenceText {
  /// A column of differences from a reference, named where there are several: “Écart avec la France (en points)”.
  func caption(against reference: ReferenceName?) -> String {
    if measure == .share {
      return wording.pick("Part", "Share") + " ("
        + ([reference?.plain].compactMap(\.self) + [percent]).joined(separator: ", ")
        + ")"
    }
    return name(against: reference) + unitNote
  }

  /// The same without its unit: “Écart avec la France”.
  func name(against reference: ReferenceName?) -> String {
    let with = reference.map { wording.pick(" avec \($0.definite)", " with \($0.definite)") } ?? ""
    switch measure {
    case .points: return wording.pick("Écart", "Gap") + with
    case .difference: return wording.pick("Écart", "Difference") + with
    case .ratio: return wording.pick("Rapport", "Ratio") + with
    case .relative: return wording.pick("Écart relatif", "Relative difference") + with
    case .index: return wording.pick("Indice", "Index") + (reference.map { " " + base($0.plain) } ?? "")
    case .share: return wording.pick("Part", "Share") + (reference.map { " (\($0.plain))" } ?? "")
    }
  }

  /// A column of changes: “Évolution depuis T1 2026 (en points)”.
  func evolutionCaption(since period: String) -> String { evolutionName(since: period) + unitNote }

  /// The same without its unit.
  func evolutionName(since period: String) -> String {
    switch measure {
    case .points, .difference, .relative:
      wording.pick("Évolution depuis \(period)", "Change since \(period)")
    case .index: wording.pick("Indice", "Index") + " " + base(period)
    case .ratio, .share: wording.pick("Rapport à \(period)", "Ratio to \(period)")
    }
  }

  private var wording: Wording { Wording(language: values.numbers.language) }
  private var percent: String { wording.pick("en\u{A0}%", "%") }

  private func base(_ name: String) -> String { wording.pick("(\(name)\u{A0}= 100)", "(\(name) = 100)") }

  private var unitNote: String {
    switch measure {
    case .points: wording.pick(" (en\u{A0}points)", " (points)")
    case .relative: " (\(percent))"
    case .difference, .ratio, .index, .share: ""
    }
  }
}
