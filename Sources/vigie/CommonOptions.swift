import ArgumentParser
import Diagnostics
import Foundation
import Pipeline

/// When to colour what is written to a terminal.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

extension MessageLanguage: ExpressibleByArgument {}

/// What every command takes.
struct CommonOptions: ParsableArguments {
  @Flag(help: "Print nothing but diagnostics.")
  var quiet = false

  @Flag(help: "Print diagnostics and summaries as JSON lines on standard output.")
  var json = false

  @Option(help: "The language of messages: fr or en (default: the locale's).")
  var lang: MessageLanguage?

  @Option(help: "When to use colour: auto, always or never.")
  var color: ColorChoice = .auto

  @Flag(help: "Treat warnings as errors.")
  var warningsAsErrors = false

  @Option(help: "The folder with fonts.yml (default: Fonts beside the program).")
  var fonts: String?

  @Option(
    name: .customLong("set"), help: "The value of a parameter of the report: name=value. Repeat for others.")
  var settings: [Setting] = []

  /// French is the language of most users, so a locale must ask for English to get it.
  var language: MessageLanguage {
    if let lang { return lang }
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale?.hasPrefix("en") == true ? .english : .french
  }

  var isColored: Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: !json && isatty(STDERR_FILENO) != 0 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    }
  }

  private var program: String { Bundle.main.executablePath ?? CommandLine.arguments[0] }
  private var currentFolder: String { FileManager.default.currentDirectoryPath }

  func fontShelf() throws -> FontShelf {
    try FontShelf(
      folder: fonts ?? FontShelf.folder(nearProgramAt: program, currentFolder: currentFolder))
  }

  func themeShelf() -> ThemeShelf {
    ThemeShelf(folder: ThemeShelf.folder(nearProgramAt: program, currentFolder: currentFolder))
  }
}

/// A parameter's value as it is typed: `territoire=200046977`.
struct Setting: ExpressibleByArgument {
  let name: String
  let value: String

  init?(argument: String) {
    guard let sign = argument.firstIndex(of: "="), sign > argument.startIndex else { return nil }
    name = String(argument[..<sign])
    value = String(argument[argument.index(after: sign)...])
  }
}
