/// The sheets of a spreadsheet file and the names in it, before any cell is read.
struct Workbook: Hashable, Sendable {
  struct Entry: Hashable, Sendable {
    let name: String
    let isVisible: Bool
    /// Where the sheet is in an archive of several files.
    var part = ""
  }

  /// A range that has a name.
  struct NamedRange: Hashable, Sendable {
    let name: String
    let sheet: String
    let range: CellRange
  }

  /// In the order of their tabs.
  var sheets: [Entry] = []
  var names: [NamedRange] = []
}

extension Workbook.NamedRange {
  /// Reads what a name stands for: `Feuil1!$B$4:$H$30`, `$'Mes données'.$B$4:.$H$30`; `nil` where that is no range.
  init?(name: String, written text: String) {
    var text = Substring(text)
    if text.first == "$" { text = text.dropFirst() }
    var sheet = ""
    if text.first == "'" {
      text = text.dropFirst()
      while let quote = text.firstIndex(of: "'") {
        sheet += text[..<quote]
        text = text[quote...].dropFirst()
        guard text.first == "'" else { break }
        // A quote in a sheet's name is doubled.
        sheet += "'"
        text = text.dropFirst()
      }
    } else if let end = text.firstIndex(where: { $0 == "!" || $0 == "." }) {
      sheet = String(text[..<end])
      text = text[end...]
    }
    guard let mark = text.first, mark == "!" || mark == ".",
      let range = CellRange(written: text.dropFirst().replacing(":.", with: ":"))
    else { return nil }
    self.init(name: name, sheet: sheet, range: range)
  }
}
