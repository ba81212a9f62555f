/// A cell of a sheet by its row and column, both from 1: C7 is row 7, column 3.
struct CellName: Hashable, Sendable {
  var row: Int
  var column: Int

  /// The greatest row and column that programs know: Excel's, and LibreOffice's.
  static let limit = CellName(row: 1 << 20, column: 1 << 14)

  /// The letters of a column: 1 is A, 27 is AA.
  static func letters(ofColumn column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column
    while rest > 0 {
      letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}

extension CellName: CustomStringConvertible {
  var description: String { Self.letters(ofColumn: column) + String(row) }
}

/// What the name of a cell, a column or a row says, as in `B4`, `B` and `4`.
struct PartialCellName: Hashable {
  private(set) var row: Int?
  private(set) var column: Int?

  /// `nil` for anything else, and beyond the greatest row or column. Dollar signs say nothing here.
  init?(_ text: some StringProtocol) {
    for byte in text.utf8 where byte != UInt8(ascii: "$") {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
        guard row == nil else { return nil }
        column = (column ?? 0) * 26 + Int(byte & 0x1F)
      case ASCII.zero...ASCII.nine: row = (row ?? 0) * 10 + Int(byte - ASCII.zero)
      default: return nil
      }
      guard column ?? 0 <= CellName.limit.column, row ?? 0 <= CellName.limit.row else { return nil }
    }
    if row == 0 || (row == nil && column == nil) { return nil }
  }

  var whole: CellName? {
    guard let row, let column else { return nil }
    return CellName(row: row, column: column)
  }
}
