import DrawList

/// Fragments placed on a page.
struct FilledPage {
  /// Which of the document's sheets it is.
  var sheet = 0
  /// Whether nothing stands on it, so that what follows starts on the right.
  var isBlank = false
  var marks: [Mark] = []
  var bookmarks: [Bookmark] = []
  /// Where each fragment stands, how the page is filled and what its end costs: what `--show-layout` draws.
  var boxes: [Rect] = []
  var fill: PageFill?
  var endCost = 0.0
}
