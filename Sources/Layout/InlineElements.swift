import DrawList
import Indicators

/// What some runs of a text are besides words of its paragraph, and the elements that were made for them: a run
/// that goes over two lines is one element.
struct InlineElements {
  enum Role {
    case footnoteMark(PublishedFootnote)
    case span(alternativeText: String?, expansion: String?)
  }

  /// What is said of a run; its link, if it has one, is said by the text.
  struct Run {
    var role: Role?
    var language: String?
  }

  /// By the run's place in its text.
  private let runs: [Int: Run]
  private var known: [Int: ElementID] = [:]

  init() { runs = [:] }

  init(of text: RichText) {
    var runs: [Int: Run] = [:]
    for (index, piece) in text.pieces.enumerated() {
      let role = Role(piece)
      if role != nil || piece.language != nil { runs[index] = Run(role: role, language: piece.language) }
    }
    self.runs = runs
  }

  subscript(run: Int) -> Run? { runs[run] }

  /// The element of a run, made when it is first met.
  mutating func element(of run: Int, otherwise make: () -> ElementID) -> ElementID {
    if let element = known[run] { return element }
    let element = make()
    known[run] = element
    return element
  }
}

extension InlineElements.Role {
  fileprivate init?(_ piece: RichText.Piece) {
    switch piece.role {
    case .footnoteMark(let note): self = .footnoteMark(note)
    case .abbreviation(let meaning): self = .span(alternativeText: nil, expansion: meaning)
    case .icon(let word): self = .span(alternativeText: word, expansion: nil)
    case .pageOfFigure, nil:
      guard piece.language != nil else { return nil }
      self = .span(alternativeText: nil, expansion: nil)
    }
  }
}
