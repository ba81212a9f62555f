import DataSources
import Diagnostics
import Testing

private func described(
  _ metadata: String, columns: (inout MetadataColumns) -> Void = { _ in }
) -> (columns: [Column], codes: [String]) {
  var collector = DiagnosticCollector()
  let place = Place(wholeFile: "report.yml")
  var files = CompanionFiles(metadata: Located("m.csv", at: place))
  columns(&files.metadataColumns)
  let companions = Companions(files, in: "", read: { _ in Array(metadata.utf8) }, into: &collector)
  let table = Reading("code;tx_f\nA;50,6\n").table.map { companions.describing($0, into: &collector) }
  return (table?.columns ?? [], collector.diagnostics.map(\.message.code))
}

@Test("A companion file gives columns their labels and units, its columns found by their names")
func metadata() {
  let found = described("Colonne,Description,Unité\ntx_f,\"Part des femmes, en %\",%\nautre,Autre,\n")
  #expect(found.codes == [])
  #expect(found.columns.map(\.label) == [nil, "Part des femmes, en %"])
  #expect(found.columns.map(\.unit) == [nil, "%"])
}

@Test("Its columns can be named where their names say nothing, and its first row for a column counts")
func declaredMetadata() {
  let place = Place(wholeFile: "report.yml")
  let found = described("a;b\ntx_f;Femmes\ntx_f;1 = oui\n") { columns in
    columns.name = Located("a", at: place)
    columns.label = Located("b", at: place)
  }
  #expect(found.codes == [])
  #expect(found.columns.last?.label == "Femmes")
}

@Test(
  "A companion file that says nothing is an error",
  arguments: [
    ("x;description\ntx_f;Femmes\n", "metadata-without-names"),
    ("colonne;x\ntx_f;1\n", "metadata-says-nothing"),
    ("colonne;description\nautre;Autre\n", "metadata-of-other-file"),
    ("colonne;colonne\n1;2\n", "duplicate-column"),
  ])
func wrongMetadata(text: String, code: String) { #expect(described(text).codes == [code]) }
