import Diagnostics
import Spec

/// Numbers that are printed as something else than themselves; they stay what they are where rows are ordered, summed up
/// or drawn.
extension TableArranger {
  mutating func substituteNumbers() {
    for column in table.columns.indices {
      guard let spec = table.columns[column].spec, spec.hasSubstitutes else { continue }
      if table.columns[column].isText {
        diagnostics.report(
          .error(
            .substituteInTexts(table.columns[column].name.value), at: spec.name.place,
            hints: textHints(of: column)))
        continue
      }
      for row in table.rows.indices where table.rows[row].kind == .data {
        guard let number = table.rows[row].cells[column].number,
          let text = substitute(for: number, spec, table.columns[column].print)
        else { continue }
        table.rows[row].cells[column].text = set(text)
      }
    }
  }

  /// “< 5” for 3 where 5 is small, “≥ 100” for 130 where 100 is large; `nil` for the number itself.
  private func substitute(for number: Double, _ spec: ColumnSpec, _ print: (Double) -> String) -> String? {
    if number == 0 { return spec.zero?.value }
    let size = abs(number)
    let sign = number < 0 ? -1.0 : 1.0
    if let small = spec.small?.value, size < small {
      return (sign < 0 ? ">" : "<") + "\u{A0}" + print(sign * small)
    }
    if let large = spec.large?.value, size >= large {
      return (sign < 0 ? "≤" : "≥") + "\u{A0}" + print(sign * large)
    }
    return nil
  }
}

extension ColumnSpec {
  fileprivate var hasSubstitutes: Bool { small != nil || large != nil || zero != nil }
}

extension Diagnostic.Message {
  fileprivate static func substituteInTexts(_ name: String) -> Self {
    Self(
      "substitute-in-texts",
      fr: "« \(name) » contient des textes : « small », « large » et « zero » sont pour des nombres",
      en: "“\(name)” holds texts: “small”, “large” and “zero” are for numbers")
  }
}
