/// A cell of tables that are published together.
package struct TableCell: Hashable, Sendable {
  /// Names one figure: where it stands in several tables, or several times in one, it is one cell.
  package let id: String
  /// A count or an amount, 0 or more.
  package let value: Double
  /// How many units are counted in the cell; for a table of counts, its value. `nil` if not known.
  package let units: Double?
  /// How many contributors an amount comes from; `nil` if not known.
  package let contributors: Int?
  /// The fractions of the cell that its largest contributors make up, from the largest on, as far as known.
  package let largestShares: [Double]
  /// Whether the cell is known to readers whatever happens here, or may not be hidden.
  package let isFixed: Bool

  package init(
    id: String, value: Double, units: Double? = nil, contributors: Int? = nil, largestShares: [Double] = [],
    isFixed: Bool = false
  ) {
    precondition(value >= 0 && value.isFinite, "a cell of a protected table is 0 or more")
    self.id = id
    self.value = value
    self.units = units
    self.contributors = contributors
    self.largestShares = largestShares
    self.isFixed = isFixed
  }

  /// Whether one unit alone stands behind the cell, which then knows it.
  var isSingle: Bool { contributors == 1 || (contributors == nil && units == 1) }
}

/// A cell that is the sum of others: a row, a column, or a district of its neighbourhoods.
///
/// Two cells that hold one figure under two names are a sum of one part.
package struct TableSum: Hashable, Sendable {
  package let total: String
  package let parts: [String]

  package init(total: String, parts: [String]) {
    self.total = total
    self.parts = parts
  }
}

/// What becomes of a cell.
package enum CellOutcome: Hashable, Sendable {
  case published
  /// Hidden for what it is.
  case primary(PrimaryReason)
  /// Hidden so that no other can be computed.
  case complementary

  package var isHidden: Bool {
    switch self {
    case .published: false
    case .primary, .complementary: true
    }
  }
}

package enum PrimaryReason: Hashable, Sendable {
  case fewUnits
  case fewContributors
  /// The largest contributors make up too much of the cell.
  case dominated
  /// The second contributor could estimate the largest too closely.
  case closeEstimate
  /// The rule asks for what is not known of the cell.
  case unknown
}
