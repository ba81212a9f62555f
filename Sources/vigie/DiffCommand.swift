import ArgumentParser
import Diagnostics
import History
import Pipeline

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Says what changed between two periods of a report, or between two renderings.",
    usage: "vigie diff REPORT PERIOD PERIOD\n       vigie diff A.json B.json")

  @Argument(help: "A report and two periods, or two files that `vigie render --provenance` wrote.")
  var words: [String]

  @Option(help: "The history (default: the file named by history: in the spec).")
  var history: String?

  @OptionGroup var options: CommonOptions

  func validate() throws {
    guard words.count == 2 || words.count == 3 else {
      throw ValidationError("Name a report and two periods, or two files.")
    }
  }

  func run() throws {
    let console = Console(options: options)
    if words.count == 2 {
      try console.perform { say(try Differences(ofFiles: words[0], words[1]), console) }
      return
    }
    try console.run(words[0]) { pipeline, _ in
      let differences = try pipeline.differences(from: words[1], to: words[2], historyAt: history)
      try console.settle(pipeline.diagnostics)
      say(differences, console)
    }
  }

  private func say(_ differences: Differences, _ console: Console) {
    if options.json {
      for change in differences.changes { console.summary(change) }
      console.summary(
        Summary(type: "compared", values: differences.compared, changes: differences.changes.count))
      return
    }
    for change in differences.changes { print(change.text(in: options.language)) }
    if !options.quiet { print(sentence(differences)(options.language)) }
  }

  private func sentence(_ differences: Differences) -> Bilingual {
    let (values, changes) = (differences.compared, differences.changes.count)
    return Bilingual(
      fr: "\(values) valeur\(values < 2 ? "" : "s") comparée\(values < 2 ? "" : "s"), "
        + "\(changes) changement\(changes < 2 ? "" : "s")",
      en: "\(values) value\(values == 1 ? "" : "s") compared, \(changes) change\(changes == 1 ? "" : "s")")
  }

  private struct Summary: Encodable {
    let type: String
    let values: Int
    let changes: Int
  }
}
