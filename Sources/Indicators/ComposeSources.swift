import Model
import Spec

/// The annex on sources and methods, made from what the report declares.
extension Composer {
  mutating func sources() -> PublishedBlock {
    let entries = report.sources.elements.map { entry($0) }
    return .sources(
      title: wording.sourcesAndMethods, entries, methods: [RichText(set(wording.howNumbersAreMade))])
  }

  private mutating func entry(_ source: Source) -> SourceEntry {
    let indicators = report.indicators.elements.filter { $0.source == source.id }
    let lines: [(String, String?)] = [
      (wording.sample, source.sample.map(printedSample)),
      (
        wording.indicators,
        indicators.isEmpty ? nil : indicators.map(definition).joined(separator: wording.semicolon)
      ),
      (wording.licence, source.licence),
    ]
    // The name of a file is no text: its dots stay, and none is added.
    let file = source.data.map { ApparatusLine(label: wording.file, text: $0.path.value) }
    return SourceEntry(
      title: set(source.citation),
      lines: lines.compactMap { label, text in text.map { ApparatusLine(label: label, text: set(ended($0))) }
      } + [file].compactMap(\.self),
      method: source.method.map { rich($0) }, link: source.url)
  }

  /// A sample size printed as a number where it is one.
  private func printedSample(_ sample: String) -> String {
    Int(sample).map { NumberText(language: wording.language).text(Double($0), decimals: 0) } ?? sample
  }

  private func definition(_ indicator: Indicator) -> String {
    guard let definition = indicator.definition else { return wording.quoted(indicator.label) }
    return wording.quoted(indicator.label) + " (" + lowercasedFirst(definition) + ")"
  }

  func lowercasedFirst(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }
}
