import ArgumentParser
import Pipeline

extension DumpStage: ExpressibleByArgument {}

struct DumpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dump", abstract: "Prints any stage of a report's making as text.")

  @Argument(help: "A spec file, or a folder with report.yml in it.")
  var report: String

  @Option(help: "spec, model, data, figures or pages.")
  var stage: DumpStage

  @OptionGroup var options: CommonOptions

  func run() throws {
    let console = Console(options: options)
    try console.run(report) { pipeline, _ in
      let text = try pipeline.dump(stage)
      try console.settle(pipeline.diagnostics)
      print(text, terminator: "")
    }
  }
}
