import Diagnostics
import Yams

/// What a template is filled with: `$territoire` in any text stands for the value of that name.
struct ParameterValues: Hashable, Sendable {
  private var values: [String: String] = [:]

  mutating func set(_ name: String, to value: String) { values[name] = value }

  var names: [String] { values.keys.sorted() }

  /// A text with each `$name` of a parameter replaced. Any other `$` stays as it is: prices have some too.
  func fill(_ text: String) -> String {
    guard !values.isEmpty, text.contains("$") else { return text }
    var filled = ""
    var rest = text[...]
    while let sign = rest.firstIndex(of: "$") {
      filled += rest[..<sign]
      rest = rest[rest.index(after: sign)...]
      let name = String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
      if let value = values[name] {
        filled += value
        rest = rest.dropFirst(name.count)
      } else {
        filled += "$"
      }
    }
    return filled + rest
  }
}

extension SpecReader {
  /// Reads the values that parameters have unless a run sets others.
  mutating func readParameters(_ node: Node?) {
    for (name, value) in entries(node, of: Bilingual(fr: "parameters", en: "parameters")) {
      if let value = text(value) { parameters.set(name.value, to: value.value) }
    }
  }
}
