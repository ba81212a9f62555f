import Diagnostics
import DrawList
import Spec

/// A picture with the words around it.
package struct PublishedImage: Hashable, Sendable {
  package let file: Located<String>
  /// `nil` for a picture that says nothing.
  package let alternative: String?
  package let title: String?
  package let source: ApparatusLine?
  package let width: ImageWidth

  package init(
    file: Located<String>, alternative: String?, title: String?, source: ApparatusLine?, width: ImageWidth
  ) {
    self.file = file
    self.alternative = alternative
    self.title = title
    self.source = source
    self.width = width
  }
}

/// The page before the first.
package struct PublishedCover: Hashable, Sendable {
  package let image: Located<String>?
  package let alternative: String?
  package let status: String?
  package let text: String?
}

/// Who answers for the report, line by line.
package struct PublishedImprint: Hashable, Sendable {
  package let title: String
  package let lines: [ApparatusLine]
  package let place: ImprintPlace
}

/// Pictures by the paths that the report and its theme give them.
package struct Pictures: Hashable, Sendable {
  private var pictures: [String: Picture] = [:]

  package init() {}

  package subscript(path: String) -> Picture? {
    get { pictures[path] }
    set { pictures[path] = newValue }
  }
}

extension Pictures: CustomReflectable {
  /// Their paths: nobody reads pixels.
  package var customMirror: Mirror {
    Mirror(
      self, children: pictures.keys.sorted().map { (label: $0, value: "picture") }, displayStyle: .struct)
  }
}
