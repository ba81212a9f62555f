import Diagnostics

/// The paper of a report: what its theme says otherwise.
package struct PageSpec: Hashable, Sendable {
  package let choice: SheetSpec
  package let margins: MarginsSpec?
  package let sides: Located<PageSides>?
  package let frontMatter: Located<FrontMatter>?
}

/// Which paper, and which way up.
package struct SheetSpec: Hashable, Sendable {
  package let place: Place
  package let format: Located<PageFormat>?
  package let orientation: Located<PageOrientation>?
}

/// The margins, in millimetres.
package struct MarginsSpec: Hashable, Sendable {
  package let place: Place
  package let top: Located<Double>?
  package let bottom: Located<Double>?
  /// At the binding, the left where pages have one side.
  package let inner: Located<Double>?
  package let outer: Located<Double>?
}

package enum PageFormat: String, Hashable, Sendable, CaseIterable {
  case a3 = "A3"
  case a4 = "A4"
  case a5 = "A5"
  case letter = "Letter"
  case legal = "Legal"
}

package enum PageOrientation: String, Hashable, Sendable, CaseIterable { case portrait, landscape }

/// How the pages before the first section are numbered.
package enum FrontMatter: String, Hashable, Sendable, CaseIterable { case arabic, roman }

/// On which page a section starts.
package enum SectionStart: String, Hashable, Sendable, CaseIterable {
  case page
  case rightPage = "right-page"
}

/// How blocks are arranged on pages.
package enum ArrangementSpec: Hashable, Sendable {
  /// On a sheet of their own.
  case sheet(SheetSpec)
  case columns(Int)
  case float(FloatPlace, FloatWidth)
}

/// Where a float stands.
package enum FloatPlace: String, Hashable, Sendable, CaseIterable {
  case top, bottom, beside
  case nextPage = "next-page"
}

/// How much of the text's width a float takes.
package enum FloatWidth: String, Hashable, Sendable, CaseIterable {
  case third, half, full
  case twoThirds = "two-thirds"
}

/// A list of what a report holds, with page numbers.
package struct DirectorySpec: Hashable, Sendable {
  package let kind: DirectoryKind
  package let title: TextTemplate?
}

package enum DirectoryKind: Hashable, Sendable {
  /// Headings, to a depth.
  case contents(depth: Int)
  case figures(ListedFigures)
}

/// Which figures a list of them holds.
package enum ListedFigures: String, Hashable, Sendable, CaseIterable { case all, charts, tables }
