import ArgumentParser
import Pipeline

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Says where a number of a report comes from, down to the rows.")

  @Argument(help: "A spec file, or a folder with report.yml in it.")
  var report: String

  @Argument(help: "The number: 'indicator[population]' or 'comparison.indicator'.")
  var reference: String

  @OptionGroup var options: CommonOptions

  func run() throws {
    let console = Console(options: options)
    try console.run(report) { pipeline, _ in
      let text = try pipeline.explain(reference, in: options.language, asJSON: options.json)
      try console.settle(pipeline.diagnostics)
      print(text, terminator: "")
    }
  }
}
