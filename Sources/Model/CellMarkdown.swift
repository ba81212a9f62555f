import Diagnostics
import Markdown

/// A cell of the data as a text with Markdown: paragraphs and lists, without headings, notes or references.
///
/// - Parameter place: where the cell is, for what it may not hold.
package func markdownOfCell(
  _ text: String, at place: Place, into diagnostics: inout DiagnosticCollector
) -> [TextBlock] {
  guard let parsed = try? parseMarkdown(text) else { return [.paragraph([.text(text)])] }
  var reader = MarkdownReader(standIns: [], place: place, sectionDepth: nil)
  let blocks = parsed.compactMap { reader.block($0) }
  for diagnostic in reader.diagnostics.diagnostics { diagnostics.report(diagnostic) }
  return blocks
}
