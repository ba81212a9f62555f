import ArgumentParser
import Pipeline

struct FontsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fonts",
    abstract: "Lists the fonts that reports may use, what stands in for them, and hyphenation patterns.")

  @OptionGroup var options: CommonOptions

  func run() throws {
    let console = Console(options: options)
    try console.perform {
      let text = try describeFonts(
        of: options.fontShelf(), themes: options.themeShelf(), in: options.language, asJSON: options.json)
      print(text, terminator: "")
    }
  }
}
