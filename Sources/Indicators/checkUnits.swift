import DataSources
import Diagnostics
import Model
import Spec

/// Warns where an indicator's unit is not the one that a companion file states of its column.
///
/// A report must be resolved without its data, so units and labels are declared in it; a companion file only
/// confirms them. Words that are no unit of Vigie's are passed over.
func checkUnits(_ report: Report, in tables: Tables, into diagnostics: inout DiagnosticCollector) {
  for indicator in report.indicators.elements {
    guard case .cells(let cells, let origin) = indicator.value,
      let stated = tables[origin]?.column(named: cells.column.value)?.unit,
      let unit = UnitOfMeasure(stated: stated), unit != indicator.unit
    else { continue }
    let message = Diagnostic.Message.otherUnit(indicator.id.name, indicator.unit.rawValue, stated)
    diagnostics.report(.warning(message, at: cells.column.place, hints: [.checkUnit]))
  }
}

extension UnitOfMeasure {
  /// The unit that a producer's word means; `nil` for a word that says nothing of the kind.
  fileprivate init?(stated word: String) {
    switch word.lowercased().filter({ !$0.isWhitespace }) {
    case "%", "en%", "pourcent", "pourcentage", "percent": self = .percent
    case "‰", "pour1000", "pourmille": self = .perThousand
    case "€", "euro", "euros", "eneuros": self = .euros
    case "point", "points", "pts", "enpoints": self = .points
    case "an", "ans", "année", "années", "years": self = .years
    case "nombre", "effectif", "unités", "count", "habitants", "personnes", "ménages", "logements":
      self = .count
    default: return nil
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func otherUnit(_ indicator: String, _ declared: String, _ stated: String) -> Self {
    Self(
      "other-unit",
      fr: "« \(indicator) » est déclaré en « \(declared) », et le fichier de métadonnées dit « \(stated) »",
      en: "“\(indicator)” is declared in “\(declared)”, and the metadata file says “\(stated)”")
  }
}

extension Diagnostic.Hint {
  fileprivate static let checkUnit = Self(
    fr: "vérifiez « unit: » et la colonne ; corrigez celui des deux fichiers qui se trompe",
    en: "check “unit:” and the column; mend whichever of the two files is wrong")
}
