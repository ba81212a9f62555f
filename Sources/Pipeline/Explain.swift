import Diagnostics
import Foundation
import Indicators
import Model

/// A number was asked for by a reference that stands for none.
package struct UnknownReference: Error {
  package let text: String
  package let known: [String]
}

/// A parameter was set that the report does not have.
package struct UnknownParameter: Error {
  package let name: String
  package let known: [String]
}

extension Pipeline {
  /// Where all numbers of the report come from.
  package mutating func provenance() throws -> ReportProvenance {
    let report = try report()
    let shaped = try shapedTables(of: report, traces: true)
    return try trace(report, in: shaped, history: history(of: report), into: &diagnostics)
  }

  /// The same as JSON, for `NAME.provenance.json`.
  package mutating func provenanceJSON() throws -> [UInt8] {
    Array(try json(try provenance(), isPretty: true).utf8) + [UInt8(ascii: "\n")]
  }

  /// Where one number comes from, as people read it or as JSON.
  package mutating func explain(_ reference: String, in language: MessageLanguage, asJSON: Bool) throws
    -> String
  {
    let provenance = try provenance()
    if let value = provenance.values.first(where: { $0.reference == reference }) {
      return asJSON ? try json(value, isPretty: false) + "\n" : value.text(in: language)
    }
    if let compared = provenance.comparisons.first(where: { $0.reference == reference }) {
      return asJSON ? try json(compared, isPretty: false) + "\n" : compared.text(in: language)
    }
    throw UnknownReference(
      text: reference, known: provenance.values.map(\.reference) + provenance.comparisons.map(\.reference))
  }

  private func json(_ value: some Encodable, isPretty: Bool) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if isPretty { encoder.outputFormatting.insert(.prettyPrinted) }
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}

extension Provenance {
  fileprivate func text(in language: MessageLanguage) -> String {
    ([reference + " = " + printed] + lines(in: language)).joined(separator: "\n") + "\n"
  }

  fileprivate func lines(in language: MessageLanguage) -> [String] {
    func line(_ french: String, _ english: String, _ text: String?) -> String? {
      text.map { "  " + Bilingual(fr: french, en: english)(language).padding(toLength: 13) + $0 }
    }
    let read = value.map { Int(exactly: $0).map(String.init) ?? "\($0)" } ?? missing
    let rounding = Bilingual(fr: "arrondi à \(decimals) décimale(s)", en: "rounded to \(decimals) decimal(s)")
    var lines = [
      line("indicateur", "indicator", indicator), line("population", "population", population),
      line("période", "period", period), line("statut", "status", status == "final" ? nil : status),
      line(
        formula == nil ? "valeur lue" : "valeur", formula == nil ? "value read" : "value",
        read.map { "\($0) (\(unit), \(rounding(language)))" }),
      line("formule", "formula", formula), line("enregistré", "recorded", recorded),
      line("table", "table", table),
      line("colonne", "column", column.map { name in columnLabel.map { "\(name) (\($0))" } ?? name }),
    ]
    lines += filters.map { line("filtre", "filter", "\($0.column) = \($0.text)") }
    lines += steps.map { line("étape", "step", $0) }
    for file in files {
      lines += [
        line("source", "source", file.citation), line("fichier", "file", file.path),
        line("requête", "query", file.query?.split(whereSeparator: \.isWhitespace).joined(separator: " ")),
        line("sha-256", "sha-256", file.sha256),
        line("lignes", "rows", "\(shortened(file.rows)) (\(file.rowCount))"),
      ]
    }
    for operand in operands {
      lines.append("  " + operand.reference + " = " + operand.printed)
      lines += operand.lines(in: language).map { "  " + $0 }
    }
    return lines.compactMap(\.self)
  }
}

extension ComparedProvenance {
  fileprivate func text(in language: MessageLanguage) -> String {
    var title = ["\(reference) = \(printed)", "  \(measure): \(formula)"]
    if let interval {
      let name = Bilingual(fr: "intervalle", en: "interval")(language)
      title.append("  \(name): " + interval.map(short).joined(separator: " … "))
    }
    let parts = [subject, against].map { part in
      ([part.reference + " = " + part.printed] + part.lines(in: language)).map { "  " + $0 }.joined(
        separator: "\n")
    }
    return (title + parts).joined(separator: "\n") + "\n"
  }
}

/// A computed number with six digits that count: more tell nothing of an interval's end.
private func short(_ number: Double) -> String {
  guard number != 0, number.isFinite else { return number == 0 ? "0" : "∞" }
  let power = pow(10, 5 - log10(abs(number)).rounded(.down))
  let rounded = (number * power).rounded() / power
  return Int(exactly: rounded).map(String.init) ?? "\(rounded)"
}

/// The first few of many rows; the JSON form has all.
private func shortened(_ rows: String) -> String {
  let parts = rows.split(separator: ", ")
  return parts.count > 12 ? parts.prefix(12).joined(separator: ", ") + ", …" : rows
}

extension String {
  fileprivate func padding(toLength length: Int) -> String {
    self + String(repeating: " ", count: max(1, length - count))
  }
}
