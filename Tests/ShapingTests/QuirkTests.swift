import Testing

/// Shapes that official files have, each read by a few declared words. Sums are worked out by hand.
@Suite("Quirks of official files")
struct QuirkTests {
  @Test("An aggregate first row is dropped by what it says")
  func aggregate() {
    let text = "Quartier;n\nEnsemble des quartiers prioritaires;30\nNord;10\nSud;20\n"
    let steps =
      "{ drop: { Quartier: Ensemble des quartiers prioritaires } }, { group: { compute: { n: sum(n) } } }"
    #expect(Shaped(steps, ["f": text]).rows == ["30"])
  }

  @Test("Marks of each kind keep it through the steps, and none is zero")
  func marks() {
    let text = "z;v\na;ns\nb;so\nc;s\nd;nd\ne;-9999\nf;faible\ng;1-5\nh;\ni;7\n"
    let declared =
      "missing: { \"-9999\": not-available, faible: negligible, 1-5: suppressed-by-band }"
    let steps = "{ rename: { v: valeur } }"
    let shaped = Shaped(steps, ["f": text], declared: ["f": declared])
    #expect(
      shaped.rows == [
        "a|(not significant)", "b|(not applicable)", "c|(confidential)", "d|(not available)",
        "e|(not available)", "f|(negligible)", "g|(suppressed by band)", "h|(not available)", "i|7",
      ])
    let sum = Shaped(
      "{ group: { compute: { s: sum(v), n: count(v) } } }", ["f": text], declared: ["f": declared])
    #expect(sum.rows == ["7|1"])
  }

  @Test("A column whose name changes with the year is found by what stays, or by a parameter")
  func changingName() {
    let text = "code;taux_2024;note\na;1,5;x\n"
    #expect(Shaped("{ rename: { \"taux_*\": taux } }", ["f": text]).columns == ["code", "taux", "note"])
    let filled = Shaped("{ rename: { taux_$annee: taux } }", ["f": text], parameters: "annee: 2024")
    #expect(filled.rows == ["a|1.5|x"])
    let two = Shaped("{ rename: { \"*o*\": taux } }", ["f": text])
    #expect(two.codes == ["several-columns"])
    #expect(Shaped("{ rename: { \"part_*\": taux } }", ["f": text]).codes == ["unknown-data-column"])
  }

  @Test("Quarters that stand in columns turn into rows by one pattern")
  func quarters() {
    let steps = "{ long: { columns: [\"T*\"], names: trimestre, values: n } }"
    let shaped = Shaped(steps, ["f": "code;T3 2017;T4 2017;T1 2018\n01;1;2;s\n"])
    #expect(shaped.rows == ["01|T3 2017|1", "01|T4 2017|2", "01|T1 2018|(confidential)"])
  }

  @Test(
    "Metrics interleaved by row turn into columns, percentages among them, and keep why a cell is missing")
  func interleaved() {
    let text = "code;champ;T4\n01;locaux;120\n01;part;60 %\n01;bande;s\n02;locaux;nd\n02;part;40%\n"
    let steps = "{ wide: { names: champ, values: T4 } }, { compute: { raccordés: locaux * part / 100 } }"
    for traces in [false, true] {
      let shaped = Shaped(steps, ["f": text], traces: traces)
      #expect(shaped.columns == ["code", "locaux", "part", "bande", "raccordés"])
      #expect(
        shaped.rows == [
          "01|120|60|(confidential)|72", "02|(not available)|40|(not available)|(not available)",
        ])
    }
  }

  @Test(
    "Quarters in columns and metrics in rows are turned one after the other, and cells keep their reasons")
  func both() {
    let text = "code;champ;T3;T4\n01;locaux;1;s\n01;part;10 %;20 %\n02;locaux;ns;4\n02;part;30 %;nd\n"
    let steps =
      "{ long: { columns: [\"T*\"], names: t, values: n } }, { wide: { names: champ, values: n } }"
    let shaped = Shaped(steps, ["f": text])
    #expect(shaped.columns == ["code", "t", "locaux", "part"])
    #expect(
      Set(shaped.rows) == [
        "01|T3|1|10", "01|T4|(confidential)|20", "02|T3|(not significant)|30", "02|T4|4|(not available)",
      ])
  }

  @Test("Years, which are numbers, turn into columns as words do")
  func years() {
    let text = "z;annee;n\nA;2023;1\nA;2024;2\nB;2023;3\n"
    let shaped = Shaped("{ wide: { names: annee, values: n } }", ["f": text])
    #expect(shaped.columns == ["z", "2023", "2024"])
    #expect(shaped.rows == ["A|1|2", "B|3|(not available)"])
    #expect(
      Shaped("{ wide: { names: annee, values: n } }", ["f": text + "A;2023;9\n"]).codes == ["several-values"])
  }

  @Test("Titles, a double header, trailing columns and a decimal comma in a quoted file are read at once")
  func windowsFile() {
    let text = """
      Quartiers prioritaires,,,,,
      Source : exemple,,,,,
      "Champ : ""QPV"", hors Mayotte",,,,,
      ,,,,,
      ,,,,,
      Code,Nom,2023,,,
      ,,Part des jeunes,Part des femmes,,
      QN00101M,"Croix
      Blanche","25,4","50,6",,
      QN00102M,"Gare, Sud","1 020,5",s,,

      """
    let shaped = Shaped(
      "{ rename: { \"2023 Part des jeunes\": jeunes } }", ["f": text],
      declared: ["f": "header-line: 6, header-rows: 2"])
    #expect(shaped.codes == [])
    #expect(shaped.columns == ["Code", "Nom", "jeunes", "2023 Part des femmes"])
    #expect(
      shaped.rows == ["QN00101M|Croix\nBlanche|25.4|50.6", "QN00102M|Gare, Sud|1020.5|(confidential)"])
  }

  @Test("Keys that lost their zeros are pointed out with what gives them back")
  func lostZeros() {
    let communes = "code;nom\n01004;Ambérieu\n2A004;Ajaccio\n59350;Lille\n"
    // Text, since one code has a letter: only some keys meet.
    let files: KeyValuePairs = ["f": "insee;n\n1004;1\n2A004;2\n59350;3\n", "c": communes]
    let steps = "{ join: { with: c, on: { insee: code } } }"
    let warned = Shaped(steps, files)
    #expect(warned.codes == ["lost-zeros"])
    #expect(warned.places == ["f.csv:2"])
    #expect(warned.hints.first?.contains("pad: { insee: 5 }") == true)
    #expect(warned.rows.first == "1004|1|(not available)")
    let mended = Shaped(steps, files, declared: ["f": "pad: { insee: 5 }"])
    #expect(mended.codes == [])
    #expect(mended.rows == ["01004|1|Ambérieu", "2A004|2|Ajaccio", "59350|3|Lille"])
    // The other way round: the list lost them.
    let list = "code;nom\n1004;Ambérieu\n2A004;Ajaccio\n"
    let other = Shaped(steps, ["f": "insee;n\n01004;1\n2A004;2\n", "c": list])
    #expect(other.codes == ["lost-zeros"])
    #expect(other.hints.first?.contains("pad: { code: 5 }") == true)
    // None meets: an error that says the same.
    let none = Shaped(steps, ["f": "insee;n\n1004;1\nx;2\n", "c": communes])
    #expect(none.codes == ["no-key-in-common"])
    #expect(none.hints.contains { $0.contains("pad: { insee: 5 }") })
  }

  @Test("A series whose definition changes in mid-course is cut in two")
  func changedDefinition() {
    let text = "annee;taux;definition\n2022;10;ancienne\n2023;12;ancienne\n2024;30;nouvelle\n"
    #expect(Shaped("{ keep: { definition: nouvelle } }", ["f": text]).rows == ["2024|30|nouvelle"])
  }
}
