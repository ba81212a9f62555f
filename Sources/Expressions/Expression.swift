/// An arithmetic expression over the columns of a table.
package indirect enum Expression: Hashable, Sendable {
  case number(Double)
  case column(Name)
  case negative(Expression)
  case binary(Operator, Expression, Expression)
  case call(Function, [Expression])

  package enum Operator: Character, Hashable, Sendable, CaseIterable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
  }

  /// A column's name, and how many Unicode scalars of the text stand before it.
  package struct Name: Hashable, Sendable {
    package let text: String
    package let offset: Int
    package let length: Int
  }

  /// What can be called. Those over rows only make sense where rows are grouped.
  package enum Function: String, Hashable, Sendable, CaseIterable {
    case abs, round
    case sum, mean, median, min, max, count, share

    package var isOverRows: Bool {
      switch self {
      case .abs, .round: false
      case .sum, .mean, .median, .min, .max, .count, .share: true
      }
    }

    /// How many arguments it takes.
    package var arity: ClosedRange<Int> {
      switch self {
      case .abs, .sum, .median, .min, .max, .share: 1...1
      case .round, .mean: 1...2
      case .count: 0...1
      }
    }
  }

  /// The columns it refers to, from left to right.
  package var columns: [Name] {
    switch self {
    case .number: []
    case .column(let name): [name]
    case .negative(let inner): inner.columns
    case .binary(_, let left, let right): left.columns + right.columns
    case .call(_, let arguments): arguments.flatMap(\.columns)
    }
  }

  /// Whether it takes several rows together.
  package var isOverRows: Bool {
    switch self {
    case .number, .column: false
    case .negative(let inner): inner.isOverRows
    case .binary(_, let left, let right): left.isOverRows || right.isOverRows
    case .call(let function, let arguments): function.isOverRows || arguments.contains(where: \.isOverRows)
    }
  }
}

/// Why a text is not an expression.
package struct ExpressionError: Error, Hashable {
  package enum Reason: Hashable, Sendable {
    /// Something that arithmetic does not have, or nothing where a value must stand.
    case unexpected(String)
    case unclosed
    case unknownFunction(String)
    case wrongArity(Expression.Function)
    case tooDeep
  }

  package let reason: Reason
  /// Where in the text, in Unicode scalars from 0.
  package let offset: Int
  package let length: Int
}
