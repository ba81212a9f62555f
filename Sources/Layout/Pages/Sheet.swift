import DrawList
import Model

/// The sheet that a page is on: its size and where its text goes.
struct Sheet: Hashable {
  let size: Size
  /// The frame of right-hand pages, and of all where sides do not differ.
  let frame: Rect
  let leftFrame: Rect

  /// - Parameter index: of the page, from 0.
  func frame(ofPage index: Int, isDuplex: Bool) -> Rect {
    isDuplex && !index.isMultiple(of: 2) ? leftFrame : frame
  }
}

extension Sheet {
  init(_ page: PageGeometry) {
    self.init(size: page.size, frame: page.frame, leftFrame: page.leftFrame)
  }
}
