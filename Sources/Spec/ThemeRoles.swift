/// What a theme says something of: each a word of its file.

/// What a font family is used for.
package enum FontRole: String, SpecKey {
  /// Running text, tables, charts, small print.
  case text
  /// Titles, headings and large numbers.
  case display
}

/// The edges of a page, and where its header and footer stand.
package enum PageMeasure: String, SpecKey {
  case top, bottom, inside, outside
  /// From the top of the page to the header's baseline.
  case header
  /// From the footer's baseline to the foot of the page.
  case footer
}

/// A colour, by what it is for.
package enum ColorRole: String, SpecKey {
  case text
  /// Secondary text.
  case muted
  case accent
  /// A light ground behind text.
  case tint
  /// Thin lines between rows and over the foot.
  case rule
  case link
  /// The bars of whom a figure is about.
  case subject
  /// The bars of what the subject is set against.
  case reference
  /// Bars beside a highlighted one.
  case mutedBar = "muted-bar"
  /// Lines behind a chart.
  case grid
}

/// What stands behind text, or nothing.
package enum GroundRole: String, SpecKey {
  case page, callout, card, highlight, stripe, cover
  case tableHead = "table-head"
}

/// A kind of text.
package enum TextRole: String, SpecKey {
  case title, subtitle, kicker, byline
  case heading1 = "heading-1"
  case heading2 = "heading-2"
  case heading3 = "heading-3"
  case heading4 = "heading-4"
  case body
  case figureLabel = "figure-label"
  case figureTitle = "figure-title"
  case figureSubtitle = "figure-subtitle"
  case chart
  case chartValue = "chart-value"
  case chartSeries = "chart-series"
  case tableHead = "table-head"
  case tableCell = "table-cell"
  case apparatus, footnote
  case apparatusLabel = "apparatus-label"
  case keyFigure = "key-figure"
  case keyFigureLabel = "key-figure-label"
  case keyFigureDetail = "key-figure-detail"
  case callout
  case running
  case coverTitle = "cover-title"
  case coverSubtitle = "cover-subtitle"
  case coverText = "cover-text"
}

/// What can be said of a kind of text.
package enum TextKey: String, SpecKey { case font, size, weight, slope, color, before, after }

/// A distance.
package enum SpaceRole: String, SpecKey {
  /// The widest measure of running text.
  case measure
  case block, paragraph, item
  case listIndent = "list-indent"
  case markerGap = "marker-gap"
  case gridGutter = "grid-gutter"
  case titleAfter = "title-after"
  case titleRule = "title-rule"
  case figureBefore = "figure-before"
  case figureAfter = "figure-after"
  case figureRule = "figure-rule"
  case figureHead = "figure-head"
  case apparatusBefore = "apparatus-before"
  case apparatusLine = "apparatus-line"
  case continued
  case cellPadding = "cell-padding"
  case columnGap = "column-gap"
  case highlightOutset = "highlight-outset"
  case calloutInset = "callout-inset"
  case calloutPadding = "callout-padding"
  case cardInset = "card-inset"
  case cardColumnGap = "card-column-gap"
  case cardPart = "card-part"
  case cardBefore = "card-before"
  case cardAfter = "card-after"
  case keyFigureGutter = "key-figure-gutter"
  case keyFigureInset = "key-figure-inset"
  case keyFigureRow = "key-figure-row"
  case sourceBefore = "source-before"
  case headerRule = "header-rule"
  /// From the top of the paper to the cover's title.
  case coverTitle = "cover-title"
  case coverPicture = "cover-picture"
}

/// A line: how thick and of what colour.
package enum RuleRole: String, SpecKey {
  case title, header, footer, figure, quote, link
  case tableHead = "table-head"
  case tableRow = "table-row"
  case tableEnd = "table-end"
  case tableSummary = "table-summary"
  case tableSpanner = "table-spanner"
  case keyFigure = "key-figure"
  case calloutBar = "callout-bar"
  case calloutFrame = "callout-frame"
  case cardBar = "card-bar"
  case cardFrame = "card-frame"
}

/// What stands in a header or footer, from the binding to the outer edge.
package enum RunningPosition: String, SpecKey { case inside, center, outside }

/// An organisation's mark.
package enum LogoKey: String, SpecKey {
  /// From the theme's folder.
  case file
  case alternative
  /// How high it is on the cover, and in a header.
  case height
  case headerHeight = "header-height"
}

/// A header or footer; those of left-hand pages are mirrored where nothing else is said of them.
package enum RunningRole: String, Hashable, Sendable, CaseIterable {
  case header, footer
  case headerLeft = "header-left"
  case footerLeft = "footer-left"
}

/// How bars are told apart.
package enum ChartFills: String, Hashable, Sendable, CaseIterable {
  /// By their tints, and by hatching where tints run out.
  case tints
  /// By black, white and hatching alone.
  case patterns
}

/// Figures in running text: with heads and tails, or all as high as capitals.
package enum TextFigures: String, Hashable, Sendable, CaseIterable {
  case lining
  case oldStyle = "old-style"
}

/// Whether text is upright.
package enum TextSlope: String, Hashable, Sendable, CaseIterable { case upright, italic }

/// Whether left-hand pages mirror right-hand ones.
package enum PageSides: String, Hashable, Sendable, CaseIterable { case single, duplex }
