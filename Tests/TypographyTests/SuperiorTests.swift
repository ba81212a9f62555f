import Testing
import Typography

@Suite("Raised letters")
struct SuperiorTests {
  /// The text with its raised letters between brackets.
  private func marked(_ text: String, _ profile: TypographicProfile = .french) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var at = 0
    for range in superiors(in: bytes, profile) {
      result += bytes[at..<range.lowerBound] + Array("[".utf8) + bytes[range] + Array("]".utf8)
      at = range.upperBound
    }
    return String(decoding: result + bytes[at...], as: UTF8.self)
  }

  @Test(
    "Ordinals and titles have them",
    arguments: [
      ("1er", "1[er]"), ("Le 1er janvier", "Le 1[er] janvier"), ("la 1re fois", "la 1[re] fois"),
      ("2e", "2[e]"), ("les 2es", "les 2[es]"), ("2de", "2[de]"), ("la 5ème édition", "la 5[ème] édition"),
      ("XIXe siècle", "XIX[e] siècle"), ("Ve République", "V[e] République"),
      ("François Ier", "François I[er]"),
      ("XIXe-XXe", "XIX[e]-XX[e]"), ("Mme Durand et Mlle Petit", "M[me] Durand et M[lle] Petit"),
      ("(1er)", "(1[er])"), ("«\u{202F}1er\u{202F}»", "«\u{202F}1[er]\u{202F}»"), ("d’1er", "d’1[er]"),
      ("20e\u{A0}arrondissement", "20[e]\u{A0}arrondissement"), ("2e, 3e et 4e", "2[e], 3[e] et 4[e]"),
    ])
  func raised(text: String, expected: String) {
    #expect(marked(text) == expected)
  }

  @Test(
    "Nothing else has",
    arguments: [
      "Le", "De", "Ce", "Me", "Vie", "Xe7", "1e5", "0x2e", "12er34", "M. Durand", "MM. X et Y", "Mmes2",
      "https://exemple.fr/1er/XIXe", "a@1er.fr", "1er/2e", "fichier_1er", "", "e", "1", "12 e", "3D", "ter",
      "\u{301}1\u{301}er", "équipé.e.s", "T3 2026", "2ee",
    ])
  func plain(text: String) {
    #expect(marked(text) == text)
  }

  @Test("English raises none")
  func english() {
    #expect(marked("1st, 2nd and 1er", .english) == "1st, 2nd and 1er")
  }

  @Test("Any bytes are looked through to their end", arguments: 0..<64)
  func anyBytes(seed: Int) {
    var state = UInt64(seed) &* 2_654_435_761
    let bytes = (0..<200).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 33)
    }
    for range in superiors(in: bytes, .french) { #expect(range.upperBound <= bytes.count && !range.isEmpty) }
  }
}
