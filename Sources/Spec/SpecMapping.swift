import Diagnostics
import Yams

/// The words that may be keys of one mapping.
protocol SpecKey: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == String {}

/// A mapping with known keys.
struct SpecMapping<Key: SpecKey> {
  /// The keys that were written, in their order, and what is under each.
  ///
  /// They are few. A dictionary would be slower, and the first one of each kind of keys takes Swift a search through all
  /// types of the program.
  private var keys: [Key] = []
  private var nodes: [Node] = []
  /// Where to point when something is missing from it.
  let place: Place
  let what: Bilingual

  init(place: Place, what: Bilingual) {
    self.place = place
    self.what = what
  }

  /// Of two keys that became one when parameters were filled in, the last counts.
  subscript(key: Key) -> Node? { keys.lastIndex(of: key).map { nodes[$0] } }

  mutating func add(_ node: Node, under key: Key) {
    keys.append(key)
    nodes.append(node)
  }
}
