import Diagnostics
import Spec

/// A report whose names are all resolved and whose defaults are filled in.
package struct Report: Hashable, Sendable {
  package let head: Head
  package let theme: Theme
  package let sources: Register<Source>
  package let tables: Register<ShapedTable>
  package let populations: Register<Population>
  package let indicators: Register<Indicator>
  package let comparisons: Register<Comparison>
  package let body: [Block]
}

/// What the report says of itself.
package struct Head: Hashable, Sendable {
  package let title: String
  package let subtitle: String?
  package let period: Period?
  package let language: ReportLanguage
  package let publisher: String?
  package let author: String?
  /// The date the report bears; with none, it states none.
  package let date: Period?
}

/// Where data come from.
package struct Source: Declared {
  package let id: ID<Source>
  package let title: String
  package let producer: String?
  package let year: String?
  package let licence: String?
  package let sample: String?
  package let method: [Inline]?
  package let url: String?
  package let data: DataFile?
}

/// A file that holds a source's data, and what its author says of its form.
package struct DataFile: Hashable, Sendable {
  /// The path, relative to the spec's folder.
  package let path: Located<String>
  package let delimiter: Located<String>?
  package let encoding: Located<String>?
  package let decimalMark: Located<String>?
  /// The line, from 1, that names the columns.
  package let headerLine: Int
  package let headerRows: Int
  package let format: Located<String>?
  /// Of JSON: where the rows are.
  package let rows: Located<String>?
  /// Of spreadsheets: the sheet, the cells, and what merged cells stand for.
  package let sheet: Located<String>?
  package let range: Located<String>?
  package let merged: Located<String>?
  package let missing: [DeclaredMark]
  package let types: [DeclaredType]
}

/// Whom or where a figure is about.
package struct Population: Declared {
  package let id: ID<Population>
  package let kind: PopulationSpec.Kind
  package let label: String
  package let short: String
  package let phrase: String?
  package let universe: String?
  package let role: PopulationRole?
  /// What the data may call it.
  package let codes: [String]
}

/// A measured quantity.
package struct Indicator: Declared {
  package let id: ID<Indicator>
  package let label: String
  package let short: String
  package let definition: String?
  package let unit: UnitOfMeasure
  package let counts: String?
  package let universe: String?
  package let direction: Direction?
  package let nature: Nature?
  /// Whose figure it is: what is cited under it.
  package let source: ID<Source>
  /// Where its values are read: the source itself, or a table made from it and others.
  package let origin: TableOrigin
  package let period: Period?
  package let decimals: Int?
  package let scale: Scale
  package let reading: ReadingTemplate?
  package let value: ValueSpec
}

/// How a sentence tells a value: texts, with places for the value and the population.
package struct ReadingTemplate: Hashable, Sendable {
  package enum Part: Hashable, Sendable {
    case text(String)
    case value, population
  }

  package let parts: [Part]
}

/// A subject set against references, for some indicators, by a measure.
package struct Comparison: Declared {
  package let id: ID<Comparison>
  package let indicators: [ID<Indicator>]
  package let subject: ID<Population>
  package let references: [ID<Population>]
  package let measure: Measure
}
