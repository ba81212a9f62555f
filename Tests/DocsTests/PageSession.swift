import Foundation
import Testing

/// A reader who follows a page from top to bottom, doing what its fenced blocks say.
///
/// The words behind a fence say how; GitHub shows only the first, the language:
///
///     csv file=NAME         the block is written to a file; `json` and `svg` too
///     yaml file=NAME        the same, and the report must have nothing wrong with it
///     yaml theme=NAME       a theme, only written
///     yaml part             entries to add to the report written last, each under its key
///     yaml body             blocks to be the body of the report written last
///     yaml … wrong          the same, but the report must be refused
///     sh run                the commands must end well; `exit=1` after it: with this exit code
///     sh make               make's targets; see `make(_:at:)`
///     text output           what the block before printed, to the letter; with `VIGIE_UPDATE_GOLDENS=1` in the
///                           environment the page is rewritten instead, and its difference is to be read
///     sql                   a query to a history, which the history's own tests run
///     text                  a form to look at
struct PageSession {
  private let page: DocumentationPage
  private let workspace: Workspace
  private var spec: (name: String, text: String)?
  private var lastOutput: String?
  private var outputs: [(block: DocumentationPage.Block, text: String)] = []

  private static let isUpdating = ProcessInfo.processInfo.environment["VIGIE_UPDATE_GOLDENS"] == "1"

  init(_ page: DocumentationPage) throws {
    self.page = page
    workspace = try Workspace()
  }

  mutating func follow() throws {
    for block in page.blocks { try follow(block) }
    if Self.isUpdating { try page.rewrite(outputs) }
  }

  private mutating func follow(_ block: DocumentationPage.Block) throws {
    let place = "\(page.path):\(block.line)"
    let isWrong = block.words.last == "wrong"
    let words = isWrong ? Array(block.words.dropLast()) : block.words
    switch (words.first, words.dropFirst().first, words.count) {
    case ("csv", let file?, 2) where file.hasPrefix("file="),
      ("svg", let file?, 2) where file.hasPrefix("file="),
      ("json", let file?, 2) where file.hasPrefix("file="):
      try workspace.write(block.text, to: String(file.dropFirst(5)))
    case ("yaml", let file?, 2) where file.hasPrefix("theme="),
      ("svg", let file?, 2) where file.hasPrefix("theme="):
      try workspace.write(block.text, to: String(file.dropFirst(6)))
    case ("yaml", let file?, 2) where file.hasPrefix("file="):
      let name = String(file.dropFirst(5))
      try workspace.write(block.text, to: name)
      try check(name, isWrong: isWrong, place)
      if !isWrong { spec = (name, block.text) }
    case ("yaml", "part", 2): try check(block, isWrong: isWrong, place, added: Self.adding)
    case ("yaml", "body", 2): try check(block, isWrong: isWrong, place, added: Self.replacingBody)
    case ("sh", "run", 2): try run(block, expecting: 0, place)
    case ("sh", "run", 3):
      let status = try #require(Int32(words[2].replacing("exit=", with: "")), "\(place): exit=NUMBER")
      try run(block, expecting: status, place)
    case ("sh", "make", 2): for line in block.text.split(separator: "\n") { try make(String(line), place) }
    case ("text", "output", 2):
      let found = try #require(lastOutput, "\(place): nothing was run before")
      outputs.append((block, found))
      #expect(Self.isUpdating || found == block.text, "\(place) is not what was printed")
    case ("text", nil, 1), ("swift", nil, 1): break
    case ("sql", nil, 1) where page.path == "docs/history.md": break
    default: Issue.record("\(place): a block that no test reads: \(block.words.joined(separator: " "))")
    }
  }

  // MARK: Reports

  private mutating func check(_ name: String, isWrong: Bool, _ place: String) throws {
    let result = try workspace.run(
      ".build/release/vigie check --quiet --warnings-as-errors --lang \(page.language) \(name)")
    lastOutput = result.output
    if isWrong {
      #expect(result.status == 1, "\(place): the report is not refused")
    } else {
      #expect(result.status == 0 && result.output.isEmpty, "\(place): \(result.output)")
    }
  }

  /// Checks the report written last with a piece put into it.
  private mutating func check(
    _ block: DocumentationPage.Block, isWrong: Bool, _ place: String,
    added: (_ piece: String, _ spec: String) -> String
  ) throws {
    let spec = try #require(spec, "\(place): no report is written before")
    let text = added(block.text, spec.text)
    try workspace.write(text, to: spec.name)
    try check(spec.name, isWrong: isWrong, place)
    try workspace.write(spec.text, to: spec.name)
  }

  /// Puts entries under their keys; a body takes the place of the report's.
  private static func adding(_ piece: String, to spec: String) -> String {
    var spec = spec
    for chunk in chunks(of: piece) {
      let key = chunk.prefix { $0 != "\n" } + "\n"
      if key == "body:\n" {
        spec = replacingBody(String(chunk.dropFirst(key.count)), of: spec)
      } else if let range = ("\n" + spec).range(of: "\n" + key) {
        spec = String(("\n" + spec).replacingCharacters(in: range, with: "\n" + chunk).dropFirst())
      } else {
        spec = chunk + spec
      }
    }
    return spec
  }

  /// A spec's text cut before each key at its left edge.
  private static func chunks(of text: String) -> [String] {
    var chunks: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line.first != " " { chunks.append("") }
      if !chunks.isEmpty { chunks[chunks.count - 1] += line + "\n" }
    }
    return chunks
  }

  private static func replacingBody(_ piece: String, of spec: String) -> String {
    (spec.range(of: "\nbody:\n").map { String(spec[..<$0.upperBound]) } ?? spec + "body:\n") + piece
  }

  // MARK: Commands

  private mutating func run(
    _ block: DocumentationPage.Block, expecting status: Int32, _ place: String
  ) throws {
    let result = try workspace.run(block.text)
    lastOutput = result.output
    #expect(result.status == status, "\(place): \(result.output)")
  }

  /// The targets whose own commands are run, with `build` taken as done.
  private static let runnable = ["report", "images", "help"]

  /// Follows a `make` command without building: the tests run inside a build.
  ///
  /// That each target exists and can be made is asked of make itself (`make -n`). The commands of `report`,
  /// `images` and `help` are run. `test` would run this test again; `setup`, `build`, `lint`, `format` and
  /// `clean` concern more than a copy.
  private func make(_ line: String, _ place: String) throws {
    let words = line.prefix { $0 != "#" }.split(separator: " ").map(String.init)
    try #require(words.first == "make" && words.count == 2, "\(place): `make TARGET` is expected: \(line)")
    let dry = try workspace.run("make -n \(words[1])")
    #expect(dry.status == 0, "\(place): \(dry.output)")
    guard Self.runnable.contains(words[1]) else { return }
    let result = try workspace.run("make -o build \(words[1])")
    #expect(result.status == 0, "\(place): \(result.output)")
  }
}
