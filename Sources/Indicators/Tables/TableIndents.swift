import Diagnostics
import Spec

/// Rows that are parts of one above them: their names stand further in.
extension TableArranger {
  private static let deepest = 5

  mutating func indentRows() {
    switch design.indent {
    case nil: break
    case .rows(let names):
      for name in names where row(name) != nil {
        for index in rows(named: name.value) { table.rows[index].indent = 1 }
      }
    case .by(let name): indentRows(by: name)
    }
  }

  private mutating func indentRows(by name: Located<String>) {
    guard let column = column(name) else { return }
    for index in table.rows.indices where table.rows[index].kind == .data {
      let cell = table.rows[index].cells[column]
      guard let level = cell.number, let whole = Int(exactly: level), (0...Self.deepest).contains(whole)
      else {
        diagnostics.report(.error(.notALevel(cell.text, name.value), at: name.place))
        return
      }
      table.rows[index].indent = whole
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func notALevel(_ text: String, _ column: String) -> Self {
    Self(
      "not-a-level", fr: "« \(text) » dans « \(column) » : un niveau de retrait va de 0 à 5",
      en: "“\(text)” in “\(column)”: a level of indentation goes from 0 to 5")
  }
}
