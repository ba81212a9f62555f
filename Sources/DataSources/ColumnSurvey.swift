/// What all the cells of a column are, for a first look at it.
struct ColumnSurvey {
  let name: String
  let type: ColumnType
  private(set) var missing: [MissingKind: Int] = [:]
  /// The first few different cells that hold something.
  private(set) var examples: [String] = []
  /// How many cells read as numbers.
  private(set) var numbers = 0
  /// The first different texts that are no numbers, with how often each stands there.
  private(set) var words: [(text: String, count: Int)] = []
  private(set) var hasMoreWords = false
  private(set) var smallest = Double.infinity
  private(set) var secondSmallest = Double.infinity
  /// How many characters cells of digits have; empty as soon as a cell is anything but a code.
  private(set) var codeLengths: Set<Int> = []
  private(set) var areCodes = true

  /// How many different words a column of numbers may hold that are likely marks.
  private static let mostWords = 6

  init(ofColumn column: Int, in table: Table) {
    name = table.columns[column].name
    type = table.columns[column].type
    for row in table.rows {
      if case .missing(let kind) = table.cell(row: row, column: column) {
        missing[kind, default: 0] += 1
        continue
      }
      let text = table.text(row: row, column: column)
      if examples.count < 3, !examples.contains(text) { examples.append(text) }
      addCode(text)
      switch table.number(row: row, column: column) {
      case .number(let number), .percent(let number): add(number)
      case .notANumber(let text): add(word: text.trimmingSpaces())
      case .missing: add(word: text.trimmingSpaces())
      }
    }
  }

  private mutating func add(_ number: Double) {
    numbers += 1
    if number < smallest {
      (smallest, secondSmallest) = (number, smallest)
    } else if number > smallest, number < secondSmallest {
      secondSmallest = number
    }
  }

  private mutating func add(word: String) {
    guard !hasMoreWords else { return }
    if let index = words.firstIndex(where: { $0.text == word }) {
      words[index].count += 1
    } else if words.count < Self.mostWords {
      words.append((word, 1))
    } else {
      hasMoreWords = true
    }
  }

  /// Codes are digits; those of communes may have `2A` or `2B` in front.
  private mutating func addCode(_ text: String) {
    guard areCodes else { return }
    let code = text.trimmingSpaces().utf8
    let digits = code.starts(with: "2A".utf8) || code.starts(with: "2B".utf8) ? code.dropFirst(2) : code[...]
    areCodes = !code.isEmpty && digits.allSatisfy(ASCII.isDigit)
    codeLengths.insert(code.count)
  }
}
