import Foundation
import Spec
import TestSupport
import Testing

/// The founding report's numbers, worked out again from its data by a reader of its own.
@Suite("The founding report’s numbers")
struct NumberTests {
  private let text: String

  init() throws {
    text = try ShippedReport.founding.document().runs.map(\.text).joined(separator: "\n")
  }

  @Test("Rates are those of the data, and gaps the differences between them")
  func equipment() throws {
    let rows = try rows("capuni-2019.csv")
    func rate(_ equipment: String, _ population: String) throws -> Int {
      let row = try #require(rows.first { $0["equipement"] == equipment && $0["population"] == population })
      return try #require(row["taux"].flatMap { Int($0) })
    }

    for equipment in ["smartphone", "ordinateur", "tablette"] {
      let (qpv, france) = (try rate(equipment, "QPV"), try rate(equipment, "France métropolitaine"))
      #expect(text.contains("\(qpv)\u{A0}%"))
      #expect(text.contains("\(france)\u{A0}%"))
      #expect(text.contains("\(france - qpv)\u{A0}points"), "\(equipment)")
      #expect(text.contains("−\(france - qpv)"), "the table's gap for \(equipment)")
    }
    // 91 − 87, 89 − 75 and 54 − 48.
    #expect(
      try ["smartphone", "ordinateur", "tablette"].map {
        try rate($0, "France métropolitaine") - rate($0, "QPV")
      } == [4, 14, 6])
  }

  @Test("What is not published of the surrounding urban units is said to be so, and nothing else is")
  func notPublished() throws {
    let rows = try rows("capuni-2019.csv").filter { $0["population"] == "Unités urbaines englobantes" }
    #expect(rows.map { $0["taux"] } == ["nd", "nd", "nd"])

    let figures = try ShippedReport.founding.publication().body.flatMap(\.figures)
    let figure = try #require(figures.first { $0.id == "equipement-populations" })
    guard case .table(let table) = figure.content else {
      Issue.record("not a table")
      return
    }
    #expect(table.rows.map { $0[2] } == ["n.d.", "n.d.", "n.d."])
    #expect(table.rows.joined().count { $0 == "n.d." } == 3)
  }

  @Test("No target was agreed, and none is printed")
  func targets() throws {
    let figures = try ShippedReport.founding.publication().body.flatMap(\.figures)
    for id in ["diagnostic", "comite"] {
      let figure = try #require(figures.first { $0.id == id })
      guard case .table(let table) = figure.content else { continue }
      let column = try #require(table.columns.firstIndex { $0.head == "Cible" })
      #expect(table.rows.allSatisfy { $0[column] == "non\u{A0}fixée" && $0[column + 1] == "non\u{A0}fixée" })
    }
  }

  @Test("The report’s counts are those of the data, in thousands and in words")
  func counts() throws {
    let overview = try rows("cadrage.csv")
    let districts = try #require(overview.first { $0["indicateur"] == "nombre-qpv" }?["valeur"])
    let people = try #require(
      overview.first { $0["indicateur"] == "population-qpv" }?["valeur"].flatMap { Double($0) })
    #expect(text.contains(grouped(districts)))
    #expect(text.contains("\(people / 1e6)".replacing(".", with: ",") + "\u{A0}millions"))

    for row in try rows("plateformes-2022.csv") {
      let value = try #require(row["valeur"])
      switch row["unite"] {
      case "personnes": #expect(text.contains(grouped(value)))
      case "%": #expect(text.contains("\(value)\u{A0}%"))
      case "rapport": #expect(["4": "quatre"][value].map(text.contains) == true)
      default: Issue.record("unknown unit in \(row)")
      }
    }
  }

  @Test(
    "No figure is typed in a shipped report’s body, but for dates and ages",
    arguments: ShippedReport.all)
  func typedFigures(report: ShippedReport) throws {
    let allowed: Set<String> = [
      "18", "59",  // the ages of those asked
      "1", "2022",  // “1er janvier 2022”
      "28",  // “28 septembre 2022”
      "2015",  // the year of a list
      "2019", "2018",  // years: of a subtitle, of “premier trimestre 2018”
    ]
    var pipeline = try report.pipeline()
    for template in try pipeline.spec().body.flatMap(\.templates) {
      let typed = template.segments.map { segment in
        switch segment {
        case .literal(let text): text
        case .reference, .passage: " "
        }
      }.joined()
      for (number, line) in typed.split(separator: "\n").enumerated() {
        // A list's own numbers are its marks.
        let sentence = line.replacing(/^\s*[0-9]+\.\ /, with: "")
        for digits in sentence.matches(of: /[0-9]+/).map({ String($0.output) }) {
          #expect(
            allowed.contains(digits),
            "“\(digits)” in line \(number + 1) of the text at line \(template.place.line)")
        }
      }
    }
  }

  // MARK: A reader for simple CSV files

  private func rows(_ file: String) throws -> [[String: String]] {
    let url = ShippedReport.founding.folder.appending(path: "data/\(file)")
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
      .map { $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init) }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  /// Digits in threes from the right, kept together.
  private func grouped(_ digits: String) -> String {
    let groups = stride(from: digits.count, to: 0, by: -3).map { end in
      String(digits.prefix(end).suffix(min(3, end)))
    }
    return groups.reversed().joined(separator: "\u{202F}")
  }
}

extension BlockSpec {
  /// The block's texts, those of the blocks in it included.
  fileprivate var templates: [TextTemplate] {
    switch self {
    case .section(let section): [section.title] + section.body.flatMap(\.templates)
    case .text(let text): [text]
    case .callout(let callout): [callout.title, callout.text].compactMap(\.self)
    case .image(let image): [image.title, image.source].compactMap(\.self)
    case .keyFigures(let figures): figures.flatMap { [$0.label, $0.detail].compactMap(\.self) }
    case .chart(let chart): chart.apparatus.templates
    case .table(let table): table.apparatus.templates
    case .dataTable(let table): table.apparatus.templates
    case .grid(let grid): grid.blocks.flatMap(\.templates)
    case .arranged(_, let blocks): blocks.flatMap(\.templates)
    case .directory(let directory): [directory.title].compactMap(\.self)
    case .pageBreak, .sourcesAndMethods, .indicatorCard, .nomenclature, .glossary: []
    }
  }
}

extension ApparatusSpec {
  fileprivate var templates: [TextTemplate] {
    [title, subtitle, reading, universe, note, alternative].compactMap(\.self)
  }
}
