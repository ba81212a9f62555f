import ArgumentParser
import Diagnostics
import Foundation
import Pipeline

struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Keeps this period's values in the report's history.")

  @Argument(help: "A spec file, or a folder with report.yml in it.")
  var report: String

  @Option(help: "The history (default: the file named by history: in the spec).")
  var history: String?

  @Option(help: "Why values that were published before are revised.")
  var revise: String?

  @OptionGroup var options: CommonOptions

  func run() throws {
    let console = Console(options: options)
    try console.run(report) { pipeline, _ in
      let result = try pipeline.record(
        in: history, moment: Self.now, version: Vigie.configuration.version, reason: revise)
      try console.settle(pipeline.diagnostics)
      if options.json {
        console.summary(
          Summary(
            type: "recorded", path: result.path, recording: result.number, known: result.wasKnown,
            observations: result.observations, changes: result.changes.count))
      } else if !options.quiet {
        print(sentence(result)(options.language))
        for change in result.changes where !change.aspects.contains(.new) {
          print("  " + change.text(in: options.language))
        }
      }
    }
  }

  private func sentence(_ result: RecordingResult) -> Bilingual {
    if result.wasKnown {
      return Bilingual(
        fr: "\(result.path) : rien de nouveau, déjà enregistré (n° \(result.number))",
        en: "\(result.path): nothing new, recorded before (no. \(result.number))")
    }
    let new = result.changes.count { $0.aspects.contains(.new) }
    return Bilingual(
      fr: "\(result.path) : enregistrement n° \(result.number), "
        + "\(result.observations) valeur\(result.observations < 2 ? "" : "s") dont \(new) nouvelle\(new < 2 ? "" : "s")",
      en: "\(result.path): recording no. \(result.number), "
        + "\(result.observations) value\(result.observations == 1 ? "" : "s"), \(new) of them new")
  }

  /// The moment of recording, in universal time.
  private static var now: String { Date().formatted(.iso8601) }

  private struct Summary: Encodable {
    let type: String
    let path: String
    let recording: Int64
    let known: Bool
    let observations: Int
    let changes: Int
  }
}
