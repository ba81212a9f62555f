import Foundation
import Synchronization

/// A value that another processor works out until it is asked for.
final class Ahead<Value: Sendable>: Sendable {
  private let found = Mutex<Value?>(nil)
  private let working = DispatchGroup()

  init(_ work: @escaping @Sendable () -> Value) {
    DispatchQueue.global().async(group: working) {
      let value = work()
      self.found.withLock { $0 = value }
    }
  }

  /// Waits for it, if need be.
  var value: Value {
    working.wait()
    guard let value = found.withLock(\.self) else { preconditionFailure("the work has been waited for") }
    return value
  }
}
