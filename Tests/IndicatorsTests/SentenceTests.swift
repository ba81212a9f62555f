import Foundation
import Indicators
import TestSupport
import Testing

// `docs/sentences.md` is what the engine says of small comparisons. After a change that is meant to change sentences:
//
//     VIGIE_UPDATE_GOLDENS=1 swift test --disable-xctest --filter IndicatorsTests.SentenceTests
//     git diff docs/sentences.md
//
// Read each sentence that changed, in both languages, before you commit it.

@Suite("Sentences")
struct SentenceTests {
  private static let isUpdating = ProcessInfo.processInfo.environment["VIGIE_UPDATE_GOLDENS"] == "1"
  private static let file = PackageFiles.root.appending(path: "docs/sentences.md")

  @Test("What the engine says is what was read and agreed to")
  func table() throws {
    let page = Self.page
    if Self.isUpdating {
      try Data(page.utf8).write(to: Self.file)
      return
    }
    let agreed = try String(contentsOf: Self.file, encoding: .utf8)
    let (old, new) = (agreed.split(separator: "\n"), page.split(separator: "\n"))
    for (before, after) in zip(old, new) { #expect(before == after) }
    #expect(agreed == page)
  }

  @Test(
    "Each case is said in both languages, and only cases about missing values warn", arguments: sentenceCases)
  func sound(one: SentenceCase) {
    for language in ["fr", "en"] {
      let said = one.publishing(in: language)
      #expect(said.paragraphs.count == 1, "\(one.title): \(said.messages)")
      #expect(said.codes == one.warnings, "\(one.title): \(said.messages)")
    }
  }

  @Test("There are enough of them")
  func count() { #expect(sentenceCases.count >= 60) }

  @Test("No sentence has two spaces, a space before its full stop or an empty place in it")
  func tidy() {
    for line in sentenceCases.flatMap({ one in ["fr", "en"].map(one.said) }) {
      for wrong in ["  ", " .", " ,", "(_)", "()", "__", "Optional"] {
        #expect(!line.contains(wrong), "\(line)")
      }
    }
  }

  private static var page: String {
    var lines = [
      "# What comparisons say", "",
      "Each row is what the engine prints for a small report in the language of its column: the statement of a comparison,",
      "or the form that is named. `IndicatorsTests.SentenceTests` makes this page and compares it with what the engine says.",
      "",
    ]
    var group = ""
    for one in sentenceCases {
      if one.group != group {
        group = one.group
        lines += [
          lines.last == "" ? nil : "", "## \(group)", "", "| case | French | English |",
          "| --- | --- | --- |",
        ].compactMap(\.self)
      }
      let title = one.form == "statement" ? one.title : "\(one.title) (`\(one.form)`)"
      lines.append("| \(title) | \(one.said(in: "fr")) | \(one.said(in: "en")) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// One comparison, told in both languages.
struct SentenceCase: CustomTestStringConvertible, Sendable {
  /// What is measured, and how a sentence tells it.
  enum Subject: Sendable { case online, residents, millions, income, age, rents, births, aid }

  let group: String
  let title: String
  var subject = Subject.online
  /// Rows of `zone;period;value;respondents;margin`.
  let rows: [String]
  var reference = "france"
  var measure = ""
  var keys = ""
  /// More keys of the comparison.
  var options = ""
  var form = "statement"
  var warnings: [String] = []

  var testDescription: String { "\(group): \(title)" }

  /// What the report prints, with spaces that a page of text can hold.
  func said(in language: String) -> String {
    let text = publishing(in: language).paragraphs.first ?? "(nothing)"
    return text.replacing("\u{200B}", with: "").replacing("_", with: "\u{A0}").replacing(
      "~", with: "\u{202F}")
  }

  func publishing(in language: String) -> Publishing {
    Publishing(
      spec(in: language),
      ["data.csv": "zone;periode;valeur;n;marge\n" + rows.map { row(of: $0) + "\n" }.joined()])
  }

  /// A row with the cells that it leaves out at its end.
  private func row(of cells: String) -> String {
    cells + String(repeating: ";", count: max(0, 4 - cells.count { $0 == ";" }))
  }

  private func spec(in language: String) -> String {
    let isFrench = language == "fr"
    let compared = [
      "indicators: x", "subject: qpv", "references: \(reference)",
      measure.isEmpty ? nil : "measure: \(measure)", options.isEmpty ? nil : options,
    ].compactMap(\.self).joined(separator: ", ")
    return """
      report: { title: T, language: \(language) }
      sources:
        s: { title: S, data: data.csv }
      territories:
        qpv: { label: \(isFrench ? "Quartiers" : "Priority areas"), phrase: \(isFrench ? "dans les quartiers" : "in the priority areas"), codes: QPV }
        france: { label: France, phrase: \(isFrench ? "en France" : "in France") }
      indicators:
        x:
          \(subject.keys(isFrench))
          source: s
          value: { column: valeur, by: zone, period: periode, respondents: n, margin: marge }
      \(keys.isEmpty ? "" : "    " + keys)
      comparisons:
        c: { \(compared) }
      body:
        - text: "\\u200B{c.x.\(form)}"

      """.replacing("\n\n", with: "\n")
  }
}

extension SentenceCase.Subject {
  /// The indicator's label, unit and reading.
  fileprivate func keys(_ isFrench: Bool) -> String {
    func lines(_ label: String, _ unit: String, _ reading: String?, _ more: String? = nil) -> String {
      [
        "label: \(label)", "unit: \(unit)", reading.map { "reading: \"\($0)\"" }, more,
      ].compactMap(\.self).joined(separator: "\n    ")
    }
    let counts = isFrench ? "counts: habitants" : "counts: residents"
    let count = isFrench ? "on compte {value} {population}" : "there are {value} {population}"
    return switch self {
    case .online:
      lines(
        isFrench ? "Ménages reliés" : "Households online", "\"%\"",
        isFrench
          ? "{value} des ménages sont reliés {population}" : "{value} of households are online {population}")
    case .residents: lines(isFrench ? "Habitants" : "Residents", "count", count, counts)
    case .millions:
      lines(isFrench ? "Habitants" : "Residents", "count", count, counts + "\n    scale: millions")
    case .income:
      lines(
        isFrench ? "Revenu médian" : "Median income", "euros",
        isFrench ? "le revenu médian est de {value} {population}" : "median income is {value} {population}")
    case .aid:
      lines(
        isFrench ? "Aides" : "Aid", "euros",
        isFrench ? "les aides s’élèvent à {value} {population}" : "aid amounts to {value} {population}",
        "scale: millions")
    case .age:
      lines(
        isFrench ? "Âge médian" : "Median age", "years",
        isFrench ? "l’âge médian est de {value} {population}" : "the median age is {value} {population}")
    case .rents: lines(isFrench ? "Loyers" : "Rents", "index", nil)
    case .births:
      lines(
        isFrench ? "Natalité" : "Birth rate", "per-1000",
        isFrench
          ? "le taux de natalité est de {value} {population}" : "the birth rate is {value} {population}")
    }
  }
}
