import DataSources
import Diagnostics
import Foundation
import Spec

/// The order of a table's rows, which of them are shown, and into which groups they are parted.
extension TableArranger {
  /// Sorts rows by a column: missing values last whatever the order, equal ones as they were.
  mutating func orderRows() {
    guard let sort = design.sort, let column = column(sort.by) else { return }
    let order = sort.order?.value ?? (table.columns[column].isText ? .ascending : .descending)
    if !sort.values.isEmpty { return sortByList(sort, column) }
    guard order != .declared else { return }
    let last = table.rows.filter { $0.kind != .data }
    table.rows.removeAll { $0.kind != .data }
    defer { table.rows += last }
    let keys = table.rows.map { SortKey($0.cells[column].value) }
    let places = table.rows.indices.sorted { a, b in
      guard let isLess = keys[a].isLess(than: keys[b]), let isMore = keys[b].isLess(than: keys[a]) else {
        return keys[a].isMissing == keys[b].isMissing ? a < b : !keys[a].isMissing
      }
      return isLess == isMore ? a < b : order == .ascending ? isLess : isMore
    }
    table.rows = places.map { table.rows[$0] }
  }

  /// Puts rows in the order in which the author lists the texts of a column; others come after.
  private mutating func sortByList(_ sort: TableSortSpec, _ column: Int) {
    let texts = table.rows.map { $0.cells[column].text }
    for value in sort.values
    where !table.rows.contains(where: { $0.names.contains(value.value) })
      && !texts.contains(value.value)
    {
      diagnostics.report(
        .error(
          .noSuchRow(value.value), at: value.place,
          hints: .suggestion(for: value.value, among: distinct(Array(texts.prefix(200))))))
    }
    let ranks = table.rows.indices.map { row in
      sort.values.firstIndex { $0.value == texts[row] || table.rows[row].names.contains($0.value) }
        ?? sort.values.count
    }
    let places = table.rows.indices.sorted { ranks[$0] == ranks[$1] ? $0 < $1 : ranks[$0] < ranks[$1] }
    table.rows = places.map { table.rows[$0] }
  }

  /// Keeps the first rows; the others are one, with the sums of what adds up.
  mutating func keepTop() {
    guard let top = design.top?.value, table.rows.count > top else { return }
    let others = table.rows[top...]
    var cells = table.columns.indices.map { column -> TypedTable.Cell in
      let numbers = others.map { $0.cells[column].number }
      guard table.columns[column].addsUp, !numbers.contains(nil) else {
        return TypedTable.Cell(.missing(.notApplicable), wording.mark(.notApplicable))
      }
      let sum = numbers.compactMap(\.self).reduce(0, +)
      return TypedTable.Cell(.number(sum), set(table.columns[column].print(sum)))
    }
    let label = design.others?.value ?? wording.others(others.count)
    for (place, column) in shownColumns.enumerated() where table.columns[column].published.isStub {
      let text = place == 0 ? set(label) : ""
      cells[column] = TypedTable.Cell(.text(text), text)
    }
    table.rows = Array(table.rows[..<top])
    if design.others != nil {
      table.rows.append(TypedTable.Row(names: [label], cells: cells, isHighlighted: false))
    }
  }

  /// Brings the rows of each group together, in the order in which groups first appear or are declared.
  mutating func groupRows() {
    if let name = design.groupBy, let column = column(name) {
      let texts = table.rows.map { $0.cells[column].text }
      gather(distinct(texts).map { label in (label, table.rows.indices.filter { texts[$0] == label }) })
    } else if !design.groups.isEmpty {
      gatherDeclared()
    }
  }

  private mutating func gatherDeclared() {
    var taken: Set<Int> = []
    var groups: [(label: String, rows: [Int])] = []
    for group in design.groups {
      var members: [Int] = []
      for name in group.rows where row(name) != nil {
        members += rows(named: name.value).filter { taken.insert($0).inserted }
      }
      groups.append((set(group.label.value), members.sorted()))
    }
    let rest = table.rows.indices.filter { !taken.contains($0) }
    if !rest.isEmpty { groups.append((wording.otherRows, rest)) }
    gather(groups)
  }

  private mutating func gather(_ groups: [(label: String, rows: [Int])]) {
    let filled = groups.filter { !$0.rows.isEmpty }
    var start = 0
    table.groups = filled.map { group in
      defer { start += group.rows.count }
      return TypedTable.Group(label: group.label, rows: start..<start + group.rows.count)
    }
    table.rows = filled.flatMap { $0.rows.map { table.rows[$0] } }
  }
}

/// What a cell is ordered by.
private struct SortKey {
  private let value: TypedTable.Value
  private let folded: String

  init(_ value: TypedTable.Value) {
    self.value = value
    folded =
      if case .text(let text) = value {
        text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
      } else { "" }
  }

  var isMissing: Bool { if case .missing = value { true } else { false } }

  /// `nil` where one of the two has no value. Numbers come before texts; accents and capitals do not count.
  func isLess(than other: SortKey) -> Bool? {
    switch (value, other.value) {
    case (.missing, _), (_, .missing): nil
    case (.number(let a), .number(let b)): a < b
    case (.number, .text): true
    case (.text, .number): false
    case (.text, .text): folded < other.folded
    }
  }
}

extension Wording {
  fileprivate func others(_ count: Int) -> String { pick("Autres (\(count))", "Others (\(count))") }
  fileprivate var otherRows: String { pick("Autres", "Others") }
}
