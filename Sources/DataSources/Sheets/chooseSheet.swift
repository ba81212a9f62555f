import Diagnostics

/// A sheet of a workbook, and the cells of it that are meant.
struct SheetChoice: Hashable {
  let sheet: Workbook.Entry
  /// All cells, if `nil`.
  let range: CellRange?
}

/// The sheet and the range that an author asks for; without a word, the first sheet that is shown.
///
/// - **Errors**: a sheet or range that is not there, at the author's word.
func chooseSheet(
  of workbook: Workbook, options: TableOptions, path: String, into diagnostics: inout DiagnosticCollector
) -> SheetChoice? {
  var chosen: Workbook.Entry?
  if let asked = options.sheet {
    guard let sheet = workbook.sheet(asked.value) else {
      diagnostics.report(
        .error(
          .noSuchSheet(asked.value, in: path, known: workbook.sheets), at: asked.place,
          hints: .nearest(to: asked.value, among: workbook.sheets.map(\.name))))
      return nil
    }
    chosen = sheet
  }
  let first = workbook.sheets.first(where: \.isVisible) ?? workbook.sheets.first
  guard let sheet = chosen ?? first else { return nil }
  guard let asked = options.range else { return SheetChoice(sheet: sheet, range: nil) }
  if let range = CellRange(written: asked.value) { return SheetChoice(sheet: sheet, range: range) }
  if let named = workbook.name(asked.value, preferring: sheet),
    let home = chosen ?? (named.sheet.isEmpty ? sheet : workbook.sheets.first { $0.name == named.sheet })
  {
    if named.sheet.isEmpty || named.sheet == home.name { return SheetChoice(sheet: home, range: named.range) }
    diagnostics.report(
      .error(
        .rangeElsewhere(asked.value, sheet: named.sheet), at: asked.place, hints: [.declareSheet(named.sheet)]
      ))
    return nil
  }
  diagnostics.report(
    .error(
      .noSuchRange(asked.value), at: asked.place,
      hints: .nearest(to: asked.value, among: workbook.names.map(\.name)) + [.howToRange(workbook.names)]))
  return nil
}

extension Workbook {
  /// A sheet by its name, or else by the place of its tab among those that are shown, from 1.
  fileprivate func sheet(_ word: String) -> Entry? {
    if let named = sheets.first(where: { $0.name == word }) { return named }
    let shown = sheets.filter(\.isVisible)
    return Int(word).flatMap { shown.indices.contains($0 - 1) ? shown[$0 - 1] : nil }
  }

  /// A range by its name: several sheets may use the same one.
  fileprivate func name(_ word: String, preferring sheet: Entry) -> NamedRange? {
    let named = names.filter { $0.name.lowercased() == word.lowercased() }
    return named.first { $0.sheet == sheet.name } ?? named.first
  }
}

extension Diagnostic.Message {
  fileprivate static func noSuchSheet(_ name: String, in path: String, known: [Workbook.Entry]) -> Self {
    let shown = known.prefix(20)
    let more = known.count > shown.count ? ", …" : ""
    let french = shown.map { "« \($0.name) »" + ($0.isVisible ? "" : " (masquée)") }.joined(separator: ", ")
    let english = shown.map { "“\($0.name)”" + ($0.isVisible ? "" : " (hidden)") }.joined(separator: ", ")
    return Self(
      "no-such-sheet", fr: "« \(path) » n’a pas de feuille « \(name) » ; ses feuilles : \(french)\(more)",
      en: "“\(path)” has no sheet “\(name)”; its sheets: \(english)\(more)")
  }

  fileprivate static func noSuchRange(_ text: String) -> Self {
    Self(
      "no-such-range", fr: "« \(text) » n’est ni une plage de cellules ni le nom d’une plage du classeur",
      en: "“\(text)” is neither a range of cells nor the name of a range of the workbook")
  }

  fileprivate static func rangeElsewhere(_ name: String, sheet: String) -> Self {
    Self(
      "no-such-range", fr: "la plage « \(name) » est sur la feuille « \(sheet) »",
      en: "the range “\(name)” is on the sheet “\(sheet)”")
  }
}

extension Diagnostic.Hint {
  fileprivate static func howToRange(_ names: [Workbook.NamedRange]) -> Self {
    let known = names.prefix(12).map(\.name).joined(separator: ", ")
    return names.isEmpty
      ? Self(fr: "écrivez « B4:H30 », « B4:H » ou « B:H »", en: "write `B4:H30`, `B4:H` or `B:H`")
      : Self(
        fr: "écrivez « B4:H30 », « B4:H », « B:H » ou un nom de plage : \(known)",
        en: "write `B4:H30`, `B4:H`, `B:H` or the name of a range: \(known)")
  }
  fileprivate static func declareSheet(_ name: String) -> Self {
    Self(
      fr: "déclarez « sheet: \(name) », ou retirez « sheet: »",
      en: "declare `sheet: \(name)`, or leave `sheet:` out")
  }
}
