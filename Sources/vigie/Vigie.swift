import ArgumentParser

/// The command line: `docs/command-line.md` is its contract.
struct Vigie: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vigie",
    abstract: "Makes reports and charts from a spec and data.",
    version: "0.1.0",
    subcommands: [
      RenderCommand.self, ChartCommand.self, TableCommand.self, CheckCommand.self, ExplainCommand.self,
      DataCommand.self,
      DumpCommand.self, RecordCommand.self, DiffCommand.self, FontsCommand.self,
    ])
}
