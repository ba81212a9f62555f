import Foundation
import TestSupport
import Testing

/// A folder with some reports in it, and Vigie run from there.
struct Desk {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Self.sound, to: "sound/report.yml")
    try folder.write("commune;taux\nLens;87\nLiévin;75\n", to: "sound/data.csv")
    // A letter that no font has is worth a warning, no more.
    try folder.write("report:\n  title: Essai\nbody:\n  - text: Bonjour 漢.\n", to: "warned.yml")
    // Two mistakes: an unknown kind of block and an unknown key.
    try folder.write("report:\n  title: Essai\n  titel: x\nbody:\n  - chrt: {}\n", to: "bad.yml")
    try folder.write(Self.sound.replacing("data.csv", with: "missing.csv"), to: "no-data.yml")
    try folder.write("report: [\n", to: "no-yaml.yml")
  }

  /// A report with two figures, the first named.
  private static let sound = """
    report:
      title: Essai
    sources:
      s: { title: Une source, producer: Nous, year: 2024, data: data.csv }
    territories:
      lens: { label: Lens, phrase: à Lens, universe: habitants de Lens, role: subject }
      lievin: { label: Liévin, phrase: à Liévin, universe: habitants de Liévin, role: reference }
    indicators:
      part:
        label: Part des équipés
        unit: "%"
        source: s
        value: { column: taux, by: commune }
    body:
      - chart: { id: parts, kind: bar, of: part, populations: [lens, lievin], title: Les parts }
      - table: { of: part, populations: [lens, lievin], title: Le tableau }

    """

  func vigie(_ arguments: String..., environment: [String: String?] = [:]) throws -> Program.Run {
    try Program.vigie.run(arguments, in: folder.url, environment: environment)
  }

  /// Runs a line of shell, in which `$VIGIE` is the program.
  func shell(_ line: String) throws -> Program.Run {
    try Program(named: "sh").run(
      ["-c", line], in: folder.url, environment: ["VIGIE": try Program.vigie.path])
  }

  /// Files that a run left half done.
  func strays(in name: String = "") throws -> [String] {
    try folder.names(in: name).filter { $0.hasPrefix(".") }
  }
}

extension Program.Run {
  /// The lines of standard output as JSON objects.
  func json() throws -> [[String: any Sendable]] {
    try outputLines.map { line in
      try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: any Sendable], "\(line)")
    }
  }
}

/// The founding report, by its absolute path.
let foundingReport = PackageFiles.root.appending(path: "Reports/pilier-numerique").path
