/// Values that are kept while they are asked for, in two generations: when the younger one is full, the elder goes, with
/// what nobody has asked for since. So memory does not grow with what comes by once.
struct Generations<Key: Hashable, Value> {
  private var young: [Key: Value] = [:]
  private var old: [Key: Value] = [:]
  private var used = 0
  /// What the keys of a generation may take together.
  private let room: Int

  init(room: Int) { self.room = room }

  /// The value of a key, made now if it is not at hand.
  ///
  /// - Parameter size: what the key takes of the room.
  mutating func value(for key: Key, size: @autoclosure () -> Int = 1, make: () -> Value) -> Value {
    if let value = young[key] { return value }
    let value = old[key] ?? make()
    if used >= room { (old, young, used) = (young, [:], 0) }
    young[key] = value
    used += size()
    return value
  }
}
