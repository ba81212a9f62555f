import ArgumentParser
import Pipeline

struct ChartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chart", abstract: "Makes single figures of a report, for publications.")

  @Argument(help: "A spec file, or a folder with report.yml in it.")
  var report: String

  @Argument(help: "The figures' names: their `id`, or figure-1, figure-2 …")
  var names: [String] = []

  @Flag(help: "Make every figure.")
  var all = false

  @Option(name: .shortAndLong, help: "The folder to write to (default: Output).")
  var output: String?

  @Option(help: "Formats, separated by commas: png, svg, pdf.")
  var format = FormatList([.png])

  @Option(help: "The width in CSS pixels.")
  var width = 640.0

  @Option(help: "Image pixels for a CSS pixel.")
  var scale = 2.0

  @Flag(help: "Without title, number and what stands under the figure.")
  var bare = false

  @OptionGroup var options: CommonOptions

  func validate() throws {
    guard !names.isEmpty || all else {
      throw ValidationError("Name a figure, or ask for all with --all.")
    }
    guard (100...10_000).contains(width) else { throw ValidationError("--width goes from 100 to 10000.") }
    guard (1...30_000).contains(width * scale) else {
      throw ValidationError("--width times --scale goes from 1 to 30000.")
    }
  }

  func run() throws {
    let console = Console(options: options)
    try console.run(report) { pipeline, location in
      let request = Pipeline.FigureRequest(
        names: all ? [] : names, formats: format.formats, width: width, scale: scale, isBare: bare)
      let stem = OutputPath(typed: output).inFolder(location.name + "-")
      let rendering = try pipeline.render(request, stem: stem)
      try console.settle(pipeline.diagnostics)
      try write(rendering.files)
      console.say(rendering.files)
    }
  }
}
