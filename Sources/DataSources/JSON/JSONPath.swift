/// Where the rows of a JSON document are: `features[].properties`, `data.items`.
///
///     path = key [ "[]" ] { "." key [ "[]" ] }
///
/// `[]` goes into each item of a list. What the path leads to is a list of objects, or one object for each item.
package struct JSONPath: Hashable, Sendable {
  enum Step: Hashable, Sendable {
    case key(String)
    case each
  }

  let steps: [Step]

  /// A document that is itself the list.
  static let root = JSONPath(steps: [])

  private init(steps: [Step]) { self.steps = steps }

  /// The path that an author writes; `nil` for anything else.
  package init?(written text: String) {
    var steps: [Step] = []
    for part in text.split(separator: ".", omittingEmptySubsequences: false) {
      let isList = part.hasSuffix("[]")
      let key = isList ? part.dropLast(2) : part
      guard !key.isEmpty || (isList && steps.isEmpty), !key.contains(where: { "[]".contains($0) }) else {
        return nil
      }
      if !key.isEmpty { steps.append(.key(String(key))) }
      if isList { steps.append(.each) }
    }
    self.steps = steps
  }
}
