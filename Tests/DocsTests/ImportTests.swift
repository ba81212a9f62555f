import Foundation
import Testing

@Suite("The import table")
struct ImportTests {
  /// What `docs/architecture.md` says that each module imports.
  private let table: [String: Set<String>]
  private let targets: [(name: String, dependencies: Set<String>)]

  init() throws {
    let page = try DocumentationPage("docs/architecture.md")
    let section = try #require(page.section(headed: "Modules and their imports"))
    table = Dictionary(
      uniqueKeysWithValues: section.rows.map { (codeWords(in: $0[0])[0], Set(codeWords(in: $0[1]))) })
    targets = try Self.readTargets(Repository.text("Package.swift"))
  }

  @Test("The table has a row for each module, and no other")
  func modules() {
    let modules = targets.map(\.name).filter { !isCModule($0) }
    #expect(Set(table.keys) == Set(modules))
  }

  @Test("Sources import what the table lists, no more and no less")
  func sources() throws {
    for (module, listed) in table {
      #expect(try imports(of: module) == listed, "\(module)")
    }
  }

  @Test("Package.swift declares what the table lists")
  func manifest() {
    for target in targets where !isCModule(target.name) {
      #expect(
        target.dependencies
          == table[target.name]?.subtracting(["Dispatch", "Foundation", "Synchronization"]),
        "\(target.name)")
    }
  }

  @Test("Each module imports only what stands above it in Package.swift")
  func order() {
    var above: Set<String> = ["Yams", "ArgumentParser"]
    for target in targets {
      #expect(target.dependencies.isSubset(of: above), "\(target.name)")
      above.insert(target.name)
    }
  }

  @Test("Each C library has one owner")
  func owners() {
    // What opens libraries is none itself.
    for library in targets.map(\.name).filter(isCModule) where library != "CLazy" {
      #expect(table.count { $0.value.contains(library) } == 1, "\(library)")
    }
  }

  private func isCModule(_ name: String) -> Bool {
    let letters = Array(name)
    return letters[0] == "C" && letters[1].isUppercase
  }

  private func imports(of module: String) throws -> Set<String> {
    let line =
      /^(?:@\w+ )*(?:(?:package|public|internal|private|fileprivate) )?import (?:(?:struct|enum|class|protocol|func|let|var|typealias) )?(\w+)/
    let files = try Repository.files(in: "Sources/\(module)", ending: ".swift")
    return Set(
      try files.flatMap { file in
        try Repository.text(file).split(separator: "\n").compactMap {
          $0.prefixMatch(of: line).map { String($0.1) }
        }
      })
  }

  /// The targets of a manifest in their order, with what each depends on; tests are left out.
  private static func readTargets(_ manifest: String) throws -> [(name: String, dependencies: Set<String>)] {
    // `.product(name: "X", package: "…")` counts as "X".
    let text = manifest.replacing(/\.product\(name: ("\w+"), package: "[^"]*"\)/) { $0.1 }
    let target =
      /(?:\bstage\(|\bsystem\(|\.executableTarget\(|\.target\()\s*(?:name: )?"(\w+)"(?:,\s*(?:dependencies: )?\[([^\]]*)\])?/
    return text.matches(of: target).compactMap { match in
      let name = String(match.1)
      guard Repository.exists("Sources/\(name)") || Repository.exists("Sources/C/\(name)") else { return nil }
      return (name, Set((match.2 ?? "").matches(of: /"(\w+)"/).map { String($0.1) }))
    }
  }
}
