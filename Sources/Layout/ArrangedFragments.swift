import Diagnostics
import DrawList
import Indicators
import Model
import Spec

/// Blocks on a sheet of their own, in columns, or floating.
extension FragmentBuilder {
  /// How much of a page a float may take: a taller one leaves no text beside it.
  private static let tallestFloat = 0.9
  private static let tallestBeside = 0.6

  /// Fragments on another sheet.
  mutating func fragments(
    on choice: SheetChoice, _ build: (inout FragmentBuilder, Points) -> [Fragment]
  ) -> [Fragment] {
    fragments(on: theme.page.on(choice), build)
  }

  mutating func fragments(
    on geometry: PageGeometry, _ build: (inout FragmentBuilder, Points) -> [Fragment]
  ) -> [Fragment] {
    let (outerPage, outerSheet) = (page, sheet)
    page = geometry
    if let known = sheets.firstIndex(of: page) {
      sheet = known
    } else {
      sheet = sheets.count
      sheets.append(page)
    }
    var fragments = build(&self, page.frame.size.width)
    for index in fragments.indices { fragments[index].sheet = sheet }
    landFloats(on: &fragments)
    (page, sheet) = (outerPage, outerSheet)
    return fragments
  }

  /// Floats that no text follows stand with the last that comes before them.
  mutating func landFloats(on fragments: inout [Fragment]) {
    guard !pendingFloats.isEmpty else { return }
    if fragments.isEmpty { fragments = [Fragment(height: 0, marks: [])] }
    fragments[fragments.count - 1].floats += pendingFloats
    pendingFloats = []
  }

  mutating func columns(
    _ count: Int, of blocks: [PublishedBlock], in parent: ElementID, level: Int, width: Points
  ) -> [Fragment] {
    guard count > 1 else { return fragments(of: blocks, in: parent, level: level, width: width) }
    let column = (width - Double(count - 1) * theme.spacing[.gridGutter]) / Double(count)
    columnSetCount += 1
    let set = ColumnSet(
      number: columnSetCount, count: count, width: column, gutter: theme.spacing[.gridGutter])
    let built = withinOthers { $0.fragments(of: blocks, in: parent, level: level, width: column) }
    return built.map { fragment in
      var fragment = fragment
      fragment.columns = set
      return fragment
    }
  }

  /// Builds what stands beside other things, so that it cannot leave its page for a sheet of its own.
  mutating func withinOthers(_ build: (inout FragmentBuilder) -> [Fragment]) -> [Fragment] {
    let outer = isInFlow
    isInFlow = false
    defer { isInFlow = outer }
    return build(&self)
  }

  // MARK: Floats

  /// A float in one piece; `nil` for one that is too tall for that, with its blocks among the text.
  mutating func float(
    _ blocks: [PublishedBlock], _ place: FloatPlace, width: Points, in parent: ElementID, level: Int,
    of frame: Points
  ) -> (piece: Fragment?, fragments: [Fragment]) {
    let before = structure
    let built = withinOthers { $0.fragments(of: blocks, in: parent, level: level, width: width) }
    var piece = Fragment(stacking: built)
    piece.name = built.lazy.compactMap(\.name).first
    piece.spaceBefore = built.first?.spaceBefore ?? 0
    piece.spaceAfter = built.last?.spaceAfter ?? 0
    let share = place == .beside ? Self.tallestBeside : Self.tallestFloat
    guard piece.height > page.frame.size.height * share else { return (piece, []) }
    structure = before
    diagnostics.report(.warning(.floatTooTall(piece.name), at: nil, hints: [.makeSmaller]))
    return (nil, fragments(of: blocks, in: parent, level: level, width: frame))
  }

  func width(of share: FloatWidth, in width: Points) -> Points {
    let third = (width - 2 * FloatRows.gap) / 3
    switch share {
    case .third: return third
    case .half: return (width - FloatRows.gap) / 2
    case .twoThirds: return 2 * third + FloatRows.gap
    case .full: return width
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func floatTooTall(_ name: String?) -> Self {
    Self(
      "float-too-tall",
      fr: "\(name ?? "un bloc flottant") est trop haut pour flotter : il est mis dans le texte",
      en: "\(name ?? "a float") is too tall to float: it is set among the text")
  }
}

extension Diagnostic.Hint {
  fileprivate static let makeSmaller = Self(
    fr: "élargissez-le, montrez moins de catégories, ou ôtez « float »",
    en: "make it wider, show fewer categories, or take “float” away")
}
