import Diagnostics

/// The rules of one field, ready to be held against cells.
struct FieldCheck {
  let field: SchemaField
  let column: Int
  /// What stands for a missing value, as it is written.
  let missing: Set<String>
  private let pattern: Regex<AnyRegexOutput>?

  init(_ field: SchemaField, column: Int, missing: Set<String>) {
    self.field = field
    self.column = column
    self.missing = missing
    pattern = field.constraints.pattern.flatMap { try? Regex($0) }
  }

  /// The first rule that a cell breaks.
  func broken(by text: String, number: Double?) -> SchemaRule? {
    let constraints = field.constraints
    if missing.contains(text) { return constraints.isRequired ? .required : nil }
    guard let value = field.type.value(of: text, number: number) else { return .type(field.type) }
    if let minLength = constraints.minLength, text.count < minLength { return .minLength(minLength) }
    if let maxLength = constraints.maxLength, text.count > maxLength { return .maxLength(maxLength) }
    if let source = constraints.pattern, let pattern, text.wholeMatch(of: pattern) == nil {
      return .pattern(source)
    }
    if let choices = constraints.choices, !choices.contains(value) {
      return .choice(choices.map(\.written))
    }
    return constraints.brokenBound(by: value)
  }
}

extension FieldConstraints {
  fileprivate func brokenBound(by value: SchemaValue) -> SchemaRule? {
    if let minimum, value.isLess(than: minimum) == true { return .minimum(minimum.written) }
    if let maximum, maximum.isLess(than: value) == true { return .maximum(maximum.written) }
    if let above, above.isLess(than: value) == false { return .minimum(above.written) }
    if let below, value.isLess(than: below) == false { return .maximum(below.written) }
    return nil
  }
}

extension SchemaValue {
  fileprivate var written: String {
    switch self {
    case .number(let number): GridCell.number(number).text
    case .moment(let moment): moment.replacing("-00-00-00", with: "")
    case .boolean(let boolean): boolean ? "true" : "false"
    case .text(let text): text
    }
  }
}
