import Diagnostics
import DrawList

/// Warns of pages that are bad although no way to break them was better.
///
/// - Parameter before: how many pages come before those of the flow.
func reportPages(
  of flow: PageFlow, in parts: [PagePart], after before: Int, into diagnostics: inout DiagnosticCollector
) {
  var parted: Range<Int>?
  for (index, part) in parts.enumerated() {
    let page = before + index + 1
    let fill = flow.fill(part)
    let end = part.text.upperBound
    if flow.hasWaitingNote(part) {
      diagnostics.report(.warning(.lateNote(page: page), at: nil, hints: [.shorterNotes]))
    }
    if fill.excess > 0 {
      diagnostics.report(
        .warning(.overflow(page: page, millimetres: millimetres(fill.excess)), at: nil, hints: [.split]))
    }
    guard end < flow.fragments.count, end > part.text.lowerBound else { continue }
    if flow.fragments[end - 1].keepsWithNext {
      let chain = flow.chain(around: end)
      // What goes over three pages is told of once.
      if chain != parted { diagnostics.report(flow.partedKeep(chain, page: page)) }
      parted = chain
    } else if fill.hole > PageRules.toldHole * flow.size.height {
      let chain = flow.chain(around: end + 1)
      // What fits on no page is reported as such.
      guard flow.fill(chain).excess == 0 else { continue }
      diagnostics.report(flow.hole(fill.hole, before: chain, page: page))
    }
  }
  reportFloats(of: flow, in: parts, after: before, into: &diagnostics)
}

/// Warns of floats that stand more than a page after the text that they go with.
private func reportFloats(
  of flow: PageFlow, in parts: [PagePart], after before: Int, into diagnostics: inout DiagnosticCollector
) {
  for (index, part) in parts.enumerated() {
    for float in part.floats {
      let home = parts.firstIndex { $0.text.contains(flow.anchors[float]) } ?? index
      let wanted = flow.floats[float].place == .nextPage ? home + 1 : home
      guard index > wanted + 1 else { continue }
      diagnostics.report(
        .warning(
          .farFloat(flow.floats[float].piece.name, page: before + index + 1, wanted: before + wanted + 1),
          at: nil, hints: [.fewerFloats]))
    }
  }
}

extension PageFlow {
  /// The fragments that keep with each other among which a place between two of them is.
  fileprivate func chain(around place: Int) -> Range<Int> {
    var start = place - 1
    while start > 0, fragments[start - 1].keepsWithNext { start -= 1 }
    var end = min(place, fragments.count)
    while end < fragments.count, fragments[end - 1].keepsWithNext { end += 1 }
    return start..<end
  }

  fileprivate func partedKeep(_ chain: Range<Int>, page: Int) -> Diagnostic {
    let excess = max(0, fill(chain).height - size.height)
    return .warning(
      .partedKeep(page: page, name(of: chain), millimetres: millimetres(excess)), at: nil, hints: [.shorten])
  }

  fileprivate func hole(_ hole: Points, before chain: Range<Int>, page: Int) -> Diagnostic {
    .warning(
      .hole(
        page: page, millimetres: millimetres(hole), name(of: chain),
        height: millimetres(fill(chain).height + fragments[chain.lowerBound].spaceBefore)),
      at: nil, hints: [.moveUp])
  }

  private func name(of chain: Range<Int>) -> String? {
    fragments[chain].lazy.compactMap { $0.name ?? $0.heading.map { "“\($0.title)”" } }.first
  }
}

private func millimetres(_ length: Points) -> Int { Int((length * 25.4 / 72).rounded(.up)) }

extension Diagnostic.Message {
  fileprivate static func overflow(page: Int, millimetres: Int) -> Self {
    Self(
      "page-overflow", fr: "page \(page) : un bloc dépasse le bas de la page de \(millimetres) mm",
      en: "page \(page): a block goes \(millimetres) mm past the foot of the page")
  }
  fileprivate static func partedKeep(page: Int, _ name: String?, millimetres: Int) -> Self {
    Self(
      "page-parted",
      fr:
        "page \(page) : \(name?.quotedInFrench ?? "un bloc") dépasse une page de \(millimetres) mm et se poursuit page \(page + 1)",
      en:
        "page \(page): \(name ?? "a block") is \(millimetres) mm taller than a page and goes on on page \(page + 1)"
    )
  }
  fileprivate static func farFloat(_ name: String?, page: Int, wanted: Int) -> Self {
    Self(
      "float-far",
      fr:
        "page \(page) : \(name?.quotedInFrench ?? "un bloc flottant") n’a pas trouvé place plus près de son texte, page \(wanted)",
      en: "page \(page): \(name ?? "a floating block") found no room nearer to its text on page \(wanted)")
  }
  fileprivate static func lateNote(page: Int) -> Self {
    Self(
      "note-late",
      fr: "page \(page) : une note ne commence qu’à la page suivante, car le pied de celle-ci est pris",
      en: "page \(page): a note starts on the next page only, since the foot of this one is taken")
  }
  fileprivate static func hole(page: Int, millimetres: Int, _ name: String?, height: Int) -> Self {
    Self(
      "page-hole",
      fr:
        "page \(page) : \(millimetres) mm restent blancs, car \(name?.quotedInFrench ?? "ce qui suit") (\(height) mm) n’y tient pas",
      en:
        "page \(page): \(millimetres) mm are left white, since \(name ?? "what follows") (\(height) mm) does not fit there"
    )
  }
}

extension Diagnostic.Hint {
  fileprivate static let split = Self(
    fr: "réduisez ce bloc ou partagez-le en deux", en: "make this block smaller or part it in two")
  fileprivate static let shorten = Self(
    fr: "montrez moins de catégories, raccourcissez ses textes, ou partagez-le en deux",
    en: "show fewer categories, shorten its texts, or part it in two")
  fileprivate static let fewerFloats = Self(
    fr: "retirez « place: » à certains blocs voisins, ou réduisez leur largeur",
    en: "take “place:” from some blocks near it, or make them narrower")
  fileprivate static let shorterNotes = Self(
    fr: "raccourcissez les notes que cette page appelle, ou mettez-en une dans le texte",
    en: "shorten the notes that this page calls, or put one into the text")
  fileprivate static let moveUp = Self(
    fr: "placez un texte avant, ou réduisez ce qui n’y tient pas",
    en: "put a text that follows it before it, or make it smaller")
}

extension String {
  /// “Titre” is « Titre » in French, and “Figure 2” is “la figure 2”.
  fileprivate var quotedInFrench: String {
    if hasPrefix("Figure ") { return "la f" + dropFirst() }
    return replacing("“", with: "«\u{202F}").replacing("”", with: "\u{202F}»")
  }
}
