/// A value for each word of a closed list: none is missing.
package struct RoleTable<Role, Value>: Hashable, Sendable
where
  Role: RawRepresentable & Hashable & Sendable & CaseIterable, Role.RawValue == String,
  Value: Hashable & Sendable
{
  private var values: [Role: Value]

  package init(_ value: (Role) -> Value) {
    values = Dictionary(uniqueKeysWithValues: Role.allCases.map { ($0, value($0)) })
  }

  package subscript(role: Role) -> Value {
    guard let value = values[role] else { preconditionFailure("each role has its value") }
    return value
  }
}

extension RoleTable: CustomReflectable {
  /// In the order of the list, since a dictionary has none.
  package var customMirror: Mirror {
    Mirror(
      self, children: Role.allCases.map { (label: $0.rawValue, value: self[$0]) }, displayStyle: .struct)
  }
}
