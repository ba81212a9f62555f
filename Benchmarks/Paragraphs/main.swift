import FontManifest
import Foundation
import Hyphenation
import Typesetting
import UnicodeText

// Measures how paragraphs are set: `Benchmarks/README.md` says how to run it.
//
//     paragraphs FONTS TEXT time
//     paragraphs FONTS TEXT lines tex|justified|ragged WIDTH…

/// A typesetter as reports have it, and the text that it sets.
struct Bench {
  let typesetter: Typesetter
  let spaceWidth: Double
  let text: StyledText

  init(fonts folder: String, text path: String) throws {
    let manifest = try readFontManifest(
      String(contentsOfFile: folder + "/fonts.yml", encoding: .utf8), folder: folder
    ).keeping { FileManager.default.fileExists(atPath: $0) }
    let library = FontLibrary(manifest.references, fallbackFamilies: manifest.fallbackFamilies)
    try library.openAll()
    var hyphenators: [String: Hyphenator] = [:]
    for patterns in manifest.patterns { hyphenators[patterns.language] = try Hyphenator(path: patterns.path) }
    let shaper = HarfBuzzShaper(library: library)
    let style = TextStyle(family: "Lato", size: 10, color: .black, language: "fr")
    typesetter = Typesetter(
      shaper: shaper, breaker: try LineBreaker(language: "fr"), hyphenation: HyphenationPoints(hyphenators))
    spaceWidth = shaper.shape(" ", style).width
    let words = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
    text = StyledText(words.joined(separator: " "), style)
  }

  /// The time of setting the text once, in milliseconds: the median and the least of many runs, and the first.
  func time(_ setting: ParagraphSetting, width: Double) -> (first: Double, median: Double, least: Double) {
    let clock = ContinuousClock()
    func once() -> Double {
      let duration = clock.measure { _ = typesetter.lines(of: text, width: width, setting: setting) }
      return Double(duration.components.attoseconds) / 1e15 + Double(duration.components.seconds) * 1000
    }
    let first = once()
    let runs = (0..<400).map { _ in once() }.sorted()
    return (first, runs[runs.count / 2], runs[0])
  }

  /// Prints each line with how far its spaces give: 1 is half a space more, −1 a third of a space less.
  func printLines(_ setting: ParagraphSetting, width: Double) {
    for line in typesetter.lines(of: text, width: width, setting: setting) {
      let added = line.pieces.map(\.run.spacing.words).first { $0 != 0 } ?? 0
      let ratio = added > 0 ? added / (spaceWidth / 2) : added / (spaceWidth / 3)
      print(String(format: "%.4f\t", ratio) + line.pieces.map(\.run.text).joined())
    }
    print("")
  }
}

/// As plain TeX does it, and never ragged.
func texSetting() -> ParagraphSetting {
  var rules = TotalFitRules()
  rules.loosestLine = .infinity
  return ParagraphSetting(
    alignment: .justified, breaking: .totalFit(rules), hyphenation: .whereLinesAreLoose, give: .tex)
}

func run(_ arguments: [String]) throws {
  let bench = try Bench(fonts: arguments[0], text: arguments[1])
  guard arguments[2] == "lines" else {
    for (name, setting) in [("justified", ParagraphSetting.justified), ("ragged", .ragged)] {
      for width in [200.0, 412] {
        let time = bench.time(setting, width: width)
        print(
          String(
            format: "%@ %.0f pt: first %.2f ms, median %.3f ms, least %.3f ms", name, width, time.first,
            time.median, time.least))
      }
    }
    return
  }
  let settings = ["tex": texSetting(), "justified": .justified, "ragged": .ragged]
  for width in arguments[4...].compactMap(Double.init) {
    bench.printLines(settings[arguments[3]] ?? .justified, width: width)
  }
}

try run(Array(CommandLine.arguments.dropFirst()))
