import Diagnostics
import DrawList
import Spec
import TestSupport
import Testing

@testable import Model

/// A theme over the one that says everything.
private struct ResolvingTheme {
  let theme: Theme?
  let diagnostics: [Diagnostic]

  init(_ yaml: String, under others: String...) {
    var collector = DiagnosticCollector()
    do {
      let specs = try ([yaml] + others).map {
        try readTheme(Array($0.utf8), path: "charte/ville.yml", into: &collector)
      }
      let chain = ThemeChain(
        specs: specs + [ThemeChain.shipped("observatoire")], families: ["Lato", "Inter"])
      theme = resolveTheme(chain, into: &collector)
      diagnostics = collector.diagnostics
    } catch {
      theme = nil
      diagnostics = (error as? AuthorErrors)?.diagnostics ?? []
    }
  }

  var codes: [String] { diagnostics.map(\.message.code) }
  var places: [String] { diagnostics.compactMap(\.place).map { "\($0.line):\($0.column)" } }
  var hints: [String] { diagnostics.flatMap(\.hints).map(\.french) }
}

@Suite("Themes")
struct ThemeTests {
  private let shipped = Theme.observatoire

  @Test("What a theme does not say is that of the theme it extends")
  func inheritance() throws {
    let theme = try #require(
      ResolvingTheme(
        "type: { title: { weight: 900 } }",
        under: "type: { title: { size: 30/36, weight: 300 } }\nspacing: { block: 20pt }"
      ).theme)

