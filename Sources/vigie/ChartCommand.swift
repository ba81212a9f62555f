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

  @Option(
    help: "A size by name: column (8.5 cm), page (17 cm), social (1200 × 630 pixels), slide (1920 × 1080).")
  var size: FigureSize?

  @Option(help: "The width in CSS pixels (default: 640, or that of the size).")
  var width: Double?

  @Option(help: "The form, width to height: 16:9, 4:3 … (default: as high as the figure needs).")
  var aspect: AspectRatio?

  @Option(help: "Image pixels for a CSS pixel (default: 2; of slide 3).")
  var scale: Double?

  @Option(help: "Image pixels an inch, in place of --scale: 300 for print.")
  var dpi: Double?

  @Flag(help: "Without title, number and what stands under the figure.")
  var bare = false

  @Flag(help: "Without a ground: what is behind the image shows.")
  var transparent = false

  @Flag(help: "Letters of SVG files as outlines, not as text.")
  var outlines = false

  @OptionGroup var options: CommonOptions

  func validate() throws {
    guard !names.isEmpty || all else {
      throw ValidationError("Name a figure, or ask for all with --all.")
    }
    guard (100...10_000).contains(chosenWidth) else {
      throw ValidationError("--width goes from 100 to 10000.")
    }
    guard scale == nil || dpi == nil else { throw ValidationError("Give --scale or --dpi, not both.") }
    guard (1...30_000).contains(chosenWidth * chosenScale) else {
      throw ValidationError("--width times --scale goes from 1 to 30000.")
    }
  }

  private var chosenWidth: Double { width ?? size?.width ?? 640 }
  private var chosenScale: Double {
    scale ?? dpi.map { $0 / 96 } ?? (width == nil ? size?.scale : nil) ?? 2
  }
  /// The size's own height goes with its own width.
  private var chosenHeight: Double? {
    aspect.map { chosenWidth / $0.ratio }
      ?? size.flatMap { size in size.height.map { $0 * chosenWidth / size.width } }
  }

  func run() throws {
    let console = Console(options: options)
    try console.run(report) { pipeline, location in
      let request = Pipeline.FigureRequest(
        names: all ? [] : names, formats: format.formats, width: chosenWidth, height: chosenHeight,
        scale: chosenScale, isBare: bare, isTransparent: transparent, hasOutlines: outlines)
      let stem = OutputPath(typed: output).inFolder(location.name + "-")
      // What is made is written while more is made, and stays hidden until all is well.
      let writing = FileWriting()
      defer { writing.discard() }
      let rendering = try pipeline.render(request, stem: stem, eachMade: writing.begin)
      try console.settle(pipeline.diagnostics)
      try writing.write(rendering.files)
      try console.say(rendering.files)
    }
  }
}

extension FigureSize: ExpressibleByArgument {}

/// A form as it is typed: `16:9`.
struct AspectRatio: ExpressibleByArgument {
  let ratio: Double

  init?(argument: String) {
    let parts = argument.split(separator: ":").compactMap { Double($0) }
    guard parts.count == 2, parts[0] > 0, parts[1] > 0, (0.1...10).contains(parts[0] / parts[1]) else {
      return nil
    }
    ratio = parts[0] / parts[1]
  }
}
