import ArgumentParser
import Foundation
import Pipeline

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Makes a report: a PDF, and page images if asked.")

  @Argument(help: "A spec file, or a folder with report.yml in it.")
  var report: String

  @Option(
    name: .shortAndLong,
    help: "Where to write: a file, or a folder (default: Output/NAME.pdf, page images NAME-1.png …).")
  var output: String?

  @Option(help: "Formats, separated by commas: pdf, png, svg.")
  var format = FormatList([.pdf])

  @Option(help: "Image pixels for a CSS pixel; a page of A4 is 794 CSS pixels wide.")
  var scale = Pipeline.pageImageScale

  @Flag(help: "Draw over each page its boxes, baselines and what its end costs.")
  var showLayout = false

  @Flag(help: "Also write where each number comes from: NAME.provenance.json.")
  var provenance = false

  @OptionGroup var options: CommonOptions

  func validate() throws {
    guard scale > 0, scale <= 20 else { throw ValidationError("--scale is above 0 and at most 20.") }
  }

  func run() throws {
    let console = Console(options: options)
    try console.run(report) { pipeline, location in
      let stem = OutputPath(typed: output).stem(for: location.name, formats: format.formats)
      let rendering = try pipeline.render(
        stem: stem, formats: format.formats, scale: scale, showsLayout: showLayout)
      var files = rendering.files
      if provenance {
        files.append(OutputFile(path: stem + ".provenance.json", bytes: try pipeline.provenanceJSON()))
      }
      try console.settle(pipeline.diagnostics)
      try write(files)
      try console.say(files)
    }
  }
}

/// Where files go, as it is typed.
struct OutputPath {
  let typed: String?

  /// The folder that is used where none is named.
  static let folder = "Output"

  /// The path of a report's files without extension.
  func stem(for name: String, formats: [OutputFormat]) -> String {
    guard let typed else { return Self.folder + "/" + name }
    if isFolder { return inFolder(name) }
    let extensions = formats.map { "." + $0.rawValue }
    for suffix in extensions where typed.lowercased().hasSuffix(suffix) {
      return String(typed.dropLast(suffix.count))
    }
    return typed
  }

  /// A path in the folder that is typed, or the usual one.
  func inFolder(_ name: String) -> String {
    guard let typed else { return Self.folder + "/" + name }
    return typed.hasSuffix("/") ? typed + name : typed + "/" + name
  }

  private var isFolder: Bool {
    guard let typed else { return true }
    var isFolder: ObjCBool = false
    return typed.hasSuffix("/")
      || FileManager.default.fileExists(atPath: typed, isDirectory: &isFolder) && isFolder.boolValue
  }
}
