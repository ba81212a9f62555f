import Diagnostics
import Spec

/// A report whose names are all resolved and whose defaults are filled in.
package struct Report: Hashable, Sendable {
  package let head: Head
  package let output: PDFOutput
  package let theme: Theme
  package let sources: Register<Source>
  package let tables: Register<ShapedTable>
  package let populations: Register<Population>
  package let indicators: Register<Indicator>
  package let comparisons: Register<Comparison>
  package let nomenclature: Register<Objective>
  /// In the author's order.
  package let abbreviations: [Abbreviation]
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
  /// The file that keeps what earlier periods published, from the spec's folder.
  package let history: Located<String>?
  package let typography: TypographyRules
  /// Names that are never hyphenated.
  package let wholeNames: [String]
  /// Down to which level headings are numbered; 0 for none.
  package let numberedLevels: Int
  package let frontMatter: FrontMatter
  package let cover: Cover?
  package let imprint: Imprint?
}

/// An abbreviation that the report explains where it is first used.
package struct Abbreviation: Hashable, Sendable {
  package let name: String
  package let meaning: String
  /// What it stands for where there are several; the same as one where the author says nothing.
  package let plural: String?
  package let place: Place
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
  /// The table of a server, where the data are in no file.
  package let server: ServerData?
  package let designEffect: Double
  package let secrecy: SecrecyPolicy?
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
  /// Of a database: which of its rows.
  package let selection: RowSelection?
  package let notes: ColumnNotesSpec
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
  package let parent: ID<Population>?
  package let vintage: String?
  /// What the data may call it.
  package let codes: [String]
}
