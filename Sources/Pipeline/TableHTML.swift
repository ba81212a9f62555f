import Indicators

/// A figure's table as a whole HTML page: the cells, spans, headers and notes of the printed one.
///
/// - **Source**: HTML Living Standard, 4.9 (tabular data). Where a scope does not tell what a cell is headed by, its
///   headers are named, as in the PDF.
func html(of figure: Figure, language: String) -> [UInt8] {
  guard case .table(let table) = figure.content else { return [] }
  var page = HTMLTable(table: table)
  let subtitle = figure.subtitle.map { "<br>" + escaped($0) + raised(table.subtitleMarks) } ?? ""
  let caption = escaped(figure.label) + ". " + escaped(figure.title) + raised(table.titleMarks) + subtitle
  let lines =
    table.notes.map { "<p>" + raised($0.mark) + " " + escaped($0.text) + "</p>" }
    + figure.apparatus.map { "<p><strong>" + escaped($0.label) + "</strong> : " + escaped($0.text) + "</p>" }
  let text = """
    <!DOCTYPE html>
    <html lang="\(language)">
    <head>
    <meta charset="utf-8">
    <title>\(escaped(figure.title))</title>
    </head>
    <body>
    <table>
    <caption>\(caption)</caption>
    \(page.rows())
    </table>
    \(lines.joined(separator: "\n"))
    </body>
    </html>

    """
  return Array(text.utf8)
}

private func escaped(_ text: String) -> String {
  text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
}

private func raised(_ marks: String) -> String { marks.isEmpty ? "" : "<sup>" + escaped(marks) + "</sup>" }

/// A text in which its author's line ends stay.
private func lines(_ text: String) -> String { escaped(text).replacing("\n", with: "<br>") }

/// A text with its styles and links.
private func marked(_ text: RichText) -> String {
  text.pieces.map { piece in
    var words = lines(piece.text)
    if piece.isCode { words = "<code>" + words + "</code>" }
    if piece.isEmphasized { words = "<em>" + words + "</em>" }
    if piece.isStrong { words = "<strong>" + words + "</strong>" }
    guard case .address(let address)? = piece.link else { return words }
    return "<a href=\"" + escaped(address).replacing("\"", with: "&quot;") + "\">" + words + "</a>"
  }.joined()
}

/// The rows of a table as they are written, one after the other.
private struct HTMLTable {
  let table: PublishedTable
  private let heads: [Head]
  private var group: String?

  init(table: PublishedTable) {
    self.table = table
    heads = table.headPlaces.map { Head($0, of: table) }
  }

  mutating func rows() -> String {
    var text = head()
    text += "<tbody>\n"
    for (index, row) in table.records.enumerated() {
      if row.kind == .group, index > 0 { text += "</tbody>\n<tbody>\n" }
      text += self.row(row, index)
    }
    return text + "</tbody>"
  }

  // MARK: Heads

  private func head() -> String {
    let levels = table.spannerLevels
    var lines = [[String]](repeating: [], count: levels + 1)
    for cell in heads {
      let scope = cell.columns.count > 1 ? "colgroup" : "col"
      let id = table.needsHeaderNames ? " id=\"\(cell.id)\"" : ""
      let spans = attribute("colspan", cell.columns.count) + attribute("rowspan", cell.levels.count)
      lines[cell.levels.lowerBound].append("<th scope=\"\(scope)\"\(id)\(spans)>\(cell.text)</th>")
    }
    let rows = lines.filter { !$0.isEmpty }.map { "<tr>" + $0.joined() + "</tr>\n" }
    return "<thead>\n" + rows.joined() + "</thead>\n"
  }

  private struct Head {
    let columns: Range<Int>
    let levels: Range<Int>
    let text: String
    let id: String

    init(_ place: HeadPlace, of table: PublishedTable) {
      columns = place.columns
      levels = place.levels
      switch place.kind {
      case .spanner(let index):
        text = escaped(table.spanners[index].label) + raised(table.spanners[index].marks)
        id = "s\(index)"
      case .column(let index):
        let column = table.columns[index]
        text = escaped(column.head) + raised(column.marks) + (column.unit.map { "<br>" + escaped($0) } ?? "")
        id = "c\(index)"
      }
    }
  }

  // MARK: Rows

  private mutating func row(_ row: PublishedTable.Row, _ index: Int) -> String {
    if row.kind == .group {
      let id = "g\(index)"
      group = id
      let name = table.needsHeaderNames ? " id=\"\(id)\"" : ""
      let text = escaped(row.cells[0].plain) + raised(row.cells[0].detail.marks)
      return "<tr><th scope=\"rowgroup\"\(name)\(attribute("colspan", row.cells.count))>\(text)</th></tr>\n"
    }
    if row.kind == .tableSummary { group = nil }
    var stubs: [String] = []
    let cells = row.cells.indices.compactMap { cell(row.cells[$0], $0, index, &stubs) }
    return "<tr>" + cells.joined() + "</tr>\n"
  }

  private func cell(
    _ cell: PublishedTable.Cell, _ column: Int, _ row: Int, _ stubs: inout [String]
  ) -> String? {
    let detail = cell.hasDetail ? cell.detail : PublishedTable.Detail()
    guard !detail.isCovered else { return nil }
    let text = (detail.rich.map(marked) ?? lines(cell.plain)) + raised(detail.marks)
    let spans = attribute("colspan", detail.across) + attribute("rowspan", detail.down)
    guard !table.columns[column].isStub else {
      let id = "r\(row)-\(column)"
      stubs.append(id)
      let name = table.needsHeaderNames ? " id=\"\(id)\"" : ""
      let indent = detail.indent > 0 ? " style=\"padding-left: \(detail.indent)em\"" : ""
      return "<th scope=\"row\"\(name)\(spans)\(indent)>\(text)</th>"
    }
    let over = heads.filter { $0.columns.overlaps(column..<column + detail.across) }.map(\.id)
    let headers = over + [group].compactMap(\.self) + stubs
    let names = table.needsHeaderNames ? " headers=\"\(headers.joined(separator: " "))\"" : ""
    return "<td\(names)\(spans)>\(text)</td>"
  }

  private func attribute(_ name: String, _ count: Int) -> String { count > 1 ? " \(name)=\"\(count)\"" : "" }
}
