/// The value that a cell, or a constraint, stands for: what constraints compare.
enum SchemaValue: Hashable {
  case number(Double)
  /// A text that sorts as the moment does.
  case moment(String)
  case boolean(Bool)
  case text(String)

  /// Whether it comes before another of its kind; `nil` where they cannot be compared.
  func isLess(than other: SchemaValue) -> Bool? {
    switch (self, other) {
    case (.number(let a), .number(let b)): a < b
    case (.moment(let a), .moment(let b)): a < b
    case (.number, _), (.moment, _), (.boolean, _), (.text, _): nil
    }
  }
}

extension FieldType {
  /// The value of a cell that is not missing; `nil` where the cell is not of this type.
  ///
  /// - Parameter number: the cell, if its file keeps it as a number rather than as text.
  func value(of text: String, number: Double? = nil) -> SchemaValue? {
    switch self {
    case .any, .unchecked: return .text(text)
    case .string(let format): return format.accepts(text) ? .text(text) : nil
    case .number(let form): return (number ?? form.number(text)).map { .number($0) }
    case .integer(let form):
      guard let value = number ?? form.integer(text), value == value.rounded() else { return nil }
      return .number(value)
    case .boolean(let yes, let no):
      if yes.contains(text) { return .boolean(true) }
      return no.contains(text) ? .boolean(false) : nil
    case .date(let pattern): return pattern.sortable(text).map { .moment($0) }
    case .year:
      let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
      guard digits.utf8.count == 4, digits.utf8.allSatisfy(ASCII.isDigit) else { return nil }
      return Double(text).map { .number($0) }
    case .yearMonth: return DatePattern("%Y-%m", type: "yearmonth")?.sortable(text).map { .moment($0) }
    }
  }

  /// Whether its values are written as dates are.
  var isMoment: Bool {
    switch self {
    case .date, .yearMonth: true
    case .any, .unchecked, .string, .number, .integer, .boolean, .year: false
    }
  }
}

extension FieldType.StringFormat {
  fileprivate func accepts(_ text: String) -> Bool {
    switch self {
    case .plain, .binary: true
    case .email: text.wholeMatch(of: /[^@\s]+@[^@\s]+\.[^@\s]+/) != nil
    case .uri: text.wholeMatch(of: /[A-Za-z][A-Za-z0-9+.\-]*:\S+/) != nil
    case .uuid: text.wholeMatch(of: /[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}/) != nil
    }
  }
}

extension FieldType.NumberForm {
  /// - **Source**: *Table Schema*, “number”: the lexical form of XML Schema's decimals, with an exponent.
  func number(_ text: String) -> Double? {
    let written = normalized(text).replacing(decimalMark, with: ".")
    guard decimalMark == "." || !text.contains(".") || groupMark == ".",
      isDecimal(written)
    else { return nil }
    return Double(written)
  }

  func integer(_ text: String) -> Double? {
    let written = normalized(text)
    guard isInteger(written[...]) else { return nil }
    return Double(written)
  }

  private func normalized(_ text: String) -> String {
    let bare = isBare ? text : text.trimmingSigns()
    return groupMark.isEmpty ? bare : bare.replacing(groupMark, with: "")
  }
}

/// `[+-]digits`.
private func isInteger(_ text: Substring) -> Bool {
  let digits = text.first.map { "+-".contains($0) } ?? false ? text.dropFirst() : text
  return !digits.isEmpty && digits.utf8.allSatisfy(ASCII.isDigit)
}

/// `[+-]digits[.digits][e[+-]digits]`, with digits on one side of the point at least. Read by hand, since a pattern
/// would be compiled for each cell.
private func isDecimal(_ text: String) -> Bool {
  let parts = text.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
  guard let mantissa = parts.first, parts.count <= 2, parts.dropFirst().allSatisfy(isInteger) else {
    return false
  }
  let digits = mantissa.first.map { "+-".contains($0) } ?? false ? mantissa.dropFirst() : mantissa
  let sides = digits.split(separator: ".", omittingEmptySubsequences: false)
  return sides.count <= 2 && digits.utf8.contains(where: ASCII.isDigit)
    && sides.allSatisfy { $0.utf8.allSatisfy(ASCII.isDigit) }
}

extension String {
  /// The text without what is no part of a number before and behind it: `95 %`, `€ 12`.
  fileprivate func trimmingSigns() -> String {
    guard let first = firstIndex(where: { $0.isASCII && $0.isNumber || "+-".contains($0) }),
      let last = lastIndex(where: { $0.isASCII && $0.isNumber })
    else { return self }
    return first <= last ? String(self[first...last]) : self
  }
}
