/// The words of the report language as its reader knows them, so that what is written about the language can
/// be held against it.
package enum SpecVocabulary {
  /// The keys that one kind of mapping may have.
  package struct Mapping: Hashable, Sendable {
    /// The key that the mapping, or each entry of it, stands under; `spec` for the file itself.
    package let name: String
    package let keys: [String]
  }

  /// The words that the value under one key may be.
  package struct Choice: Hashable, Sendable {
    package let mapping: String
    package let key: String
    package let words: [String]
  }

  package static let mappings = [
    mapping("spec", SpecReader.ReportKey.self),
    mapping("report", SpecReader.HeadKey.self),
    mapping("page", SpecReader.PageKey.self),
    mapping("margins", SpecReader.MarginKey.self),
    mapping("cover", SpecReader.CoverKey.self),
    mapping("imprint", SpecReader.ImprintReportKey.self),
    mapping("output", SpecReader.OutputKey.self),
    mapping("sources", SpecReader.SourceKey.self),
    mapping("metadata", SpecReader.MetadataKey.self),
    mapping("tables", SpecReader.ShapedTableKey.self),
    mapping("steps", SpecReader.StepWord.self),
    mapping("split", SpecReader.SplitKey.self),
    mapping("long", SpecReader.LongKey.self),
    mapping("wide", SpecReader.WideKey.self),
    mapping("join", SpecReader.JoinKey.self),
    mapping("group", SpecReader.GroupKey.self),
    mapping("populations", SpecReader.PopulationKey.self),
    mapping("indicators", SpecReader.IndicatorKey.self),
    mapping("target", SpecReader.TargetKey.self),
    mapping("breaks", SpecReader.BreakKey.self),
    mapping("secrecy", SpecReader.SecrecyKey.self),
    mapping("value", SpecReader.ValueKey.self),
    mapping("nomenclature", SpecReader.ObjectiveKey.self),
    mapping("comparisons", SpecReader.ComparisonKey.self),
    mapping("abbreviations", SpecReader.AbbreviationKey.self),
    mapping("body", SpecReader.BlockWord.self),
    mapping("section", SpecReader.SectionKey.self),
    mapping("callout", SpecReader.CalloutKey.self),
    mapping("image", SpecReader.ImageKey.self),
    mapping("key-figures", SpecReader.KeyFigureKey.self),
    mapping("chart", SpecReader.ChartKey.self),
    mapping("benchmarks", SpecReader.BenchmarkKey.self),
    mapping("annotations", SpecReader.AnnotationKey.self),
    mapping("axis", SpecReader.AxisKey.self),
    mapping("table", SpecReader.TableKey.self),
    mapping("column", SpecReader.ColumnKey.self),
    mapping("draw", SpecReader.CellPictureKey.self),
    mapping("spanners", SpecReader.SpannerKey.self),
    mapping("groups", SpecReader.RowGroupKey.self),
    mapping("indent", SpecReader.IndentKey.self),
    mapping("summaries", SpecReader.SummaryKey.self),
    mapping("footnotes", SpecReader.FootnoteKey.self),
    mapping("spans", SpecReader.CellSpanKey.self),
    mapping("sort", SpecReader.TableSortKey.self),
    mapping("crosstab", SpecReader.CrosstabKey.self),
    mapping("correlation", SpecReader.CorrelationKey.self),
    mapping("indicator-card", SpecReader.CardKey.self),
    mapping("grid", SpecReader.GridKey.self),
    mapping("contents", SpecReader.ContentsKey.self),
    mapping("list-of-figures", SpecReader.FigureListKey.self),
    mapping("sheet", SpecReader.SheetKey.self),
    mapping("columns", SpecReader.ColumnsKey.self),
    mapping("float", SpecReader.FloatKey.self),
  ]

  package static let choices = [
    choice("report", "language", ReportLanguage.self),
    choice("sources", "database", DatabaseSystem.self),
    choice("output", "pdf", PDFStandard.self),
    choice("output", "attach", AttachedFile.self),
    choice("report", "align", TextAlignment.self),
    choice("report", "typography", TypographyRules.self),
    choice("page", "format", PageFormat.self),
    choice("page", "orientation", PageOrientation.self),
    choice("page", "sides", PageSides.self),
    choice("page", "front-matter", FrontMatter.self),
    choice("section", "start", SectionStart.self),
    choice("section", "annex", YesNo.self),
    choice("sheet", "format", PageFormat.self),
    choice("sheet", "orientation", PageOrientation.self),
    choice("float", "place", FloatPlace.self),
    choice("float", "width", FloatWidth.self),
    choice("list-of-figures", "of", ListedFigures.self),
    choice("report", "numerals", TextFigures.self),
    choice("report", "figure-references", FigureReferences.self),
    choice("populations", "role", PopulationRole.self),
    choice("join", "unmatched", UnmatchedRows.self),
    choice("indicators", "unit", UnitOfMeasure.self),
    choice("indicators", "direction", Direction.self),
    choice("indicators", "nature", Nature.self),
    choice("indicators", "scale", Scale.self),
    choice("indicators", "periodicity", Periodicity.self),
    choice("indicators", "adds-up", YesNo.self),
    choice("indicators", "status", ObservationStatus.self),
    choice("nomenclature", "kind", ObjectiveKind.self),
    choice("comparisons", "measure", Measure.self),
    choice("imprint", "on", ImprintPlace.self),
    choice("image", "width", ImageWidth.self),
    choice("image", "decorative", YesNo.self),
    choice("callout", "kind", CalloutKind.self),
    choice("chart", "kind", ChartKind.self),
    choice("chart", "orientation", ChartOrientation.self),
    choice("chart", "sort", SortOrder.self),
    choice("chart", "unit", UnitOfMeasure.self),
    choice("chart", "scale", Scale.self),
    choice("chart", "intervals", IntervalStyle.self),
    choice("chart", "scales", ScaleSharing.self),
    choice("chart", "show-values", YesNo.self),
    choice("axis", "cut", YesNo.self),
    choice("axis", "log", YesNo.self),
    choice("table", "rows", FigureDimension.self),
    choice("table", "matrix", MatrixColumns.self),
    choice("table", "units-row", YesNo.self),
    choice("table", "zebra", YesNo.self),
    choice("table", "rules", TableRules.self),
    choice("table", "carry", YesNo.self),
    choice("output", "tags", YesNo.self),
    choice("table", "too-wide", TooWideTable.self),
    choice("table", "small-type", YesNo.self),
    choice("column", "format", CellFormat.self),
    choice("column", "scale", Scale.self),
    choice("column", "align", CellAlignment.self),
    choice("column", "rotate", YesNo.self),
    choice("column", "strong", YesNo.self),
    choice("column", "join-equal", YesNo.self),
    choice("draw", "kind", CellPictureKind.self),
    choice("draw", "value", YesNo.self),
    choice("summaries", "compute", SummaryFunction.self),
    choice("summaries", "at", SummaryPlace.self),
    choice("footnotes", "on", NotedPart.self),
    choice("sort", "order", SortOrder.self),
    choice("crosstab", "show", CrosstabCells.self),
    choice("crosstab", "margins", YesNo.self),
    choice("correlation", "method", CorrelationMethod.self),
  ]

  static func mapping<Key: SpecKey>(_ name: String, _ keys: Key.Type) -> Mapping {
    Mapping(name: name, keys: Key.allCases.map(\.rawValue))
  }

  static func choice<Word: RawRepresentable & CaseIterable>(
    _ mapping: String, _ key: String, _ words: Word.Type
  ) -> Choice where Word.RawValue == String {
    Choice(mapping: mapping, key: key, words: Word.allCases.map(\.rawValue))
  }
}
