/// Reads an arithmetic expression: numbers, columns, `+ - * /`, brackets and a few functions, and nothing else.
///
///     sum      = product { ("+" | "-") product }
///     product  = factor { ("*" | "/") factor }
///     factor   = "-" factor | number | name [ "(" [ sum { "," sum } ] ")" ] | "[" any name "]" | "(" sum ")"
///
/// A column whose name has spaces or signs stands in square brackets. Numbers take a decimal point, since a
/// comma parts arguments.
package func parseExpression(_ text: String) throws(ExpressionError) -> Expression {
  var parser = ExpressionParser(text)
  return try parser.whole()
}

private struct ExpressionParser {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var depth = 0

  /// No report's formula nests so deep, and a parser that recurses must stop somewhere.
  private static let deepest = 100

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  mutating func whole() throws(ExpressionError) -> Expression {
    let expression = try sum()
    skipSpaces()
    guard position == scalars.count else { throw unexpected() }
    return expression
  }

  private mutating func sum() throws(ExpressionError) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw error(.tooDeep, at: position) }
    var left = try product()
    while let sign = take(.add, .subtract) { left = .binary(sign, left, try product()) }
    return left
  }

  private mutating func product() throws(ExpressionError) -> Expression {
    var left = try factor()
    while let sign = take(.multiply, .divide) { left = .binary(sign, left, try factor()) }
    return left
  }

  private mutating func factor() throws(ExpressionError) -> Expression {
    var isNegative = false
    while take(.subtract) != nil { isNegative.toggle() }
    let value = try primary()
    return isNegative ? .negative(value) : value
  }

  private mutating func primary() throws(ExpressionError) -> Expression {
    skipSpaces()
    guard position < scalars.count else { throw unexpected() }
    let start = position
    switch scalars[position] {
    case "(":
      position += 1
      let inner = try sum()
      guard take(")") else { throw error(.unclosed, at: start) }
      return inner
    case "[":
      guard let end = scalars[start...].firstIndex(of: "]") else { throw error(.unclosed, at: start) }
      position = end + 1
      return .column(name(start + 1..<end))
    case "0"..."9", ".":
      return try number()
    default:
      guard isNameStart(scalars[position]) else { throw unexpected() }
      while position < scalars.count, isNamePart(scalars[position]) { position += 1 }
      let name = name(start..<position)
      return take("(") ? try call(name) : .column(name)
    }
  }

  private mutating func number() throws(ExpressionError) -> Expression {
    let start = position
    while position < scalars.count, scalars[position] == "." || ("0"..."9").contains(scalars[position]) {
      position += 1
    }
    guard let value = Double(string(start..<position)) else {
      throw ExpressionError(
        reason: .unexpected(string(start..<position)), offset: start, length: position - start)
    }
    return .number(value)
  }

  private mutating func call(_ name: Expression.Name) throws(ExpressionError) -> Expression {
    guard let function = Expression.Function(rawValue: name.text) else {
      throw ExpressionError(reason: .unknownFunction(name.text), offset: name.offset, length: name.length)
    }
    var arguments: [Expression] = []
    if !take(")") {
      repeat { arguments.append(try sum()) } while take(",")
      guard take(")") else { throw error(.unclosed, at: name.offset) }
    }
    guard function.arity.contains(arguments.count) else {
      throw ExpressionError(reason: .wrongArity(function), offset: name.offset, length: name.length)
    }
    return .call(function, arguments)
  }

  // MARK: Characters

  private mutating func skipSpaces() {
    while position < scalars.count, scalars[position].properties.isWhitespace { position += 1 }
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    skipSpaces()
    guard position < scalars.count, scalars[position] == sign else { return false }
    position += 1
    return true
  }

  private mutating func take(_ signs: Expression.Operator...) -> Expression.Operator? {
    skipSpaces()
    guard position < scalars.count, let sign = Expression.Operator(rawValue: Character(scalars[position])),
      signs.contains(sign)
    else { return nil }
    position += 1
    return sign
  }

  private func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar == "_"
  }

  private func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    isNameStart(scalar) || ("0"..."9").contains(scalar)
  }

  private func name(_ range: Range<Int>) -> Expression.Name {
    Expression.Name(text: string(range), offset: range.lowerBound, length: range.count)
  }

  private func string(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }

  private func unexpected() -> ExpressionError {
    let found = position < scalars.count ? String(Character(scalars[position])) : ""
    return error(.unexpected(found), at: min(position, max(0, scalars.count - 1)))
  }

  private func error(_ reason: ExpressionError.Reason, at offset: Int) -> ExpressionError {
    ExpressionError(reason: reason, offset: offset, length: 1)
  }
}
