import ArgumentParser
import Diagnostics
import Foundation
import Pipeline

struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: "Says what is seen in a data file: its form, columns, types and missing marks.")

  @Argument(help: "A CSV file, a spreadsheet or JSON.")
  var file: String

  @Option(help: "The line or row that names the columns.")
  var headerLine = 1

  @Option(help: "In JSON, where the rows are: features[].properties.")
  var path: String?

  @Option(help: "In a spreadsheet, the sheet: its name, or its number from 1.")
  var sheet: String?

  @Option(help: "In a spreadsheet, the cells: B4:H30, B4:H, B:H or the name of a range.")
  var range: String?

  @OptionGroup var options: CommonOptions

  func validate() throws {
    guard headerLine >= 1 else { throw ValidationError("--header-line counts from 1.") }
  }

  func run() throws {
    let console = Console(options: options)
    try console.perform {
      var diagnostics = DiagnosticCollector()
      let text = try describeData(
        at: file, headerLine: headerLine, rows: path, sheet: sheet, range: range, in: options.language,
        asJSON: options.json, into: &diagnostics)
      try console.settle(diagnostics)
      print(text, terminator: "")
    }
  }
}
