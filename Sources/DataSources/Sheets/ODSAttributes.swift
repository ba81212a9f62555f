import XML

/// The attributes of an ODS document that are looked at.
enum ODSAttribute: Int, CaseIterable {
  case tableName, tableStyle, columnsRepeated, rowsRepeated, columnsSpanned, rowsSpanned, visibility, formula
  case display, rangeAddress, styleName, spaceCount
  case valueType, value, dateValue, timeValue, booleanValue, stringValue
  /// LibreOffice's own, for what the standard has no word for.
  case calcValueType

  /// - **Source**: OpenDocument 1.3, part 3, section 19.
  var name: XMLName {
    let oasis = "urn:oasis:names:tc:opendocument:xmlns:"
    func table(_ name: String) -> XMLName { XMLName(name, in: oasis + "table:1.0") }
    func office(_ name: String) -> XMLName { XMLName(name, in: oasis + "office:1.0") }
    switch self {
    case .tableName: return table("name")
    case .tableStyle: return table("style-name")
    case .columnsRepeated: return table("number-columns-repeated")
    case .rowsRepeated: return table("number-rows-repeated")
    case .columnsSpanned: return table("number-columns-spanned")
    case .rowsSpanned: return table("number-rows-spanned")
    case .visibility: return table("visibility")
    case .formula: return table("formula")
    case .display: return table("display")
    case .rangeAddress: return table("cell-range-address")
    case .styleName: return XMLName("name", in: oasis + "style:1.0")
    case .spaceCount: return XMLName("c", in: oasis + "text:1.0")
    case .valueType: return office("value-type")
    case .value: return office("value")
    case .dateValue: return office("date-value")
    case .timeValue: return office("time-value")
    case .booleanValue: return office("boolean-value")
    case .stringValue: return office("string-value")
    case .calcValueType:
      return XMLName("value-type", in: "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0")
    }
  }

  static let names = allCases.map(\.name)
}

/// The values of the attributes of an element.
struct ODSAttributes {
  private let values: [String?]

  /// - Parameter reader: made for `ODSAttribute.names`.
  init(_ reader: XMLReader) { values = reader.attributes }

  subscript(attribute: ODSAttribute) -> String? { values[attribute.rawValue] }

  /// How often an element stands there, or how many cells it takes.
  func count(_ attribute: ODSAttribute) -> Int {
    let count = self[attribute].flatMap { Int($0) } ?? 1
    return min(max(1, count), CellName.limit.row)
  }

  var isHidden: Bool { self[.visibility] == "collapse" || self[.visibility] == "filter" }
}
