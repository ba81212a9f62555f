import Diagnostics
import Spec

/// Notes on parts of a table, their marks in reading order.
extension TableArranger {
  /// What a note is on; in reading order.
  private enum Part: Comparable {
    case title
    case subtitle
    /// Higher levels come first.
    case spanner(depth: Int, place: Int, index: Int)
    case head(Int)
    case cell(row: Int, column: Int)
  }

  mutating func addNotes(to published: inout PublishedTable) {
    var found: [(part: Part, text: String)] = []
    for (spec, text) in zip(design.footnotes, notes) {
      if let part = part(of: spec, in: published) { found.append((part, text)) }
    }
    // Sorting is stable by the order of the spec: two notes on one part keep theirs.
    let ordered = found.enumerated().sorted {
      $0.element.part == $1.element.part ? $0.offset < $1.offset : $0.element.part < $1.element.part
    }
    for (_, one) in ordered {
      let known = published.notes.firstIndex { $0.text == one.text }
      let mark = known.map { published.notes[$0].mark } ?? noteMark(published.notes.count)
      if known == nil { published.notes.append(PublishedTable.Note(mark: mark, text: one.text)) }
      put(mark, on: one.part, in: &published)
    }
  }

  private func put(_ mark: String, on part: Part, in published: inout PublishedTable) {
    func add(_ marks: inout String) { marks += marks.isEmpty ? mark : ",\u{202F}" + mark }
    switch part {
    case .title: add(&published.titleMarks)
    case .subtitle: add(&published.subtitleMarks)
    case .spanner(_, _, let index): add(&published.spanners[index].marks)
    case .head(let column): add(&published.columns[column].marks)
    case .cell(let row, let column): add(&published.records[row].cells[column].detail.marks)
    }
  }

  private mutating func part(of spec: TableNoteSpec, in published: PublishedTable) -> Part? {
    if let on = spec.on {
      switch on.value {
      case .title: return .title
      case .subtitle: return .subtitle
      }
    }
    if let name = spec.spanner { return spannerPart(name, published) }
    if let name = spec.group { return groupPart(name, published) }
    guard let name = spec.row else {
      return spec.column.flatMap { shownColumn($0) }.map(Part.head)
    }
    let records = published.records.indices.filter { published.records[$0].kind == .data }
    guard let row = row(name), records.indices.contains(row) else { return nil }
    let column = spec.column.map { shownColumn($0) } ?? 0
    return column.map { column in
      let owner = owner(of: records[row], column, in: published)
      return .cell(row: owner.row, column: owner.column)
    }
  }

  private mutating func spannerPart(_ name: Located<String>, _ published: PublishedTable) -> Part? {
    let label = set(name.value)
    if let index = published.spanners.firstIndex(where: { $0.label == label }) {
      let spanner = published.spanners[index]
      return .spanner(depth: -spanner.level, place: spanner.columns.lowerBound, index: index)
    }
    let known = design.spanners.map(\.label.value)
    diagnostics.report(
      .error(.noSuchLabel(name.value), at: name.place, hints: .suggestion(for: name.value, among: known)))
    return nil
  }

  private mutating func groupPart(_ name: Located<String>, _ published: PublishedTable) -> Part? {
    let label = set(name.value)
    let groups = published.records.indices.filter { published.records[$0].kind == .group }
    let labels = table.groups.map(\.label)
    if let index = labels.firstIndex(of: label), groups.indices.contains(index) {
      return .cell(row: groups[index], column: 0)
    }
    diagnostics.report(
      .error(.noSuchLabel(name.value), at: name.place, hints: .suggestion(for: name.value, among: labels)))
    return nil
  }

  /// a, b … z, aa, ab …: a figure beside a number would be read as a power.
  private func noteMark(_ index: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    let last = String(letters[index % letters.count])
    return index < letters.count ? last : noteMark(index / letters.count - 1) + last
  }
}

extension Diagnostic.Message {
  fileprivate static func noSuchLabel(_ name: String) -> Self {
    Self(
      "no-such-label", fr: "rien ne s’appelle « \(name) » dans ce tableau",
      en: "nothing is called “\(name)” in this table")
  }
}
