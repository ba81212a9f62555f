import Diagnostics
import Foundation
import Spec

/// What an author asks of a table that would come to nothing, each at its place.
extension TableArranger {
  mutating func reportMistakes() {
    if shownColumns.isEmpty, !table.columns.isEmpty {
      diagnostics.report(.error(.nothingShown, at: design.hidden.first?.place ?? place))
    }
    if let others = design.others, design.top == nil {
      diagnostics.report(.error(.othersOfAll, at: others.place, hints: [.sayTop]))
    }
    if let label = design.groups.first?.label, design.groupBy != nil {
      diagnostics.report(.error(.groupedTwice, at: label.place))
    }
    reportGroupMembers()
    reportSummaries()
    reportWidths()
    if let carry = design.carry, carry.value == .yes, carriedColumns().isEmpty {
      diagnostics.report(.error(.nothingToCarry, at: carry.place, hints: [.carryNumbers]))
    }
  }

  private mutating func reportGroupMembers() {
    var known: Set<String> = []
    for row in design.groups.flatMap(\.rows) where !known.insert(row.value).inserted {
      diagnostics.report(.error(.inTwoGroups(row.value), at: row.place))
    }
  }

  private mutating func reportSummaries() {
    for spec in design.summaries {
      let place = spec.compute.place
      if spec.at != .table, design.groupBy == nil, design.groups.isEmpty {
        diagnostics.report(.error(.summaryOfNoGroups, at: place, hints: [.groupRows]))
      }
      if let weight = spec.weight, let index = table.columnIndex(weight.value), table.columns[index].isText {
        diagnostics.report(.error(.weightOfText(weight.value), at: weight.place, hints: textHints(of: index)))
      }
      let named = spec.columns.isEmpty ? summarized(spec).subtracting(hiddenColumns) : [0]
      if named.isEmpty {
        diagnostics.report(.error(.summaryOfNothing, at: place, hints: [.nameColumns] + mixedHints()))
      }
    }
  }

  private var hiddenColumns: Set<Int> { Set(table.columns.indices.filter { table.columns[$0].isHidden }) }

  private mutating func reportWidths() {
    let shares = shownColumns.compactMap { column -> (share: Double, place: Place)? in
      guard let spec = table.columns[column].spec, case .percent(let share) = spec.width else { return nil }
      return (share, spec.name.place)
    }
    let whole = shares.reduce(0) { $0 + $1.share }
    if whole > 100, let last = shares.last {
      diagnostics.report(.error(.sharesOverWhole(Int(whole.rounded())), at: last.place))
    }
  }

  /// Points to what keeps a column from being one of numbers, where some of its cells are.
  private func mixedHints() -> [Diagnostic.Hint] {
    let mixed = shownColumns.first { column in
      table.columns[column].isText && !table.columns[column].published.isStub
        && table.rows.contains {
          if case .text(let text) = $0.cells[column].value { text.looksLikeANumber } else { false }
        }
    }
    return mixed.map { textHints(of: $0) } ?? []
  }

  /// Points to the first text that keeps a column from being one of numbers.
  func textHints(of column: Int) -> [Diagnostic.Hint] {
    let texts = table.rows.lazy.compactMap { row -> String? in
      guard case .text(let text) = row.cells[column].value else { return nil }
      return text.looksLikeANumber ? nil : text
    }
    return texts.first.map { [.notANumber($0)] } ?? []
  }
}

extension String {
  var looksLikeANumber: Bool {
    let plain = replacing("\u{2212}", with: "-").replacing(",", with: ".").filter { !$0.isWhitespace }
    return Double(plain)?.isFinite ?? false
  }
}

extension Diagnostic.Message {
  fileprivate static var nothingShown: Self {
    Self("nothing-shown", fr: "ce tableau ne montre aucune colonne", en: "this table shows no column")
  }
  fileprivate static var othersOfAll: Self {
    Self(
      "others-of-all", fr: "« others » nomme les lignes au-delà de « top », qui n’est pas dit",
      en: "“others” names the rows past “top”, which is not said")
  }
  fileprivate static var groupedTwice: Self {
    Self(
      "grouped-twice", fr: "« group-by » et « groups » groupent tous deux les lignes : gardez l’un",
      en: "“group-by” and “groups” both group the rows: keep one")
  }
  fileprivate static func inTwoGroups(_ row: String) -> Self {
    Self(
      "row-in-two-groups", fr: "la ligne « \(row) » est déjà dans un groupe",
      en: "the row “\(row)” already is in a group")
  }
  fileprivate static var summaryOfNoGroups: Self {
    Self(
      "summary-of-no-groups", fr: "cette synthèse est pour des groupes, et ce tableau n’en a pas",
      en: "this summary is for groups, and this table has none")
  }
  fileprivate static var summaryOfNothing: Self {
    Self(
      "summary-of-nothing", fr: "aucune colonne de ce tableau ne peut être résumée ainsi",
      en: "no column of this table can be summed up so")
  }
  fileprivate static func weightOfText(_ name: String) -> Self {
    Self(
      "weight-of-text", fr: "« \(name) » contient des textes : ce ne sont pas des poids",
      en: "“\(name)” holds texts: they are no weights")
  }
  fileprivate static func sharesOverWhole(_ percent: Int) -> Self {
    Self(
      "shares-over-whole", fr: "les largeurs des colonnes font ensemble \(percent) % du tableau",
      en: "the columns’ widths together make \(percent) % of the table")
  }
  fileprivate static var nothingToCarry: Self {
    Self(
      "nothing-to-carry", fr: "aucune colonne de ce tableau ne s’additionne : rien n’est à reporter",
      en: "no column of this table adds up: there is nothing to carry")
  }
}

extension Diagnostic.Hint {
  fileprivate static let sayTop = Self(
    fr: "ajoutez « top: » ou retirez cette clé", en: "add “top:” or delete this key")
  fileprivate static let groupRows = Self(
    fr: "ajoutez « group-by: » ou « groups: », ou écrivez « at: table »",
    en: "add “group-by:” or “groups:”, or write “at: table”")
  fileprivate static let nameColumns = Self(
    fr: "nommez une colonne de nombres : « columns: […] »", en: "name a column of numbers: “columns: […]”")
  fileprivate static let carryNumbers = Self(
    fr: "retirez « carry: », ou ajoutez une somme : « summaries: [{ compute: sum, columns: […] }] »",
    en: "delete “carry:”, or add a sum: “summaries: [{ compute: sum, columns: […] }]”")
  static func notANumber(_ text: String) -> Self {
    Self(fr: "« \(text) » n’est pas un nombre", en: "“\(text)” is not a number")
  }
}
