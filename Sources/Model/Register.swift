/// The name under which something is declared in a report.
package struct ID<Subject>: Hashable, Sendable {
  package let name: String

  package init(_ name: String) { self.name = name }
}

/// Something declared under a name.
package protocol Declared: Hashable, Sendable {
  var id: ID<Self> { get }
}

/// What is declared under one key of a report, in the author's order, found by name.
package struct Register<Element: Declared>: Hashable, Sendable {
  package private(set) var elements: [Element] = []
  private var positions: [String: Int] = [:]

  package init() {}

  package mutating func add(_ element: Element) {
    guard positions[element.id.name] == nil else { return }
    positions[element.id.name] = elements.count
    elements.append(element)
  }

  package func find(_ name: String) -> Element? { positions[name].map { elements[$0] } }

  /// The element of an id, which has been checked when it was made.
  package subscript(id: ID<Element>) -> Element {
    guard let element = find(id.name) else {
      preconditionFailure("`\(id.name)` was resolved but is not declared")
    }
    return element
  }

  package var names: [String] { elements.map(\.id.name) }
}
