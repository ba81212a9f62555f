import ArgumentParser
import Diagnostics
import Pipeline

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Finds everything that can be wrong with a report, without rendering it.")

  @Argument(help: "A spec file, or a folder with report.yml in it.")
  var report: String

  @Option(help: "Also draw the pages as they will be printed: grey, on a printer without colour.")
  var print: PrintSimulation?

  @Option(name: .shortAndLong, help: "The folder that the drawn pages go to (default: Output).")
  var output: String?

  @OptionGroup var options: CommonOptions

  func run() throws {
    let console = Console(options: options)
    try console.run(report) { pipeline, location in
      let document = try pipeline.pagedDocument(of: pipeline.publication())
      try console.settle(pipeline.diagnostics)
      if print == .grey {
        let stem = OutputPath(typed: output).inFolder(location.name + "-grey")
        let files = try pipeline.greyPageImages(of: document.document, stem: stem)
        try write(files)
        try console.say(files)
      }
      let warnings = pipeline.diagnostics.diagnostics.count
      if options.json {
        console.summary(
          Summary(type: "checked", path: location.path, warnings: warnings, pages: document.pageCount))
      } else if !options.quiet {
        Swift.print(
          sentence(location.path, warnings: warnings, pages: document.pageCount)(options.language))
      }
    }
  }

  private func sentence(_ path: String, warnings: Int, pages: Int) -> Bilingual {
    Bilingual(
      fr: "\(path) : aucune erreur, \(warnings) avertissement\(warnings < 2 ? "" : "s"), "
        + "\(pages) page\(pages < 2 ? "" : "s")",
      en: "\(path): no error, \(warnings) warning\(warnings == 1 ? "" : "s"), "
        + "\(pages) page\(pages == 1 ? "" : "s")")
  }

  private struct Summary: Encodable {
    let type: String
    let path: String
    let warnings: Int
    let pages: Int
  }
}

/// What pages are drawn as if printed on.
enum PrintSimulation: String, ExpressibleByArgument, CaseIterable { case grey }
