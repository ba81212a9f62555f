import Expressions
import Testing

/// An expression with all its brackets.
private func bracketed(_ expression: Expression) -> String {
  switch expression {
  case .number(let number): "\(number)"
  case .column(let name): name.text
  case .negative(let inner): "-\(bracketed(inner))"
  case .binary(let sign, let left, let right): "(\(bracketed(left)) \(sign.rawValue) \(bracketed(right)))"
  case .call(let function, let arguments):
    "\(function.rawValue)(\(arguments.map(bracketed).joined(separator: ", ")))"
  }
}

@Test(
  "A formula is read as arithmetic is",
  arguments: [
    ("a", "a"), ("1.5", "1.5"), (" a+b * c ", "(a + (b * c))"),  // products before sums
    ("a - b - c", "((a - b) - c)"), ("a / b / c", "((a / b) / c)"),  // from the left
    ("(a + b) * c", "((a + b) * c)"), ("-a * b", "(-a * b)"), ("a - -b", "(a - -b)"), ("--a", "a"),
    ("[T1 2018] / [T3 2017]", "(T1 2018 / T3 2017)"),  // names with spaces
    ("taux_é2 * 100", "(taux_é2 * 100.0)"), ("100*sum(a)/sum(b)", "((100.0 * sum(a)) / sum(b))"),
    ("mean(taux, pop)", "mean(taux, pop)"), ("count()", "count()"),
    ("round(a / 3, 1)", "round((a / 3.0), 1.0)"),
  ])
func reads(text: String, expected: String) throws {
  #expect(bracketed(try parseExpression(text)) == expected)
}

@Test(
  "What is not arithmetic is refused where it stands",
  arguments: [
    ("", ExpressionError.Reason.unexpected(""), 0), ("a +", .unexpected(""), 2), ("a b", .unexpected("b"), 2),
    ("a; DROP TABLE x", .unexpected(";"), 1), ("'texte'", .unexpected("'"), 0),
    ("a = b", .unexpected("="), 2),
    ("a ** b", .unexpected("*"), 3), ("(a", .unclosed, 0), ("[a", .unclosed, 0), ("sum(a", .unclosed, 0),
    ("load(a)", .unknownFunction("load"), 0), ("a + sqrt(b)", .unknownFunction("sqrt"), 4),
    ("sum()", .wrongArity(.sum), 0), ("abs(a, b)", .wrongArity(.abs), 0), ("1.2.3", .unexpected("1.2.3"), 0),
    ("1,5", .unexpected(","), 1), ("a % b", .unexpected("%"), 2), ("$a", .unexpected("$"), 0),
  ])
func refuses(text: String, reason: ExpressionError.Reason, offset: Int) throws {
  let error = #expect(throws: ExpressionError.self) { try parseExpression(text) }
  #expect(error?.reason == reason)
  #expect(error?.offset == offset)
}

@Test("Brackets without end are refused before the parser runs out of stack")
func deep() {
  let error = #expect(throws: ExpressionError.self) {
    try parseExpression(String(repeating: "(", count: 100_000) + "a")
  }
  #expect(error?.reason == .tooDeep)
}

@Test("Functions over rows are told from those in a row, whatever stands around them")
func overRows() throws {
  #expect(try parseExpression("100 * sum(a) / count()").isOverRows)
  #expect(try !parseExpression("round(abs(a) - 1)").isOverRows)
  #expect(try parseExpression("a * [b c]").columns.map(\.text) == ["a", "b c"])
}
