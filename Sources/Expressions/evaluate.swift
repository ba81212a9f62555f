extension Expression {
  /// The value of an expression in which no function takes several rows together.
  ///
  /// - Parameter value: the value of a name.
  /// - Returns: `nil` for a division by zero, and for what is too large to be a number.
  package func value(_ value: (String) -> Double) -> Double? {
    guard let result = evaluated(value), result.isFinite else { return nil }
    return result
  }

  private func evaluated(_ value: (String) -> Double) -> Double? {
    switch self {
    case .number(let number): number
    case .column(let name): value(name.text)
    case .negative(let inner): inner.evaluated(value).map { -$0 }
    case .binary(let sign, let left, let right):
      if let a = left.evaluated(value), let b = right.evaluated(value) { sign.applied(to: a, b) } else { nil }
    case .call(let function, let arguments): call(function, arguments.map { $0.evaluated(value) })
    }
  }

  private func call(_ function: Function, _ arguments: [Double?]) -> Double? {
    guard let first = arguments.first, let number = first else { return nil }
    switch function {
    case .abs: return Swift.abs(number)
    case .round:
      guard arguments.count > 1 else { return number.rounded() }
      guard let decimals = arguments[1] else { return nil }
      var power = 1.0
      for _ in 0..<Int(min(15, max(0, decimals))) { power *= 10 }
      return (number * power).rounded() / power
    case .sum, .mean, .median, .min, .max, .count, .share:
      preconditionFailure("functions over rows are refused where there are none")
    }
  }
}

extension Expression.Operator {
  fileprivate func applied(to a: Double, _ b: Double) -> Double? {
    switch self {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: b == 0 ? nil : a / b
    }
  }
}
