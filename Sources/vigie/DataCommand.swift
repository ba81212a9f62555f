import ArgumentParser
import Diagnostics
import Foundation
import Pipeline

struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: "Says what is seen in a data file: its form, columns, types and missing marks.")

  @Argument(help: "A CSV file, a spreadsheet, JSON or a SQLite database.")
  var file: String

  @Option(help: "The line or row that names the columns.")
  var headerLine = 1

  @Option(help: "In JSON, where the rows are: features[].properties.")
  var path: String?

  @Option(help: "In a SQLite database, the table or view to look at.")
  var table: String?

  @Option(help: "In a SQLite database, the query whose rows to look at.")
  var query: String?

  @OptionGroup var options: CommonOptions

  func validate() throws {
    guard table == nil || query == nil else {
      throw ValidationError("--table and --query exclude each other.")
    }
    guard headerLine >= 1 else { throw ValidationError("--header-line counts from 1.") }
  }

  func run() throws {
    let console = Console(options: options)
    try console.perform {
      var diagnostics = DiagnosticCollector()
      let text = try describeData(
        at: file, headerLine: headerLine, rows: path, table: table, query: query, in: options.language,
        asJSON: options.json,
        into: &diagnostics)
      try console.settle(diagnostics)
      print(text, terminator: "")
    }
  }
}
