import Indicators

/// A chart of the rows of `data.csv`, whose coverage is said.
func published(_ chart: String, _ csv: String, language: String = "fr") -> Publishing {
  let yaml = """
    report: { title: Suivi, language: \(language) }
    sources:
      s: { title: Enquête, data: data.csv }
    body:
      - chart: { title: T, from: s, \(chart), universe: U }
    """
  return Publishing(yaml, ["data.csv": csv])
}
