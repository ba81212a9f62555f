import Foundation
import TestSupport
import Testing

@Suite("What the program says")
struct MessageTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  @Test("Warnings go to standard error, the files that were written to standard output")
  func streams() throws {
    let run = try desk.vigie("render", "warned.yml", "--lang", "en")

    #expect(run.status == 0)
    #expect(run.output == "Output/warned.pdf\n")
    #expect(
      run.errors == """
        warning: no font has “漢” (U+6F22): “?” is printed in its place
          warned.yml:4:19
            4 │   - text: Bonjour 漢.
              │                   ^
          help: replace this character by another

        """)
  }

  @Test("All mistakes are told at once, each with its place")
  func manyMistakes() throws {
    let errors = try desk.vigie("check", "bad.yml", "--lang", "fr").errors

    #expect(errors.contains("bad.yml:3:3"))
    #expect(errors.contains("bad.yml:5:5"))
    #expect(errors.contains("vouliez-vous dire « title » ?"))
    #expect(errors.contains("vouliez-vous dire « chart » ?"))
  }

  @Test(
    "check says how it went in a sentence",
    arguments: [
      (name: "sound", language: "fr", says: "sound/report.yml : aucune erreur, 0 avertissement, 1 page\n"),
      (name: "warned.yml", language: "fr", says: "warned.yml : aucune erreur, 1 avertissement, 1 page\n"),
      (name: "warned.yml", language: "en", says: "warned.yml: no error, 1 warning, 1 page\n"),
      (name: "sound", language: "en", says: "sound/report.yml: no error, 0 warnings, 1 page\n"),
    ])
  func check(name: String, language: String, says: String) throws {
    let run = try desk.vigie("check", name, "--lang", language)

    #expect(run.output == says)
    #expect(try !desk.folder.names().contains("Output"))
  }

  @Test("--quiet leaves only diagnostics", arguments: ["render", "check"])
  func quiet(command: String) throws {
    let run = try desk.vigie(command, "warned.yml", "--quiet")

    #expect(run.status == 0)
    #expect(run.output == "")
    #expect(run.errors.contains("漢"))
    #expect(try desk.vigie("chart", "sound", "--all", "--quiet").output == "")
  }

  @Test(
    "Messages are in the language asked for, else the locale's, else French",
    arguments: [
      (options: "--lang en", locale: "fr_FR.UTF-8", word: "error:"),
      (options: "--lang fr", locale: "en_GB.UTF-8", word: "erreur:"),
      (options: "", locale: "en_GB.UTF-8", word: "error:"),
      (options: "", locale: "fr_FR.UTF-8", word: "erreur:"),
      (options: "", locale: "C", word: "erreur:"),
      (options: "", locale: "", word: "erreur:"),
    ])
  func language(options: String, locale: String, word: String) throws {
    let run = try desk.shell("LC_ALL='\(locale)' LC_MESSAGES= LANG= exec $VIGIE check bad.yml \(options)")

    #expect(run.errorLines.first?.hasPrefix(word) == true, "\(run.errors)")
  }

  @Test("Colour comes only when asked for, away from a terminal")
  func color() throws {
    let escape = "\u{1B}["

    #expect(try desk.vigie("check", "bad.yml", "--color", "always").errors.contains(escape))
    #expect(try !desk.vigie("check", "bad.yml", "--color", "never").errors.contains(escape))
    #expect(try !desk.vigie("check", "bad.yml").errors.contains(escape))
    let painted = try desk.vigie("check", "bad.yml", "--color", "always").errors
    #expect(painted.replacing(/\u{1B}\[[0-9;]*m/, with: "") == (try desk.vigie("check", "bad.yml").errors))
  }

  // MARK: For programs

  @Test("With --json a mistake is a line with the fields of its text")
  func jsonDiagnostics() throws {
    let run = try desk.vigie("check", "bad.yml", "--json", "--lang", "en")
    let lines = try run.json()

    #expect(run.status == 1)
    #expect(run.errors == "")
    #expect(lines.count == 2)
    let mistake = try #require(lines.first { $0["line"] as? Int == 5 })
    #expect(mistake["type"] as? String == "diagnostic")
    #expect(mistake["severity"] as? String == "error")
    #expect(mistake["file"] as? String == "bad.yml")
    #expect(mistake["column"] as? Int == 5)
    #expect(mistake["length"] as? Int == 4)
    #expect(mistake["excerpt"] as? String == "  - chrt: {}")
    #expect(mistake["hints"] as? [String] == ["did you mean “chart”?"])
    #expect((mistake["code"] as? String)?.contains(" ") == false)
    #expect((mistake["message"] as? String)?.contains("chrt") == true)
  }

  @Test("With --json what was written is told with its size")
  func jsonWritten() throws {
    let run = try desk.vigie("render", "warned.yml", "--json", "--format", "pdf,svg")
    let lines = try run.json()

    #expect(run.errors == "")
    #expect(lines.compactMap { $0["type"] as? String } == ["diagnostic", "written", "written"])
    for line in lines.dropFirst() {
      let path = try #require(line["path"] as? String)
      #expect(try desk.folder.read(path).count == line["bytes"] as? Int)
    }
  }

  @Test("With --json check sums up in a line")
  func jsonSummary() throws {
    let summary = try #require(try desk.vigie("check", "warned.yml", "--json").json().last)

    #expect(summary["type"] as? String == "checked")
    #expect(summary["path"] as? String == "warned.yml")
    #expect(summary["warnings"] as? Int == 1)
    #expect(summary["pages"] as? Int == 1)
  }

  @Test(
    "With --json a failure of the machine is a diagnostic too",
    arguments: ["render sound --fonts nowhere", "check nowhere", "chart sound none"])
  func jsonFailures(line: String) throws {
    let lines = try desk.shell("exec $VIGIE \(line) --json").json()

    #expect(lines.map { $0["severity"] as? String } == ["error"])
  }

  // MARK: Stages as text

  @Test(
    "Each stage can be had as text, the same on every run",
    arguments: [
      (stage: "spec", says: "populations:"), (stage: "model", says: "indicators:"),
      (stage: "data", says: "Liévin"),
      (stage: "figures", says: "Les parts"), (stage: "pages", says: "page 1 595.3 × 841.9"),
    ])
  func dump(stage: String, says: String) throws {
    let run = try desk.vigie("dump", "sound", "--stage", stage)

    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.output.contains(says), "\(run.output)")
    #expect(run.output.hasSuffix("\n"))
    #expect(try desk.vigie("dump", "sound", "--stage", stage).output == run.output)
  }

  @Test("A stage that comes before the mistake can still be had")
  func dumpBeforeTheMistake() throws {
    #expect(try desk.vigie("dump", "no-data.yml", "--stage", "model").status == 0)
    #expect(try desk.vigie("dump", "no-data.yml", "--stage", "data").status == 1)
  }

  @Test("Help names every command and every option's choices")
  func help() throws {
    let commands = try desk.vigie("--help").output
    for command in ["render", "chart", "check", "dump"] { #expect(commands.contains("  \(command) ")) }
    #expect(try desk.vigie("chart", "--help").output.contains("--bare"))
  }
}
