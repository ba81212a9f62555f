import Diagnostics
import Spec
import Testing

private func title(_ title: String, _ settings: [(name: String, value: String)] = []) throws -> String {
  var diagnostics = DiagnosticCollector()
  let yaml =
    "parameters: { ville: Lens, ville-2: Arras }\nreport: { title: \"\(title)\" }\nbody:\n  - text: a\n"
  return try readSpec(Array(yaml.utf8), path: "report.yml", settings: settings, into: &diagnostics).head.title
    .value
}

@Test(
  "A parameter's value stands for its name in any text, and other dollars stay",
  arguments: [
    ("À $ville.", "À Lens."), ("$ville et $ville-2", "Lens et Arras"), ("12 $ et $villes", "12 $ et $villes"),
    ("$", "$"), ("$$ville", "$Lens"),
  ])
func fills(typed: String, expected: String) throws { #expect(try title(typed) == expected) }

@Test("A run sets other values")
func settings() throws { #expect(try title("À $ville", [("ville", "Liévin")]) == "À Liévin") }
