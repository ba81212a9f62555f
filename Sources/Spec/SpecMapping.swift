import Diagnostics
import Yams

/// The words that may be keys of one mapping.
protocol SpecKey: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == String {}

/// A mapping with known keys.
struct SpecMapping<Key: SpecKey> {
  let nodes: [Key: Node]
  /// Where to point when something is missing from it.
  let place: Place
  let what: Bilingual

  subscript(key: Key) -> Node? { nodes[key] }
}
