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

  @Option(help: "The line or row that names the columns. Without it: where the header seems to be.")
  var headerLine: Int?

  @Option(help: "How many lines name the columns.")
  var headerRows: Int?

  @Option(help: "In JSON, where the rows are: features[].properties.")
  var path: String?

  @Option(help: "In a spreadsheet, the sheet: its name, or its number from 1.")
  var sheet: String?

  @Option(help: "In a spreadsheet, the cells: B4:H30, B4:H, B:H or the name of a range.")
  var range: String?

  @Option(help: "In a SQLite database, the table or view to look at.")
  var table: String?

  @Option(help: "In a SQLite database, the query whose rows to look at.")
  var query: String?

  @Option(help: "A file that says what the columns mean: names, labels, units.")
  var metadata: String?

  @Option(help: "A Table Schema that the file is held against.")
  var schema: String?

  @OptionGroup var options: CommonOptions

  func validate() throws {
    guard table == nil || query == nil else {
      throw ValidationError("--table and --query exclude each other.")
    }
    guard headerLine ?? 1 >= 1 else { throw ValidationError("--header-line counts from 1.") }
    guard headerRows ?? 1 >= 1 else { throw ValidationError("--header-rows counts from 1.") }
  }

  func run() throws {
    let console = Console(options: options)
    try console.perform {
      var diagnostics = DiagnosticCollector()
      var question = DataQuestion(path: file)
      question.headerLine = headerLine
      question.headerRows = headerRows
      question.rows = path
      question.sheet = sheet
      question.range = range
      question.metadata = metadata
      question.schema = schema
      question.table = table
      question.query = query
      let text = try describeData(
        question, in: options.language, asJSON: options.json, into: &diagnostics)
      try console.settle(diagnostics)
      print(text, terminator: "")
    }
  }
}
