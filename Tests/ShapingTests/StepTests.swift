import Testing

private let fibre = """
  code;champ;T3;T4
  01004;locaux;10;20
  01004;catégorie;5;5
  02001;locaux;30;s
  02001;catégorie;7;nd

  """

@Test("Rows are kept or dropped by what their cells read as")
func filters() {
  #expect(
    Shaped("{ keep: { champ: locaux } }", ["f": fibre]).rows == [
      "01004|locaux|10|20", "02001|locaux|30|(confidential)",
    ])
  #expect(
    Shaped("{ drop: { champ: locaux } }", ["f": fibre]).rows == [
      "01004|catégorie|5|5", "02001|catégorie|7|(not available)",
    ])
  #expect(
    Shaped("{ keep: { T3: [5, \"30\"] } }", ["f": fibre]).rows == [
      "01004|catégorie|5|5", "02001|locaux|30|(confidential)",
    ])
  #expect(Shaped("{ keep: { code: 01004 } }", ["f": fibre]).rows.count == 2)
  let gaps = "c;n\nA;1\n;2\nB;\n"
  #expect(Shaped("{ drop: { c: \"\" } }", ["f": gaps]).rows == ["A|1", "B|(not available)"])
  #expect(Shaped("{ drop: { n: \"\" } }", ["f": gaps]).rows == ["A|1", "(not available)|2"])
}

@Test("Columns turn into rows, and a missing cell keeps its reason")
func long() {
  let steps = "{ keep: { champ: locaux } }, { long: { columns: [T3, T4], names: trimestre, values: n } }"
  let turned = Shaped(steps, ["f": fibre])
  #expect(turned.columns == ["code", "champ", "trimestre", "n"])
  #expect(
    Set(turned.rows) == [
      "01004|locaux|T3|10", "01004|locaux|T4|20", "02001|locaux|T3|30", "02001|locaux|T4|(confidential)",
    ])
}

@Test("Interleaved metrics turn into columns")
func wide() {
  let steps = "{ wide: { names: champ, values: T3 } }"
  let shaped = Shaped(steps, ["f": "code;champ;T3\na;x;1\na;y;2\nb;x;3\n"])
  #expect(shaped.columns == ["code", "x", "y"])
  #expect(shaped.rows == ["a|1|2", "b|3|(not available)"])
}

@Test("Two rows for one cell are an error, for the cell can hold one")
func doubledCell() {
  let shaped = Shaped("{ wide: { names: champ, values: n } }", ["f": "champ;n\nx;1\nx;2\n"])
  #expect(shaped.codes == ["several-values"])
}

@Test("A cell that holds several codes becomes as many rows, whatever signs are in it")
func split() {
  let steps = "{ split: { column: communes, by: \";\" } }"
  let shaped = Shaped(steps, ["q": "qp,communes\nA,\"01004; 01005\"\nB,01053\nC,\"x\"\"y;é\"\n"])
  #expect(shaped.rows == ["A|01004", "A|01005", "B|01053", "C|x\"y", "C|é"])
}

@Test("A join adds columns by a key and doubles no row")
func join() {
  let files: KeyValuePairs = ["q": "qp;com\nA;01004\nB;01005\n", "c": "insee;nom;pop\n01004;Ambérieu;100\n"]
  let kept = Shaped("{ join: { with: c, on: { com: insee } } }", files)
  #expect(kept.columns == ["qp", "com", "nom", "pop"])
  #expect(kept.rows == ["A|01004|Ambérieu|100", "B|01005|(not available)|(not available)"])
  #expect(
    Shaped("{ join: { with: c, on: { com: insee }, columns: [pop], unmatched: drop } }", files).rows == [
      "A|01004|100"
    ])
}

@Test("A key that stands twice is an error at its second row; keys that never meet are one too")
func joinMistakes() {
  let doubled = Shaped("{ join: { with: c, on: k } }", ["q": "k;a\n1;x\n", "c": "k;b\n1;y\n2;z\n1;w\n"])
  #expect(doubled.codes == ["doubled-key"])
  #expect(doubled.places == ["c.csv:4"])
  #expect(doubled.hints.first?.contains("ligne 2") == true)
  #expect(
    Shaped("{ join: { with: c, on: k } }", ["q": "k;a\n1;x\n", "c": "k;b\n7;y\n"]).codes == [
      "no-key-in-common"
    ])
}

@Test("Columns are computed from others; a missing value or a zero below the line is missing, never zero")
func compute() {
  let shaped = Shaped(
    "{ compute: { taux: 100 * a / b, double: taux * 2 } }", ["f": "a;b\n1;4\nnd;4\n3;0\n"])
  #expect(
    shaped.rows == [
      "1|4|25|50", "(not available)|4|(not available)|(not available)", "3|0|(not available)|(not available)",
    ])
}

@Test("Whole numbers divide to fractions")
func division() {
  #expect(Shaped("{ compute: { x: a / 2 } }", ["f": "a\n7\n"]).rows == ["7|3.5"])
}

