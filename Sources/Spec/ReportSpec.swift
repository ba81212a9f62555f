import Diagnostics

/// A report as its author wrote it: every value with its place, no name looked up yet.
package struct ReportSpec: Hashable, Sendable {
  /// The names of its parameters, which a run may set.
  package let parameters: [String]
  package let head: HeadSpec
  package let output: OutputSpec?
  package let sources: [SourceSpec]
  package let tables: [ShapedTableSpec]
  package let populations: [PopulationSpec]
  package let indicators: [IndicatorSpec]
  package let comparisons: [ComparisonSpec]
  package let nomenclature: [ObjectiveSpec]
  package let abbreviations: [AbbreviationSpec]
  package let body: [BlockSpec]
}

/// What the report says of itself.
package struct HeadSpec: Hashable, Sendable {
  package let title: Located<String>
  package let subtitle: Located<String>?
  package let period: Located<String>?
  package let language: Located<ReportLanguage>?
  package let theme: ThemeChoice?
  package let cover: CoverSpec?
  package let imprint: ImprintSpec?
  package let publisher: Located<String>?
  package let author: Located<String>?
  package let date: Located<String>?
  /// The file that keeps what earlier periods published.
  package let history: Located<String>?
  package let align: Located<TextAlignment>?
  package let typography: Located<TypographyRules>?
  package let keepWhole: [Located<String>]
  package let numerals: Located<TextFigures>?
  package let figureReferences: Located<FigureReferences>?
  package let page: PageSpec?
  /// Down to which level headings are numbered.
  package let numberedHeadings: Located<Int>?
}

/// How the right edge of running text is.
package enum TextAlignment: String, Hashable, Sendable, CaseIterable { case justified, ragged }

/// Whether every chart and table should be referred to by a text.
package enum FigureReferences: String, Hashable, Sendable, CaseIterable { case expected, optional }

/// Whose rules signs and spaces follow.
package enum TypographyRules: String, Hashable, Sendable, CaseIterable {
  case french, english
  case europeanInstitutions = "european-institutions"
}

/// The language a report is written in.
package enum ReportLanguage: String, Hashable, Sendable, CaseIterable {
  case french = "fr"
  case english = "en"
}

/// Where data come from.
package struct SourceSpec: Hashable, Sendable {
  package let id: Located<String>
  package let title: Located<String>
  package let producer: Located<String>?
  package let year: Located<String>?
  package let licence: Located<String>?
  package let sample: Located<String>?
  package let method: TextTemplate?
  package let url: Located<String>?
  package let data: Located<String>?
  package let delimiter: Located<String>?
  package let encoding: Located<String>?
  package let decimalMark: Located<String>?
  /// The line, from 1, that names the columns.
  package let headerLine: Located<Int>?
  /// How many lines name the columns.
  package let headerRows: Located<Int>?
  package let format: Located<String>?
  /// Of JSON: where the rows are.
  package let path: Located<String>?
  /// Of spreadsheets: the sheet, the cells, and what merged cells stand for.
  package let sheet: Located<String>?
  package let range: Located<String>?
  package let merged: Located<String>?
  package let missing: [DeclaredMark]
  package let types: [DeclaredType]
  package let database: DatabaseSpec
  /// How many times its sampling variance is that of a simple random sample of the same size.
  package let designEffect: Located<Double>?
  package let secrecy: SecrecySpec?
  package let notes: ColumnNotesSpec
}

/// What a producer writes for a missing value, and what it means.
package struct DeclaredMark: Hashable, Sendable {
  package let mark: Located<String>
  package let kind: Located<String>
}

/// A column whose type is not what its cells look like.
package struct DeclaredType: Hashable, Sendable {
  package let column: Located<String>
  package let type: Located<String>
}

/// Whom a figure is about, or where: territories are populations with an area.
package struct PopulationSpec: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case population, territory }

  package let id: Located<String>
  package let kind: Kind
  package let label: Located<String>
  package let short: Located<String>?
  /// How a sentence names it: “dans les quartiers prioritaires”.
  package let phrase: Located<String>?
  package let universe: Located<String>?
  package let role: Located<PopulationRole>?
  /// The larger population or area that it is a part of.
  package let parent: Located<String>?
  /// The edition of its limits: “QPV 2024”.
  package let vintage: Located<String>?
  /// What the data call it, where that is neither its id, its label nor its short name.
  package let codes: [Located<String>]
}

package enum PopulationRole: String, Hashable, Sendable, CaseIterable { case subject, reference }
