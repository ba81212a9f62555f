import Diagnostics
import Yams

/// Reads the tables that a report makes from its sources.
extension SpecReader {
  enum ShapedTableKey: String, SpecKey { case from, steps }

  mutating func shapedTable(named id: Located<String>, _ node: Node) -> ShapedTableSpec? {
    let what = Bilingual(fr: "table « \(id.value) »", en: "table “\(id.value)”")
    guard let keys = mapping(node, of: what, owner: id.place, as: ShapedTableKey.self) else { return nil }
    let from = text(keys[.from])
    let steps = required(.steps, in: keys).map { items($0) } ?? []
    return ShapedTableSpec(id: id, from: from, steps: steps.compactMap { step($0) })
  }

  /// The word a step starts with.
  enum StepWord: String, SpecKey { case keep, drop, rename, split, long, wide, join, compute, group, query }

  private mutating func step(_ node: Node) -> StepSpec? {
    let what = Bilingual(fr: "une étape", en: "a step")
    let steps = pairs(node, of: what)
    guard let (word, content) = steps.first else { return nil }
    guard let kind = StepWord(rawValue: word.value) else {
      let known = StepWord.allCases.map(\.rawValue)
      diagnostics.report(
        .error(
          .unknownStep(word.value), at: word.place, hints: .suggestion(for: word.value, among: known)))
      return nil
    }
    for (stray, _) in steps.dropFirst() {
      diagnostics.report(.error(.severalSteps(stray.value), at: stray.place, hints: [.oneStepADash]))
    }
    return step(kind, content, at: word.place)
  }

  private mutating func step(_ kind: StepWord, _ node: Node, at place: Place) -> StepSpec? {
    switch kind {
    case .keep: return .keep(columnTexts(node, kind))
    case .drop: return .drop(columnTexts(node, kind))
    case .rename:
      return .rename(
        pairs(node, of: what(kind)).compactMap { old, new in text(new).map { Renaming(old: old, new: $0) } })
    case .split: return split(node, at: place)
    case .long: return long(node, at: place)
    case .wide: return wide(node, at: place)
    case .join: return join(node, at: place).map(StepSpec.join)
    case .compute: return .compute(namedExpressions(node, kind))
    case .group: return group(node, at: place)
    case .query: return text(node).map(StepSpec.query)
    }
  }

  private func what(_ kind: StepWord) -> Bilingual { Bilingual(fr: kind.rawValue, en: kind.rawValue) }

  private mutating func columnTexts(_ node: Node, _ kind: StepWord) -> [ColumnTexts] {
    pairs(node, of: what(kind)).map { column, value in ColumnTexts(column: column, texts: texts(value)) }
  }

  private mutating func namedExpressions(_ node: Node?, _ kind: StepWord) -> [NamedExpression] {
    pairs(node, of: what(kind)).compactMap { name, value in
      text(value).map { NamedExpression(name: name, text: $0) }
    }
  }

  enum SplitKey: String, SpecKey { case column, by }

  private mutating func split(_ node: Node, at place: Place) -> StepSpec? {
    guard let keys = mapping(node, of: what(.split), owner: place, as: SplitKey.self) else { return nil }
    let column = requiredText(.column, in: keys)
    let by = requiredText(.by, in: keys)
    guard let column, let by else { return nil }
    return .split(column: column, by: by)
  }

  enum LongKey: String, SpecKey { case columns, names, values }

  private mutating func long(_ node: Node, at place: Place) -> StepSpec? {
    guard let keys = mapping(node, of: what(.long), owner: place, as: LongKey.self) else { return nil }
    let columns = requiredTexts(.columns, in: keys)
    let names = requiredText(.names, in: keys)
    let values = requiredText(.values, in: keys)
    guard let columns, let names, let values else { return nil }
    return .long(columns: columns, names: names, values: values)
  }

  enum WideKey: String, SpecKey { case names, values }

  private mutating func wide(_ node: Node, at place: Place) -> StepSpec? {
    guard let keys = mapping(node, of: what(.wide), owner: place, as: WideKey.self) else { return nil }
    let names = requiredText(.names, in: keys)
    let values = requiredText(.values, in: keys)
    guard let names, let values else { return nil }
    return .wide(names: names, values: values)
  }

  enum JoinKey: String, SpecKey { case with, on, columns, unmatched }

  private mutating func join(_ node: Node, at place: Place) -> JoinSpec? {
    guard let keys = mapping(node, of: what(.join), owner: place, as: JoinKey.self) else { return nil }
    let with = requiredText(.with, in: keys)
    let on = required(.on, in: keys).map { joinKeys($0) }
    let columns = texts(keys[.columns])
    let unmatched = choice(keys[.unmatched], UnmatchedRows.self)
    guard let with, let on else { return nil }
    return JoinSpec(place: place, with: with, keys: on, columns: columns, unmatched: unmatched)
  }

  /// `on: code` where both tables call the key so, `on: { code: siren }` where they do not.
  private mutating func joinKeys(_ node: Node) -> [JoinSpec.Key] {
    if node.mapping == nil { return texts(node).map { JoinSpec.Key(here: $0, there: $0) } }
    return pairs(node, of: what(.join)).compactMap { here, there in
      text(there).map { JoinSpec.Key(here: here, there: $0) }
    }
  }

  enum GroupKey: String, SpecKey { case by, compute }

  private mutating func group(_ node: Node, at place: Place) -> StepSpec? {
    guard let keys = mapping(node, of: what(.group), owner: place, as: GroupKey.self) else { return nil }
    let by = texts(keys[.by])
    let compute = required(.compute, in: keys).map { namedExpressions($0, .group) }
    return compute.map { .group(by: by, $0) }
  }
}

extension Diagnostic.Message {
  fileprivate static func unknownStep(_ word: String) -> Self {
    Self("unknown-step", fr: "étape inconnue « \(word) »", en: "unknown step “\(word)”")
  }
  fileprivate static func severalSteps(_ word: String) -> Self {
    Self(
      "several-steps", fr: "« \(word) » est une deuxième étape sous le même tiret",
      en: "“\(word)” is a second step under one dash")
  }
}

extension Diagnostic.Hint {
  fileprivate static let oneStepADash = Self(
    fr: "commencez chaque étape par un tiret", en: "start each step with a dash")
}
