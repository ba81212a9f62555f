import Diagnostics
import Spec

/// Pictures, covers and imprints.
extension Resolver {
  mutating func resolve(_ spec: ImageSpec) -> ImageBlock {
    let isDecorative = spec.isDecorative?.value == .yes
    checkAlternative(spec.alternative, isDecorative: isDecorative, at: spec.file.place)
    return ImageBlock(
      file: spec.file, alternative: isDecorative ? nil : spec.alternative?.value ?? "",
      title: spec.title.map { plainText($0) }, source: spec.source.map { plainText($0) },
      width: spec.width?.value ?? .full)
  }

  /// What a picture says is said to those who cannot see it too, unless it says nothing.
  private mutating func checkAlternative(_ text: Located<String>?, isDecorative: Bool, at place: Place) {
    switch (text, isDecorative) {
    case (nil, false):
      diagnostics.report(.error(.pictureWithoutWords, at: place, hints: [.describePicture]))
    case (let text?, true):
      diagnostics.report(.error(.decorativeWithWords, at: text.place))
    case (let text?, false) where !text.value.contains(where: { $0.isLetter || $0.isNumber }):
      diagnostics.report(.error(.pictureWithoutWords, at: text.place, hints: [.describePicture]))
    case (_?, false), (nil, true): break
    }
  }

  func cover() -> Cover? {
    spec.head.cover.map { cover in
      Cover(
        image: cover.image, alternative: cover.alternative?.value, status: cover.status?.value,
        text: cover.text?.value)
    }
  }

  func imprint() -> Imprint? {
    spec.head.imprint.map { imprint in
      Imprint(
        lines: imprint.lines.map { Imprint.Line(key: $0.key, text: $0.text.value) },
        place: imprint.on?.value ?? .lastPage)
    }
  }
}

/// The page before the first.
package struct Cover: Hashable, Sendable {
  package let image: Located<String>?
  package let alternative: String?
  package let status: String?
  package let text: String?
}

/// Who answers for the report.
package struct Imprint: Hashable, Sendable {
  package struct Line: Hashable, Sendable {
    package let key: ImprintKey
    package let text: String
  }

  package let lines: [Line]
  package let place: ImprintPlace
}

extension Diagnostic.Message {
  fileprivate static var pictureWithoutWords: Self {
    Self(
      "no-alternative", fr: "rien ne dit ce que montre cette image à qui ne la voit pas",
      en: "nothing says what this picture shows to those who cannot see it")
  }
  fileprivate static var decorativeWithWords: Self {
    Self(
      "decorative-alternative", fr: "une image décorative n’est pas décrite",
      en: "a decorative picture is not described")
  }
}

extension Diagnostic.Hint {
  fileprivate static let describePicture = Self(
    fr: "ajoutez « alternative: … », ou « decorative: yes » si elle ne dit rien",
    en: "add “alternative: …”, or “decorative: yes” if it says nothing")
}
