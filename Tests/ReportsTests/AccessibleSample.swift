import TestSupport
import Testing

/// A report with a bit of all that a PDF is tagged with, in a folder of its own, as a PDF.
struct AccessibleSample {
  let folder: TemporaryFolder
  let file: String

  /// - Parameter output: the spec's part `output`.
  init(output: String = "{}") throws {
    folder = try TemporaryFolder()
    let numbers = 1...60
    let territories = numbers.map { "  z\($0): { label: Quartier \($0) }\n" }.joined()
    let all = numbers.map { "z\($0)" }.joined(separator: ", ")
    let spec = try folder.write(
      """
      report: { title: Suivi des quartiers, period: 2026-T3, date: 2026-10-01, publisher: Observatoire }
      output: \(output)
      sources:
        enquete: { title: Enquête, producer: Ville, year: 2025, url: "https://example.org/", data: data.csv }
      territories:
      \(territories)
      indicators:
        taux:
          label: Taux
          unit: "%"
          universe: habitants
          source: enquete
          value: { column: taux, by: zone }
      body:
        - section: L’essentiel
          body:
            - text: |
                Voir [la page de l’enquête](https://example.org/enquete), qui définit le reflet efficace.

                1. un point[^point]
                2. un autre

                [^point]: Premier, mais non le dernier.
            - key-figures: ["taux[z1]", "taux[z2]"]
        - section: Le détail
          body:
            - chart: { kind: bar, of: taux, populations: [z1, z2, z3], title: Trois quartiers }
            - table: { of: taux, rows: populations, populations: [\(all)], title: Tous les quartiers }
        - sources-and-methods
      """, to: "sample/report.yml")
    try folder.write("zone;taux\n" + numbers.map { "z\($0);\($0)\n" }.joined(), to: "sample/data.csv")
    file = folder.file("sample.pdf").path
    let run = try Program.vigie.run(["render", spec, "-o", file, "--quiet"])
    try #require(run.status == 0, "\(run.errors)")
  }
}
