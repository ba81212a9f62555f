import DrawList
import Spec

/// What each page is called, and how many there are where its number is.
struct PageLabels: Hashable {
  /// “12”, or “iv” before the first section.
  let labels: [String]
  private let frontCount: Int

  /// - Parameter front: how pages before the first section are numbered.
  init(of pages: [FilledPage], front: FrontMatter, firstSection: String) {
    switch front {
    case .arabic: frontCount = 0
    case .roman:
      frontCount = pages.firstIndex { $0.destinations.contains(firstSection) } ?? 0
    }
    let count = frontCount
    labels = pages.indices.map { $0 < count ? roman($0 + 1) : String($0 - count + 1) }
  }

  /// How many pages have numbers of the kind that a page has; `nil` before the first section.
  func count(forPage index: Int) -> Int? { index < frontCount ? nil : labels.count - frontCount }
}

/// A number in small Roman letters.
func roman(_ number: Int) -> String {
  let letters = [
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
  ]
  var (rest, text) = (number, "")
  for (value, letter) in letters {
    while rest >= value {
      text += letter
      rest -= value
    }
  }
  return text
}