@Test("Rows are taken together; missing values are left out of every function")
func group() {
  let steps =
    "{ group: { by: [z], compute: { s: sum(v), m: mean(v), w: \"mean(v, p)\", d: median(v), n: count(), c: count(v), q: share(v) } } }"
  let shaped = Shaped(steps, ["f": "z;v;p\nA;1;1\nA;3;3\nB;4;1\nB;nd;9\n"])
  // A: sum 4, mean 2, (1·1 + 3·3) / 4 = 2.5, median 2, share 4 / 8. B: the missing value counts as a row only.
  #expect(shaped.columns == ["z", "s", "m", "w", "d", "n", "c", "q"])
  #expect(shaped.rows == ["A|4|2|2.5|2|2|2|50", "B|4|4|4|4|2|1|50"])
}

@Test("All rows in one where there is nothing to tell groups apart")
func groupAll() {
  #expect(
    Shaped("{ group: { compute: { s: sum(v), x: max(v) - min(v) } } }", ["f": "v\n1\n5\n"]).rows == ["6|4"])
}

@Test("A query reads the report's tables, and nothing else")
func query() {
  let files: KeyValuePairs = ["f": "z;v\nA;1\nB;2\n"]
  #expect(
    Shaped("{ query: \"SELECT z, v * 10 AS dix FROM f ORDER BY v DESC\" }", files, from: "").rows == [
      "B|20", "A|10",
    ])
  #expect(Shaped("{ query: \"DELETE FROM f\" }", files, from: "").codes == ["step-failed"])
  #expect(Shaped("{ query: \"ATTACH 'x.db' AS y\" }", files, from: "").codes.first == "query-refused")
  #expect(Shaped("{ query: \"SELECT nom FROM f\" }", files, from: "").codes == ["step-failed"])
  #expect(Shaped("{ query: \"SELECT 1\" }", files).codes == ["query-comes-first"])
}

@Test(
  "A mistake in a step is an error that says what would mend it",
  arguments: [
    ("{ keep: { champs: x } }", "unknown-data-column", "champ"),
    ("{ keep: { champ: loco } }", "no-such-row", "locaux"),
    ("{ compute: { x: T5 * 2 } }", "unknown-data-column", "T"),
    ("{ compute: { x: champ * 2 } }", "not-numbers", "vigie data"),
    ("{ compute: { x: T3 + ; } }", "not-an-expression", "crochets"),
    ("{ compute: { x: sum(T3) } }", "over-rows", "group"),
    ("{ group: { compute: { x: T3 } } }", "not-over-rows", "sum("),
    ("{ compute: { T3: 1 } }", "name-taken", ""),
    ("{ rename: { T3: code } }", "name-taken", ""),
    ("{ join: { with: nulle, on: code } }", "unknown-table", "f"),
    ("{ kep: { champ: x } }", "unknown-step", "keep"),
    ("{ keep: { champ: locaux }, drop: {} }", "several-steps", "tiret"),
    ("{ long: { columns: [T9], names: n, values: v } }", "unknown-data-column", "T"),
  ])
func mistakes(steps: String, code: String, hint: String) {
  let shaped = Shaped(steps, ["f": fibre])
  #expect(shaped.codes == [code])
  #expect(shaped.places.allSatisfy { $0.hasPrefix("report.yml:6") })
  #expect(hint.isEmpty || shaped.hints.contains { $0.contains(hint) }, "\(shaped.hints)")
}

@Test("A table that is made from nothing, or from itself, is refused")
func origins() {
  #expect(Shaped("{ keep: { a: b } }", ["f": "a\nb\n"], from: "").codes == ["table-from-nothing"])
  #expect(Shaped("{ keep: { a: b } }", ["f": "a\nb\n"], from: "from: t, ").codes == ["unknown-table"])
}

@Test("Traces lead from a row to the rows it was made from")
func traces() {
  let steps = "{ drop: { z: C } }, { group: { by: [z], compute: { s: sum(v) } } }"
  let shaped = Shaped(steps, ["f": "z;v\nC;9\nA;1\nB;2\nA;3\n"], traces: true)
  #expect(shaped.rows == ["A|4", "B|2"])
  #expect(shaped.traced(0) == [[1, 3]])
  #expect(shaped.traced(1) == [[2]])
}

@Test("A hundred thousand rows are joined and grouped in no time that a person would notice")
func large() {
  let rows = (0..<100_000).map { "\($0 % 500);\($0 % 7)" }.joined(separator: "\n")
  let keys = (0..<500).map { "\($0);\($0 % 10)" }.joined(separator: "\n")
  let steps = "{ join: { with: k, on: c } }, { group: { by: [g], compute: { s: sum(v), n: count() } } }"
  let clock = ContinuousClock()
  var made: [String] = []
  let time = clock.measure {
    made = Shaped(steps, ["f": "c;v\n\(rows)\n", "k": "c;g\n\(keys)\n"]).rows
  }
  var sums = [Int](repeating: 0, count: 10)
  for row in 0..<100_000 { sums[row % 500 % 10] += row % 7 }
  #expect(Set(made) == Set(sums.enumerated().map { "\($0.offset)|\($0.element)|10000" }))
  #expect(time < .seconds(20))  // a debug build, on a busy machine
}
