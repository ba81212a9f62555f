import DrawList

/// A page and what stands on it, which is put in its places when it is asked for: long tables have many pages.
struct FilledPage {
  /// Which of the document's sheets it is.
  var sheet = 0
  /// Whether nothing stands on it, so that what follows starts on the right.
  var isBlank = false
  var bookmarks: [Bookmark] = []
  /// The places on it that something may lead to, but those of notes.
  var destinations: [String] = []
  /// How the page is filled and what its end costs: what `--show-layout` writes.
  var fill: PageFill?
  var endCost = 0.0
  /// What stands on it where pages have these numbers.
  var place: (PageNumbers) -> PlacedContent = { _ in PlacedContent() }
}

/// Fragments in their places on a page.
struct PlacedContent {
  var marks: [Mark] = []
  /// Where each fragment stands.
  var boxes: [Rect] = []
  var bookmarks: [Bookmark] = []
  var destinations: [String] = []
}
