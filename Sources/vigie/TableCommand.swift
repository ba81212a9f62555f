import ArgumentParser
import Pipeline

struct TableCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "table", abstract: "Gives the cells of a report's tables, as CSV or HTML.")

  @Argument(help: "A spec file, or a folder with report.yml in it.")
  var report: String

  @Argument(help: "The tables' names: their `id`, or figure-1, figure-2 …")
  var names: [String] = []

  @Flag(help: "Give every table.")
  var all = false

  @Option(name: .shortAndLong, help: "The folder to write to (default: Output).")
  var output: String?

  @Option(name: .customLong("as"), help: "The format: csv or html.")
  var format = TableFormat.csv

  @OptionGroup var options: CommonOptions

  func validate() throws {
    guard !names.isEmpty || all else {
      throw ValidationError("Name a table, or ask for all with --all.")
    }
  }

  func run() throws {
    let console = Console(options: options)
    try console.run(report) { pipeline, location in
      let stem = OutputPath(typed: output).inFolder(location.name + "-")
      let rendering = try pipeline.tables(
        named: all ? [] : names, formats: [format.format], stem: stem)
      try console.settle(pipeline.diagnostics)
      try write(rendering.files)
      try console.say(rendering.files)
    }
  }
}

/// A format as it is typed.
enum TableFormat: String, ExpressibleByArgument, CaseIterable {
  case csv, html

  var format: Pipeline.TableFormat {
    switch self {
    case .csv: .csv
    case .html: .html
    }
  }
}
