import Spec

/// How blocks are arranged on pages.
package enum Arrangement: Hashable, Sendable {
  /// On a sheet of their own.
  case sheet(SheetChoice)
  case columns(Int)
  case float(FloatPlace, FloatWidth)
}

/// Which paper, and which way up; `nil` is the report's.
package struct SheetChoice: Hashable, Sendable {
  package let format: PageFormat?
  package let orientation: PageOrientation?

  package init(format: PageFormat?, orientation: PageOrientation?) {
    self.format = format
    self.orientation = orientation
  }
}

/// A list of what a report holds, with page numbers.
package struct Directory: Hashable, Sendable {
  package let kind: DirectoryKind
  package let title: [Inline]?
}

/// A heading and what stands under it.
package struct Section: Hashable, Sendable {
  package let title: [Inline]
  package let start: SectionStart?
  package let sheet: SheetChoice?
  package let columns: Int
  package let isAnnex: Bool
  package let body: [Block]
}
