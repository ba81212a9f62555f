/// What a producer writes in a cell that has no value.
///
/// Marks are compared in lower case, without the spaces around them.
package struct MissingMarks: Hashable, Sendable {
  private let kinds: [String: MissingKind]
  private let longest: Int
  /// The marks that are numbers: `-9999`. Only an author can declare one.
  private let numbers: [Double: MissingKind]
  /// What an empty cell means: some producers leave confidential cells empty.
  package let kindOfEmptyCell: MissingKind
  /// Those of the marks that an author declared.
  private var declared: Set<String> = []

  package init(_ kinds: [String: MissingKind], emptyCell: MissingKind = .notAvailable) {
    self.kinds = kinds
    self.kindOfEmptyCell = emptyCell
    longest = kinds.keys.map(\.utf8.count).max() ?? 0
    var numbers: [Double: MissingKind] = [:]
    for (mark, kind) in kinds {
      for decimalMark in DecimalMark.allCases {
        let format = NumberFormat(decimalMark: decimalMark, groupsWithOtherMark: false)
        var reader = NumberReader(Array(mark.utf8), format: format)
        if let number = reader.readAll(), !number.isPercent { numbers[number.value] = kind }
      }
    }
    self.numbers = numbers
  }

  /// These marks, and those that an author declares, which go first; an empty one is the empty cell.
  package func declaring(_ declared: [String: MissingKind]) -> MissingMarks {
    var kinds = kinds
    var emptyCell = kindOfEmptyCell
    for (mark, kind) in declared {
      let mark = mark.trimmingSpaces().lowercased()
      if mark.isEmpty { emptyCell = kind } else { kinds[mark] = kind }
    }
    var marks = MissingMarks(kinds, emptyCell: emptyCell)
    marks.declared = self.declared.union(declared.keys.map { $0.trimmingSpaces().lowercased() })
    return marks
  }

  /// The kind that an author declared for a cell's text; `nil` if it is no mark, or a usual one.
  func declaredKind(of text: String) -> MissingKind? {
    declared.contains(text.lowercased()) ? kind(of: text) : nil
  }

  /// The kind that a number stands for, or `nil` if it is a value.
  func kind(of number: WrittenNumber) -> MissingKind? {
    numbers.isEmpty || number.isPercent ? nil : numbers[number.value]
  }

  /// The kind that a cell's text stands for, or `nil` if it is no mark.
  package func kind(of text: String) -> MissingKind? {
    if text.isEmpty { return kindOfEmptyCell }
    guard text.utf8.count <= longest else { return nil }
    return kinds[text.lowercased()]
  }
}

extension MissingMarks {
  /// The marks of French official statistics, and of the programs that write their files.
  ///
  /// - **Source**: Insee’s table notes (`///` “absence de résultat due à la nature des choses”, `...` “résultat
  ///   non disponible”); Insee’s Filosofi files (`s` secret, `nd`, `ns`, `so`); Eurostat’s flag `c`; R and
  ///   pandas (`NA`, `NaN`).
  /// - A dash differs among producers: for some it is an exact zero, for others a case that cannot be. It is
  ///   read as not available, since a zero that was not written must not be printed.
  package static let french = MissingMarks([
    "nd": .notAvailable, "n.d.": .notAvailable, "n.d": .notAvailable, "n/d": .notAvailable,
    "non disponible": .notAvailable,
    "…": .notAvailable, "...": .notAvailable,
    "-": .notAvailable, "–": .notAvailable, "—": .notAvailable,
    "na": .notAvailable, "n/a": .notAvailable, "#n/a": .notAvailable, "nan": .notAvailable,
    "so": .notApplicable, "s.o.": .notApplicable, "s.o": .notApplicable, "s/o": .notApplicable,
    "sans objet": .notApplicable,
    "///": .notApplicable,
    "s": .confidential, "c": .confidential,
    "ns": .notSignificant, "n.s.": .notSignificant, "n.s": .notSignificant,
    "non significatif": .notSignificant,
  ])
}
