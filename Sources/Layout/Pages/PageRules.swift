import DrawList

/// What makes a page ugly, and by how much.
///
/// Costs are in one unit, of which a page with a tenth of its height left white has one. Only their proportions
/// matter: a hole of a fifth of the page (4) is as bad as a table that goes on on the next page.
///
/// - **Source**: the model of M. Plass, *Optimal Pagination Techniques for Automatic Typesetting Systems* (Stanford,
///   1981), with citations weighed as A. Brüggemann-Klein, R. Klein and S. Wohlfeil do in *On the Pagination of
///   Complex Documents* (2003). The costs are our own, found by looking at reports.
enum PageRules {
  /// A page more.
  static let page = 1.0
  /// A page left white from top to bottom; the cost of a part of it grows with its square.
  static let hole = 100.0
  /// White stretched, or shrunk, as far as it may be; less of it costs by its cube.
  static let stretched = 2.0
  static let shrunk = 3.0
  /// A last page with so little on it that it looks like a mistake.
  static let straggler = 4.0
  /// How much of its page is little.
  static let stragglerShare = 0.125
  /// A paragraph that goes on on the next page.
  static let brokenParagraph = 0.5
  /// An entry of the list of sources that goes on on the next page.
  static let brokenEntry = 3.0
  /// A table that goes on on the next page.
  static let brokenTable = 4.0
  /// A page that ends within a paragraph or a table although there is room for more of it: two half-empty pages would
  /// else cost less than a full one and an emptier one.
  static let needlessBreak = 8.0
  /// A page that ends between figures and the first words that send the reader to them.
  static let citation = 2.0
  /// A float that waits for a later page.
  static let deferredFloat = 5.0
  /// A page with floats or notes only.
  static let withoutText = 1.0
  /// A note that goes on at the foot of the next page.
  static let carriedNote = 6.0
  /// A note of which nothing stands on the page of its mark: dearer than any hole.
  static let waitingNote = 200.0
  /// Facing pages of which one is empty and one full; less of a difference costs by its square.
  static let unlikeFacing = 20.0
  /// What should stay together and does not: dearer than any hole, cheaper than to leave the page.
  static let brokenKeep = 1_000.0
  /// A heading without what it heads.
  static let loneHeading = 5_000.0
  /// What leaves the page, and each point of it.
  static let overflow = 100_000.0
  static let overflowPoint = 100_000.0

  /// How much white between blocks may gain, and lose.
  static let stretch = 0.5
  static let shrink = 0.25
  /// The hole from which an author is told, as a share of the page.
  static let toldHole = 0.4
  /// What rounding may add to a full page.
  static let tolerance: Points = 0.01
}
