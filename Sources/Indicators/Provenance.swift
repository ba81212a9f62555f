import DataSources
import Model
import Shaping

/// Where a printed number comes from, down to the rows.
package struct Provenance: Hashable, Sendable, Encodable {
  /// A column whose cells had to read as a text.
  package struct Filter: Hashable, Sendable, Encodable {
    package let column: String
    package let text: String
  }

  /// Rows of a data file.
  package struct FileRows: Hashable, Sendable, Encodable {
    package let source: String
    package let citation: String
    package let path: String
    /// Of a database: the author's query, if the rows are those of one.
    package let query: String?
    /// SHA-256 of the file, or of the rows that a server gave, in hexadecimal.
    package let sha256: String?
    /// The rows as a person counts them in the file: “2, 5–7”.
    package let rows: String
    package let rowCount: Int
  }

  /// How the number is referred to: `smartphone[qpv]`.
  package let reference: String
  package let indicator: String
  package let population: String?
  package let period: String?
  package let status: String
  /// Not rounded; `nil` where it is missing, or must not be told.
  package let value: Double?
  package let missing: String?
  package let printed: String
  package let unit: String
  package let decimals: Int
  /// Of a value that is computed: how, and from what.
  package let formula: String?
  package let operands: [Provenance]
  /// Of a value that an earlier run published: when it was recorded.
  package let recorded: String?
  package let table: String?
  package let column: String?
  /// What a schema or a companion file calls the column.
  package let columnLabel: String?
  package let filters: [Filter]
  /// What made the table from its sources, a step a line.
  package let steps: [String]
  package let files: [FileRows]
}

/// A difference with the two values it is made of.
package struct ComparedProvenance: Hashable, Sendable, Encodable {
  package let reference: String
  package let measure: String
  /// The calculation, on values that are not rounded: `87 - 91 = -4`.
  package let formula: String
  package let printed: String
  /// The interval of the measure at the comparison's level, where it is known.
  package let interval: [Double]?
  package let subject: Provenance
  package let against: Provenance
}

/// Everything that a report's numbers come from.
package struct ReportProvenance: Hashable, Sendable, Encodable {
  package let report: String
  package let values: [Provenance]
  package let comparisons: [ComparedProvenance]
}

/// Row numbers in short: `2, 5–7`.
func ranges(of rows: [Int]) -> String {
  var parts: [ClosedRange<Int>] = []
  for row in rows.sorted() {
    if let last = parts.last, row <= last.upperBound + 1 {
      parts[parts.count - 1] = last.lowerBound...max(row, last.upperBound)
    } else {
      parts.append(row...row)
    }
  }
  return parts.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
    .joined(separator: ", ")
}
