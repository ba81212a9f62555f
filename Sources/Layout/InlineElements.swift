import DrawList
import Indicators

/// What some runs of a text are besides words of its paragraph, and the elements that were made for them: a run
/// that goes over two lines is one element.
struct InlineElements {
  enum Role {
    case footnoteMark(PublishedFootnote)
  }

  /// By the run's place in its text.
  let roles: [Int: Role]
  private(set) var known: [Int: ElementID] = [:]

  init(roles: [Int: Role] = [:]) { self.roles = roles }

  init(of text: RichText) {
    var roles: [Int: Role] = [:]
    for (index, piece) in text.pieces.enumerated() {
      if let note = piece.footnote { roles[index] = .footnoteMark(note) }
    }
    self.init(roles: roles)
  }

  /// The element of a run, made when it is first met.
  mutating func element(of run: Int, otherwise make: () -> ElementID) -> ElementID {
    if let element = known[run] { return element }
    let element = make()
    known[run] = element
    return element
  }
}
