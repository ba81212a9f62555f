import Diagnostics
import Expressions
import Spec

/// Resolves the tables that a report makes: each may use sources and the tables above it.
extension Resolver {
  mutating func declareTables() {
    for table in spec.tables {
      let name = table.id.value
      if sources.find(name) != nil || tables.find(name) != nil {
        diagnostics.report(.error(.declaredTwice(name), at: table.id.place))
      }
      if let resolved = resolve(table) { add(resolved) }
    }
  }

  private mutating func resolve(_ spec: ShapedTableSpec) -> ShapedTable? {
    let from = spec.from.flatMap { origin(named: $0) }
    if spec.from == nil {
      guard case .query = spec.steps.first else {
        diagnostics.report(.error(.tableFromNothing(spec.id.value), at: spec.id.place, hints: [.addFrom]))
        return nil
      }
    } else if from == nil {
      return nil
    }
    return ShapedTable(
      id: ID(spec.id.value), place: spec.id.place, from: from, steps: spec.steps.compactMap { step($0) })
  }

  /// A source or table by the name an author wrote, or a report that there is none.
  mutating func origin(named name: Located<String>) -> TableOrigin? {
    if let source = sources.find(name.value) { return .source(source.id) }
    if let table = tables.find(name.value) { return .table(table.id) }
    let known = sources.names + tables.names
    diagnostics.report(
      .error(.unknownTable(name.value), at: name.place, hints: .suggestion(for: name.value, among: known)))
    return nil
  }

  private mutating func step(_ spec: StepSpec) -> Step? {
    switch spec {
    case .keep(let columns): return .keep(columns)
    case .drop(let columns): return .drop(columns)
    case .rename(let names): return .rename(names)
    case .split(let column, let by): return .split(column: column, by: by.value)
    case .long(let columns, let names, let values):
      return .long(columns: columns, names: names, values: values)
    case .wide(let names, let values): return .wide(names: names, values: values)
    case .join(let join): return self.join(join).map(Step.join)
    case .compute(let columns): return .compute(columns.compactMap { computed($0, overRows: false) })
    case .group(let by, let columns):
      return .group(by: by, columns.compactMap { computed($0, overRows: true) })
    case .query(let sql): return .query(sql)
    }
  }

  private mutating func join(_ spec: JoinSpec) -> Join? {
    guard let with = origin(named: spec.with) else { return nil }
    return Join(
      place: spec.place, with: with, keys: spec.keys, columns: spec.columns,
      unmatched: spec.unmatched?.value ?? .keep)
  }

  private mutating func computed(_ spec: NamedExpression, overRows: Bool) -> ComputedColumn? {
    let text = spec.text
    do {
      let expression = try parseExpression(text.value)
      if expression.isOverRows != overRows {
        let message: Diagnostic.Message = overRows ? .notOverRows(text.value) : .overRows(text.value)
        diagnostics.report(
          .error(message, at: text.place, hints: overRows ? [.rowFunctions] : [.groupFirst]))
        return nil
      }
      return ComputedColumn(name: spec.name, expression: expression, text: text)
    } catch {
      let place = text.place.part(offset: error.offset, length: error.length, of: text.value)
      diagnostics.report(.error(.notAnExpression(error.reason), at: place, hints: hints(for: error.reason)))
      return nil
    }
  }

  private func hints(for reason: ExpressionError.Reason) -> [Diagnostic.Hint] {
    switch reason {
    case .unexpected: [.arithmeticOnly]
    case .unknownFunction(let name):
      .suggestion(for: name, among: Expression.Function.allCases.map(\.rawValue))
    case .unclosed, .wrongArity, .tooDeep: []
    }
  }
}

extension Diagnostic.Message {
  static func unknownTable(_ name: String) -> Self {
    Self("unknown-table", fr: "ni source ni table « \(name) »", en: "no source or table “\(name)”")
  }
  fileprivate static func tableFromNothing(_ name: String) -> Self {
    Self(
      "table-from-nothing", fr: "la table « \(name) » ne dit pas d’où viennent ses lignes",
      en: "the table “\(name)” does not say where its rows come from")
  }
  fileprivate static func overRows(_ text: String) -> Self {
    Self(
      "over-rows", fr: "« \(text) » prend plusieurs lignes ensemble",
      en: "“\(text)” takes several rows together")
  }
  fileprivate static func notOverRows(_ text: String) -> Self {
    Self(
      "not-over-rows", fr: "« \(text) » ne dit pas comment réunir les lignes d’un groupe",
      en: "“\(text)” does not say how to take a group's rows together")
  }
  static func notAnExpression(_ reason: ExpressionError.Reason) -> Self {
    switch reason {
    case .unexpected(""):
      Self("not-an-expression", fr: "il manque une valeur à ce calcul", en: "this formula lacks a value")
    case .unexpected(let found):
      Self(
        "not-an-expression", fr: "« \(found) » n’a pas sa place dans un calcul",
        en: "“\(found)” has no place in a formula")
    case .unclosed:
      Self("not-an-expression", fr: "cette parenthèse ne se ferme pas", en: "this bracket does not close")
    case .unknownFunction(let name):
      Self("not-an-expression", fr: "fonction inconnue « \(name) »", en: "unknown function “\(name)”")
    case .wrongArity(let function):
      Self(
        "not-an-expression",
        fr: "« \(function.rawValue) » prend \(words(function.arity)) valeur(s) entre parenthèses",
        en: "“\(function.rawValue)” takes \(words(function.arity)) value(s) between brackets")
    case .tooDeep:
      Self("not-an-expression", fr: "trop de parenthèses", en: "too many brackets")
    }
  }

  private static func words(_ arity: ClosedRange<Int>) -> String {
    arity.count == 1 ? "\(arity.lowerBound)" : "\(arity.lowerBound)–\(arity.upperBound)"
  }
}

extension Diagnostic.Hint {
  fileprivate static let addFrom = Self(
    fr: "ajoutez « from: » et le nom d’une source ou d’une table",
    en: "add “from:” and the name of a source or table")
  fileprivate static let arithmeticOnly = Self(
    fr:
      "un calcul est fait de nombres (12.5), de colonnes, de + - * / et de parenthèses ; une colonne dont le "
      + "nom a des espaces s’écrit [entre crochets]",
    en: "a formula is made of numbers, columns, + - * / and brackets; a column whose name has spaces is "
      + "written [in square brackets]")
  fileprivate static let rowFunctions = Self(
    fr:
      "par exemple : sum(colonne), mean(colonne), mean(colonne, poids), median(colonne), count(), share(colonne)",
    en: "for example: sum(column), mean(column), mean(column, weight), median(column), count(), share(column)"
  )
  fileprivate static let groupFirst = Self(
    fr: "les fonctions sur plusieurs lignes vont sous « group: compute: »",
    en: "functions over several rows go under “group: compute:”")
}