    #expect(theme.type[.title].weight == 900)
    #expect(theme.type.title == TypeSize(30, leading: 36))
    #expect(theme.spacing[.block] == 20)
    #expect(theme.type[.title].color == shipped.type[.title].color)
    #expect(theme.rules[.figure] == shipped.rules[.figure])
    #expect(theme.name == "ville")
  }

  @Test("What names a colour by its use follows that colour")
  func colorRoles() throws {
    let yaml = "palette: { vert: \"#1f6b45\" }\ncolors: { accent: vert }"
    let theme = try #require(ResolvingTheme(yaml).theme)
    let green = Color(0x1F6B45)

    #expect(theme.type[.title].color == green)
    #expect(theme.rules[.figure] == RuleDesign(width: 0.8, color: green))
    #expect(theme.colors.subject == shipped.colors.subject)
  }

  @Test(
    "A colour may be written in several ways",
    arguments: [
      ("\"#1F6B45\"", 0x1F6B45), ("1f6b45", 0x1F6B45), ("\"#034\"", 0x003344), ("black", 0),
      ("marine", 0x12467B),
    ])
  func colorForms(text: String, color: UInt32) {
    #expect(ResolvingTheme("colors: { link: \(text) }").theme?.colors[.link] == Color(color))
  }

  @Test(
    "A length has a unit",
    arguments: [("21mm", 59.53), ("2,1 cm", 59.53), ("8 pt", 8), ("8.5pt", 8.5), ("0", 0)])
  func lengths(text: String, length: Points) throws {
    let block = try #require(ResolvingTheme("spacing: { block: \"\(text)\" }").theme).spacing[.block]
    #expect(abs(block - length) < 0.01)
  }

  @Test("Of several families, the first that is at hand is taken")
  func families() {
    let theme = ResolvingTheme("fonts: { text: [Marianne, Inter] }").theme
    #expect(theme?.family == "Inter")
    #expect(theme?.type[.title].family == "Lato")
  }

  @Test("A rule can be taken away, and a ground given")
  func noneAtAll() throws {
    let theme = try #require(
      ResolvingTheme("rules: { figure: none }\ngrounds: { stripe: \"#f5f5f5\" }").theme)
    #expect(theme.rules[.figure] == nil)
    #expect(theme.grounds[.stripe] == Color(0xF5F5F5))
    #expect(shipped.grounds[.stripe] != theme.grounds[.stripe])
  }

  @Test("A header is filled in by fields, and mirrored on left-hand pages unless they have their own")
  func running() throws {
    let yaml = "header: { inside: \"{publisher}, {period}\", outside: \"\" }\nfooter-left: { inside: x }"
    let running = try #require(ResolvingTheme(yaml).theme).running

    #expect(running.header[.inside] == [.field(.publisher), .words(", "), .field(.period)])
    #expect(running.header[.outside] == [])
    #expect(running.headerLeft[.inside] == running.header[.inside])
    #expect(running.footerLeft[.inside] == [.words("x")])
    #expect(running.footerLeft[.outside] == [.field(.pageOf)])
  }

  @Test(
    "Each mistake is told where it stands, with what may be written",
    arguments: [
      ("colors: { accent: 1️⃣bleu }", "unknown-color", "palette"),
      ("colors: { accent: 1️⃣accentt }", "unknown-color", "« accent »"),
      ("colors: { accent: 1️⃣\"#12g\" }", "unknown-color", "#12467b"),
      ("colors:\n  accent:1️⃣ #12467b", "no-color", "guillemets"),
      ("colors: { accent: 1️⃣muted, muted: 2️⃣accent }", "unknown-color", "palette"),
      ("palette: { v: 1️⃣\"#12\" }\ncolors: { accent: v }", "not-a-color", "#12467b"),
      ("spacing: { block: 1️⃣12 }", "not-a-length", "8pt"),
      ("spacing: { block: 1️⃣-3pt }", "not-a-length", "8pt"),
      ("rules: { figure: 1️⃣accent }", "not-a-rule", "0.8pt accent"),
      ("rules: { figure: 1️⃣0.8pt bleu }", "unknown-color", "palette"),
      ("type: { body: { size: 1️⃣10 } }", "not-a-type-size", "10/14.5"),
      ("type: { body: { size: 1️⃣10/7 } }", "not-a-type-size", "10/14.5"),
      ("type: { body: { weight: 1️⃣gras } }", "not-a-weight", nil),
      ("type: { body: { slope: 1️⃣italique } }", "unknown-word", "italic"),
      ("type: { body: { font: 1️⃣Lato } }", "unknown-word", nil),
      ("type: { 1️⃣corps: { size: 10/14 } }", "unknown-key", nil),
      ("1️⃣colours: { accent: black }", "unknown-key", "« colors »"),
      ("fonts: { text: 1️⃣Latto }", "unknown-family", "« Lato »"),
      ("header: { inside: 1️⃣\"{titre}\" }", "unknown-field", "« title »"),
      ("page: { inside: 1️⃣150mm }", "margins-too-wide", "marges"),
      ("page: { top: 1️⃣250mm }", "margins-too-wide", "marges"),
      ("grounds: { page: 1️⃣\"#333333\" }", "dark-ground", "teinte claire"),
      ("sides: 1️⃣recto", "unknown-word", nil),
    ])
  func mistakes(yaml: String, code: String, hint: String?) {
    let marked = MarkedText(yaml)
    let resolving = ResolvingTheme(marked.text)

    #expect(resolving.theme == nil)
    #expect(Set(resolving.codes) == [code])
    #expect(Set(resolving.places) == Set(marked.places))
    if let hint { #expect(resolving.hints.contains { $0.contains(hint) }, "\(resolving.hints)") }
  }

  @Test("A theme that says everything must do so")
  func incomplete() {
    var collector = DiagnosticCollector()
    let alone = try? readTheme(Array("extends: x".utf8), path: "seul.yml", into: &collector)
    let theme = alone.flatMap { resolveTheme(ThemeChain(specs: [$0], families: []), into: &collector) }

    #expect(theme == nil)
    #expect(Set(collector.diagnostics.map(\.message.code)) == ["incomplete-theme"])
    #expect(collector.diagnostics.contains { $0.message.text.english.contains("“spacing: block”") })
  }

  @Test(
    "The shipped themes' colours stand out from what they stand on",
    arguments: ["observatoire", "etat", "contraste"])
  func shippedThemes(name: String) {
    var collector = DiagnosticCollector()
    let chain = ThemeChain(
      specs: [ThemeChain.shipped(name), ThemeChain.shipped("observatoire")],
      families: ["Lato", "Inter", "Noto Sans"])
    let theme = resolveTheme(chain, into: &collector)

    #expect(theme?.name == name)
    #expect(collector.diagnostics.map(\.message.text.english) == [])
  }

  @Test("Colours too near to each other are told where they are said, with the ratio cut to a tenth")
  func contrast() throws {
    // #777 on white is 4.48:1, the usual example of what falls short by a hair; #aaa is 2.32:1.
    let marked = MarkedText("charts:\n  series: [1️⃣\"#aaaaaa\"]\ncolors: { muted: 2️⃣\"#777777\" }")
    let pale = ResolvingTheme(marked.text)

    #expect(pale.theme != nil)
    #expect(Set(pale.codes) == ["low-contrast"])
    #expect(Set(pale.places) == Set(marked.places))
    let messages = pale.diagnostics.map(\.message.text.french)
    #expect(
      messages.contains {
        $0.contains("type: apparatus, ") && $0.contains("4,4:1 ; il en faut 4,5:1")
      })
    #expect(messages.contains { $0.contains("« charts: series »") && $0.contains("2,3:1 ; il en faut 3:1") })
  }
}
