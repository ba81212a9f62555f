/// A cell of a source that says itself what its values are: a spreadsheet, JSON, a database.
package enum GridCell: Hashable, Sendable {
  /// Read as a CSV cell is: it may be a number written as text, or a missing mark. Truth values are `true` and
  /// `false`, dates `2022-01-31`.
  case text(String)
  case number(Double)
  /// `99 %` is 99.
  case percent(Double)
  case missing(MissingKind)
  /// Missing as the producer's empty cells are.
  case empty
}

extension GridCell {
  /// The number of a percentage that is stored as a fraction: 0.57 is 57, not 56.99999999999999.
  static func percent(fraction: Double) -> GridCell {
    // The shortest decimals that stand for the fraction are what was typed; moving their point does not round.
    let parts = "\(fraction)".split(separator: "e")
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    return .percent(Double("\(parts[0])e\(exponent + 2)") ?? fraction * 100)
  }

  /// What a person would type to find the cell.
  var text: String {
    switch self {
    case .text(let text): text
    case .number(let number): plainText(number)
    case .percent(let number): plainText(number) + "%"
    case .missing, .empty: ""
    }
  }
}

/// A number as its shortest decimals, whole ones without a point.
private func plainText(_ number: Double) -> String {
  Int(exactly: number).map(String.init) ?? "\(number)"
}
