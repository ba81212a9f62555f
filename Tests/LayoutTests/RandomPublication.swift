import Model
import TestSupport

@testable import Indicators

/// A publication of random blocks in which every word is different, so that each can be looked for.
struct RandomPublication {
  private var generator: SeededGenerator
  private var wordCount = 0
  /// The names of its figures, in order.
  private(set) var figures: [String] = []
  /// The words in the order in which they are read. Within a chart any order will do.
  private(set) var expected: [Expected] = []

  enum Expected {
    case inOrder([String])
    case inAnyOrder([String])
  }

  init(seed: Int) { generator = SeededGenerator(seed: seed) }

  mutating func publication() -> Publication {
    let title = text(1...8)
    let body = blocks(depth: 0)
    return LayoutTests.publication(body, title: title, publisher: "Nous")
  }

  private mutating func blocks(depth: Int) -> [PublishedBlock] {
    // A page break right after a heading is the author's own doing.
    [content(depth: depth)]
      + (0..<generator.next(below: 6)).map { _ in
        generator.isTrue(onceIn: 8) ? .pageBreak : content(depth: depth)
      }
  }

  private mutating func content(depth: Int) -> PublishedBlock {
    switch generator.next(below: depth < 3 ? 12 : 7) {
    case 0, 1: .text(texts(depth: 0))
    case 2: .keyFigures((0..<generator.next(in: 1...7)).map { _ in keyFigure() })
    case 3: .figure(figure(chart: true))
    case 4: .figure(figure(chart: false))
    case 5: sources()
    case 6: callout()
    case 7: .grid(columns: generator.next(in: 1...4), (0..<generator.next(in: 1...6)).map { _ in cell() })
    case 8:
      .arranged(.columns(generator.next(in: 1...3)), (0..<generator.next(in: 1...5)).map { _ in cell() })
    case 9:
      .arranged(.float(.beside, generator.pick([.third, .half])), [.figure(figure(chart: true))])
    default: section(depth: depth)
    }
  }

  private mutating func callout() -> PublishedBlock {
    let word = text(1...2)
    let title = generator.isTrue(onceIn: 2) ? text(1...8) : nil
    return .callout(PublishedCallout(word: word, title: title, texts: texts(depth: 0)))
  }

  private mutating func section(depth: Int) -> PublishedBlock {
    let title = text(1...12)
    return .section(title: title, body: blocks(depth: depth + 1))
  }

  private mutating func cell() -> PublishedBlock {
    switch generator.next(below: 3) {
    case 0: .text(texts(depth: 1))
    case 1: .figure(figure(chart: true))
    default: .figure(figure(chart: false, columnCount: 2))
    }
  }

  private mutating func keyFigure() -> PublishedKeyFigure {
    let value = text(1...1)
    let label = text(1...6)
    return PublishedKeyFigure(
      value: value, label: label, detail: generator.isTrue(onceIn: 2) ? text(1...8) : nil)
  }

  private mutating func sources() -> PublishedBlock {
    let title = text(1...3)
    let methods = (0..<generator.next(below: 3)).map { _ in rich(1...80) }
    let entries = (0..<generator.next(below: 4)).map { _ in
      let title = text(2...20)
      let method = generator.isTrue(onceIn: 2) ? rich(1...60) : nil
      let lines = (0..<generator.next(below: 3)).map { _ in line("Licence") }
      let link = generator.isTrue(onceIn: 2) ? "https://example.org" : nil
      return SourceEntry(title: title, lines: lines, method: method, link: link)
    }
    return .sources(title: title, entries, methods: methods)
  }

  // MARK: Texts

  private mutating func texts(depth: Int) -> [PublishedText] {
    (0..<generator.next(in: 1...3)).map { _ in
      guard depth < 2, generator.isTrue(onceIn: 3) else { return .paragraph(rich(1...160)) }
      if generator.isTrue(onceIn: 3) { return .quote(texts(depth: depth + 1)) }
      let start = generator.isTrue(onceIn: 2) ? 1 : nil
      return .list(start: start, items: (0..<generator.next(in: 1...5)).map { _ in texts(depth: depth + 1) })
    }
  }

  private mutating func rich(_ count: ClosedRange<Int>) -> RichText {
    var pieces = [RichText.Piece(text: text(count))]
    for _ in 0..<generator.next(below: 3) {
      let words = text(1...6)
      let link = generator.isTrue(onceIn: 3) ? RichText.Link.address("https://example.org") : nil
      pieces.append(.init(text: " " + words, isStrong: generator.isTrue(onceIn: 2), link: link))
    }
    return RichText(pieces: pieces)
  }

  private mutating func line(_ label: String) -> ApparatusLine {
    ApparatusLine(label: label, text: text(1...40))
  }

  private mutating func text(_ count: ClosedRange<Int>) -> String {
    let words = (0..<generator.next(in: count)).map { _ in word() }
    expected.append(.inOrder(words))
    return words.joined(separator: " ")
  }

  private mutating func word() -> String {
    wordCount += 1
    return "w\(wordCount)" + String(repeating: "x", count: generator.next(below: 3))
  }

  // MARK: Figures

  private mutating func figure(chart: Bool, columnCount: Int? = nil) -> Figure {
    let title = text(1...14)
    let subtitle = generator.isTrue(onceIn: 2) ? text(1...10) : nil
    let content: Figure.Content =
      chart ? .chart(self.chart()) : .table(table(columnCount: columnCount ?? generator.next(in: 1...5)))
    let apparatus = ["Note", "Lecture", "Source"].prefix(generator.next(below: 4)).map { line($0) }
    figures.append("f\(figures.count + 1)")
    return Figure(
      id: figures[figures.count - 1], label: "Figure\u{A0}1", title: title, subtitle: subtitle,
      content: content,
      apparatus: apparatus)
  }

  private mutating func table(columnCount: Int) -> PublishedTable {
    let columns = (0..<columnCount).map { index in
      PublishedTable.Column(
        head: text(1...3), alignment: index == 0 ? .leading : .number, isStub: index == 0, isStrong: false)
    }
    let rows = (0..<generator.next(in: 1...40)).map { _ in
      columns.map { text($0.isStub ? 1...8 : 1...1) }
    }
    return PublishedTable(columns: columns, rows: rows)
  }

  private mutating func chart() -> PublishedChart {
    let count = generator.next(in: 1...20)
    let categories = (0..<count).map { _ in
      PublishedChart.Category(
        label: (0..<generator.next(in: 1...4)).map { _ in word() }.joined(separator: " "),
        isHighlighted: false)
    }
    let series = (0..<generator.next(in: 1...3)).map { index in
      PublishedChart.Series(name: word(), role: index == 0 ? .subject : .reference)
    }
    let bars = series.map { _ in
      (0..<count).map { _ in PublishedChart.Bar(number: Double(generator.next(below: 100)), label: word()) }
    }
    let names = series.count > 1 ? series.map(\.name) : []
    expected.append(
      .inAnyOrder(
        categories.flatMap { $0.label.split(separator: " ").map(String.init) } + names
          + bars.flatMap { $0.map(\.label) }))
    return PublishedChart(
      kind: .bar, orientation: generator.isTrue(onceIn: 2) ? .vertical : .horizontal, categories: categories,
      series: series, panels: [.init(title: nil, bars: bars)],
      hasHighlight: false, axis: .plain, alternative: "Graphique", conclusion: nil, description: "Valeurs")
  }
}
