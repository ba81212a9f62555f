import Diagnostics
import DrawList
import Model

/// A stage whose result can be had as text.
package enum DumpStage: String, Hashable, Sendable, CaseIterable { case spec, model, data, figures, pages }

extension Pipeline {
  /// Any stage's result as text, for people and for tests.
  package mutating func dump(_ stage: DumpStage) throws -> String {
    switch stage {
    case .spec: return outline(of: try spec())
    case .model: return outline(of: try report())
    case .data:
      let report = try report()
      let tables = try shapedTables(of: report).tables
      let origins =
        report.sources.elements.map { TableOrigin.source($0.id) }
        + report.tables.elements.map { TableOrigin.table($0.id) }
      return origins.compactMap { tables[$0]?.listing }.joined(separator: "\n")
    case .figures: return outline(of: try publication())
    case .pages: return try document().text
    }
  }
}

/// A value as an indented outline, a line a field. Places, which only diagnostics need, are left out.
private func outline(of value: Any) -> String {
  var lines: [String] = []
  append(value, label: nil, depth: 0, to: &lines)
  return lines.joined(separator: "\n") + "\n"
}

private func append(_ value: Any, label: String?, depth: Int, to lines: inout [String]) {
  let indent = String(repeating: "  ", count: depth)
  let name = label.map { "\($0): " } ?? ""
  let mirror = Mirror(reflecting: value)
  switch mirror.displayStyle {
  case .optional:
    // An optional that holds nothing has nothing to say.
    if let inside = mirror.children.first { append(inside.value, label: label, depth: depth, to: &lines) }
  case .collection, .set:
    guard !mirror.children.isEmpty else { return }
    lines.append(indent + (label ?? "list") + ":")
    for (index, child) in mirror.children.enumerated() {
      append(child.value, label: "\(index + 1)", depth: depth + 1, to: &lines)
    }
  case .enum where mirror.children.isEmpty:
    lines.append(indent + name + "\(value)")
  case .enum, .tuple, .struct, .class, .dictionary, .foreignReference:
    appendFields(of: mirror, value, label: label, depth: depth, to: &lines)
  case nil:
    lines.append(indent + name + quoted("\(value)"))
  @unknown default:
    lines.append(indent + name + quoted("\(value)"))
  }
}

private func appendFields(
  of mirror: Mirror, _ value: Any, label: String?, depth: Int, to lines: inout [String]
) {
  if value is Place { return }
  let fields = mirror.children.filter { !($0.value is Place) && $0.label != "positions" }
  // What only wraps a value, as a place or a name does, is shown as the value.
  if fields.count == 1, let only = fields.first,
    only.label == "value" || only.label == "name" || only.label == "elements"
  {
    append(only.value, label: label, depth: depth, to: &lines)
    return
  }
  if mirror.children.isEmpty {
    lines.append(String(repeating: "  ", count: depth) + (label.map { "\($0): " } ?? "") + quoted("\(value)"))
    return
  }
  if let label { lines.append(String(repeating: "  ", count: depth) + label + ":") }
  for field in fields {
    let isPositional = field.label?.hasPrefix(".") ?? true
    append(
      field.value, label: isPositional ? nil : field.label, depth: depth + (label == nil ? 0 : 1), to: &lines)
  }
}

/// A text on one line, its line ends and no-break spaces visible.
private func quoted(_ text: String) -> String {
  text.replacing("\n", with: "⏎").replacing("\u{A0}", with: "\\u{A0}").replacing(
    "\u{202F}", with: "\\u{202F}")
}
