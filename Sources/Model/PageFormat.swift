import DrawList
import Spec

extension PageFormat {
  /// The upright sheet: ISO 216, and ANSI for the American ones.
  package var size: Size {
    switch self {
    case .a3: Size(width: points(297), height: points(420))
    case .a4: .a4
    case .a5: Size(width: points(148), height: points(210))
    case .letter: Size(width: 612, height: 792)
    case .legal: Size(width: 612, height: 1008)
    }
  }
}

extension PageGeometry {
  /// The same margins on another sheet.
  package func on(_ choice: SheetChoice) -> PageGeometry {
    var page = self
    let isLandscape = size.width > size.height
    let upright = choice.format?.size ?? (isLandscape ? size.turned : size)
    let wanted = choice.orientation ?? (isLandscape ? .landscape : .portrait)
    switch wanted {
    case .portrait: page.size = upright
    case .landscape: page.size = upright.turned
    }
    return page
  }

  /// The frame of left-hand pages, whose margins mirror those of right-hand ones.
  package var leftFrame: Rect {
    switch sides {
    case .single: frame
    case .duplex: Rect(x: right, y: top, width: frame.size.width, height: frame.size.height)
    }
  }
}

extension Size {
  fileprivate var turned: Size { Size(width: height, height: width) }
}
