/// What more an element of a table says of itself.
///
/// - **Source**: ISO 32000-1, 14.8.5.7 (standard table attributes).
package indirect enum TableAttributes: Hashable, Sendable {
  /// What the table holds, for those who cannot look it over.
  case summary(String)
  /// How many columns and rows a cell takes, and the header cells that head it, where a scope does not tell.
  case cell(columns: Int, rows: Int, headers: [ElementID])
}
