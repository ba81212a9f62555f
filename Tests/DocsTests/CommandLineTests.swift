import Foundation
import Testing

@Suite("docs/command-line.md")
struct CommandLineTests {
  /// What the program says of itself.
  private struct Help: Decodable {
    struct Command: Decodable {
      let commandName: String
      let subcommands: [Command]?
      let arguments: [Argument]?
    }
    struct Argument: Decodable {
      struct Name: Decodable {
        let kind: String
        let name: String
      }
      let names: [Name]?
      let allValues: [String]?
    }
    let command: Command
  }

  private let page: DocumentationPage
  private let commands: [Help.Command]

  init() throws {
    page = try DocumentationPage("docs/command-line.md")
    let json = try Workspace().run(".build/release/vigie --experimental-dump-help").output
    let help = try JSONDecoder().decode(Help.self, from: Data(json.utf8))
    commands = (help.command.subcommands ?? []).filter { $0.commandName != "help" }
  }

  @Test("Each command has its section, and no other has")
  func eachCommand() {
    let sections = page.sections.compactMap {
      $0.heading.wholeMatch(of: /`vigie (\w+)`/).map { String($0.1) }
    }
    #expect(!commands.isEmpty)
    #expect(Set(sections) == Set(commands.map(\.commandName)))
  }

  @Test("Each option is in its command's section or among those of all commands, and no other is")
  func eachOption() throws {
    let lists = commands.map { Set(($0.arguments ?? []).flatMap(options)) }
    let shared = lists.dropFirst().reduce(try #require(lists.first)) { $0.intersection($1) }
    #expect(page.section(headed: "Options of every command")?.listed == shared)
    for (command, list) in zip(commands, lists) {
      let section = try #require(page.section(of: "vigie \(command.commandName)"))
      #expect(section.listed == list.subtracting(shared), "\(command.commandName)")
    }
  }

  @Test("Each word that an option takes is there")
  func eachValue() {
    let words = Set(page.prose.flatMap(codeWords))
    for argument in commands.flatMap({ $0.arguments ?? [] }) {
      for value in argument.allValues ?? [] { #expect(words.contains(value)) }
    }
  }

  @Test("Each exit code is explained and shown")
  func exitCodes() {
    #expect(page.section(headed: "Exit codes")?.listed == ["0", "1", "2", "3"])
    let shown = page.blocks.filter { $0.words.starts(with: ["sh", "run"]) }.map {
      $0.words.dropFirst(2).first
    }
    #expect(Set(shown) == [nil, "exit=1", "exit=2", "exit=3"])
  }

  private func options(_ argument: Help.Argument) -> [String] {
    (argument.names ?? []).map { $0.kind == "short" ? "-\($0.name)" : "--\($0.name)" }
  }
}
