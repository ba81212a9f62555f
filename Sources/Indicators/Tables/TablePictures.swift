import DataSources
import Diagnostics
import Spec

/// What is drawn in the cells of a column, its other columns found and its scale settled.
struct PicturedColumn {
  let spec: CellPictureSpec
  fileprivate let target: Int?
  fileprivate let to: Int?
  fileprivate let series: [Int]
  fileprivate let low: Double
  fileprivate let high: Double
}

extension TableArranger {
  /// The columns with pictures, by their places.
  mutating func picturedColumns() -> [PicturedColumn?] {
    table.columns.indices.map { column in
      guard let spec = table.columns[column].spec?.draw, !table.columns[column].isHidden else { return nil }
      let pictured = pictured(spec, column)
      if let kind = PictureColumn.Kind(spec.kind.value) {
        table.columns[column].published.pictures = PictureColumn(
          kind: kind, low: pictured.low, high: pictured.high)
      }
      return pictured
    }
  }

  /// What the signs of pictures stand for, where no head says it.
  func pictureRemarks() -> [String] {
    distinct(
      shownColumns.compactMap { column -> String? in
        guard let draw = table.columns[column].spec?.draw else { return nil }
        let head = table.columns[column].published.head
        let other = draw.to.flatMap { table.columnIndex($0.value) }.map { table.columns[$0].published.head }
        switch draw.kind.value {
        case .dumbbell: return other.map { wording.dumbbell(from: head, to: $0) }
        case .bullet: return wording.bullet
        case .bar, .sparkline, .sparkBars, .status, .arrow, .rank, .heat, .dots: return nil
        }
      })
  }

  private mutating func pictured(_ spec: CellPictureSpec, _ column: Int) -> PicturedColumn {
    let target = spec.target.flatMap { numbers($0) }
    let to = spec.to.flatMap { numbers($0) }
    let series = spec.columns.compactMap { numbers($0) }
    if spec.kind.value.needsNumbers, table.columns[column].isText, series.isEmpty,
      !table.rows.contains(where: { !$0.cells[column].extra.series.isEmpty })
    {
      let name = table.columns[column].name
      diagnostics.report(
        .error(.pictureOfText(name.value), at: spec.kind.place, hints: textHints(of: column)))
    }
    if spec.kind.value.isSeries, spec.columns.count < 2,
      !table.rows.contains(where: { !$0.cells[column].extra.series.isEmpty })
    {
      diagnostics.report(.error(.seriesOfNothing, at: spec.kind.place, hints: [.nameSeries]))
    }
    if spec.kind.value == .dumbbell, spec.to == nil {
      diagnostics.report(.error(.dumbbellToNothing, at: spec.kind.place))
    }
    let values = drawn(spec, column, target: target, to: to, series: series)
    var low = values.min() ?? 0
    var high = values.max() ?? 1
    if spec.kind.value.startsAtZero { (low, high) = (min(0, low), max(0, high)) }
    if spec.kind.value == .dots { (low, high) = (0, 100) }
    low = spec.low?.value ?? low
    high = spec.high?.value ?? high
    if high <= low { high = low + 1 }
    return PicturedColumn(spec: spec, target: target, to: to, series: series, low: low, high: high)
  }

  /// A column of numbers that a picture is made from.
  private mutating func numbers(_ name: Located<String>) -> Int? {
    guard let index = column(name) else { return nil }
    if table.columns[index].isText {
      diagnostics.report(.error(.pictureOfText(name.value), at: name.place, hints: textHints(of: index)))
    }
    return index
  }

  /// All numbers that a column's pictures show: they have one scale.
  private func drawn(
    _ spec: CellPictureSpec, _ column: Int, target: Int?, to: Int?, series: [Int]
  ) -> [Double] {
    let columns = spec.kind.value.isSeries ? series : [column, target, to].compactMap(\.self)
    return table.rows.flatMap { row in
      columns.compactMap { row.cells[$0].number } + row.cells[column].extra.series.compactMap(\.self)
        + (spec.kind.value == .bullet ? [row.cells[column].extra.target].compactMap(\.self) : [])
    }
  }
}

extension PicturedColumn {
  /// A row's cell with its picture.
  func cell(_ row: TypedTable.Row, _ column: Int, _ arranger: TableArranger) -> PublishedTable.Cell {
    let cell = row.cells[column]
    var detail = PublishedTable.Detail()
    detail.hung = cell.extra.hung
    detail.picture = picture(row, column, arranger)
    if spec.kind.value == .heat, row.kind == .data, let number = cell.number,
      let scale = arranger.table.columns[column].published.legend
    {
      detail.shade = arranger.shades[scale].index(of: number)
    }
    if case .missing = cell.value, series.isEmpty, cell.extra.series.isEmpty {
      return PublishedTable.Cell(cell.text, detail)
    }
    detail.alternative = alternative(row, column, arranger)
    if detail.picture == nil, spec.kind.value != .heat { return PublishedTable.Cell(cell.text, detail) }
    return PublishedTable.Cell(spec.showsValue ? shownText(row, column, arranger) : "", detail)
  }

  private func picture(_ row: TypedTable.Row, _ column: Int, _ arranger: TableArranger) -> CellPicture? {
    switch spec.kind.value {
    case .heat: return nil
    case .sparkline: return values(row, column).map(CellPicture.line)
    case .sparkBars: return values(row, column).map(CellPicture.bars)
    case .status: return .status(shape(row.cells[column]))
    case .bar, .bullet, .dumbbell, .arrow, .rank, .dots:
      guard let number = row.cells[column].number else { return nil }
      return picture(of: number, row, column)
    }
  }

  /// The picture of one number.
  private func picture(of number: Double, _ row: TypedTable.Row, _ column: Int) -> CellPicture? {
    switch spec.kind.value {
    case .bar: return .bar(number)
    case .bullet: return .bullet(number, target: goal(row, column))
    case .dumbbell: return end(row).map { .dumbbell(from: number, to: $0) }
    case .arrow: return .arrow(isZero(row.cells[column].text) ? .level : number > 0 ? .up : .down)
    case .rank: return .badge
    case .dots:
      let count = spec.count?.value ?? 10
      let share = min(1, max(0, (number - low) / (high - low)))
      return .dots(filled: Int((share * Double(count)).rounded(.toNearestOrAwayFromZero)), of: count)
    case .heat, .sparkline, .sparkBars, .status: return nil
    }
  }

  private func goal(_ row: TypedTable.Row, _ column: Int) -> Double? {
    guard let target else { return row.cells[column].extra.target }
    return row.cells[target].number
  }

  private func end(_ row: TypedTable.Row) -> Double? {
    guard let to else { return nil }
    return row.cells[to].number
  }

  /// Whether a number is printed as zero: its sign is then lost, and so is where it goes.
  private func isZero(_ text: String) -> Bool { !text.contains { "123456789".contains($0) } }

  /// The values of a series; `nil` where there is none at all.
  private func values(_ row: TypedTable.Row, _ column: Int) -> [Double?]? {
    let values = series.isEmpty ? row.cells[column].extra.series : series.map { row.cells[$0].number }
    return values.contains { $0 != nil } ? values : nil
  }

  private func shape(_ cell: TypedTable.Cell) -> StatusShape {
    if let shape = cell.extra.shape { return shape }
    if spec.favourable.contains(where: { $0.value == cell.text }) { return .favourable }
    if spec.unfavourable.contains(where: { $0.value == cell.text }) { return .unfavourable }
    return .neutral
  }

  private func shownText(_ row: TypedTable.Row, _ column: Int, _ arranger: TableArranger) -> String {
    guard spec.kind.value.isSeries, let last = values(row, column)?.last ?? nil else {
      return row.cells[column].text
    }
    return arranger.set(printer(column, arranger)(last))
  }

  private func printer(_ column: Int, _ arranger: TableArranger) -> @Sendable (Double) -> String {
    arranger.table.columns[series.first ?? column].print
  }

  /// What a picture shows, where no number beside it says so.
  private func alternative(_ row: TypedTable.Row, _ column: Int, _ arranger: TableArranger) -> String? {
    let wording = arranger.wording
    switch spec.kind.value {
    case .sparkline, .sparkBars:
      guard let values = values(row, column)?.compactMap(\.self), let first = values.first,
        let last = values.last, let low = values.min(), let high = values.max()
      else { return wording.mark(.notAvailable) }
      let print = printer(column, arranger)
      return arranger.set(
        wording.series(from: print(first), to: print(last), low: print(low), high: print(high)))
    case .dumbbell:
      guard let to else { return nil }
      return arranger.set(wording.fromTo(row.cells[column].text, row.cells[to].text))
    case .bullet:
      let own = row.cells[column].text
      let printed =
        target.map { row.cells[$0].text }
        ?? row.cells[column].extra.target.map { printer(column, arranger)($0) }
      return printed.map { arranger.set(wording.against(own, target: $0)) }
    case .dots, .bar, .arrow, .rank, .status, .heat: return spec.showsValue ? nil : row.cells[column].text
    }
  }
}

extension CellPictureKind {
  fileprivate var isSeries: Bool {
    switch self {
    case .sparkline, .sparkBars: true
    case .bar, .bullet, .dumbbell, .status, .arrow, .rank, .heat, .dots: false
    }
  }

  /// Whether a length or a height stands for a number, so that it has to start at zero.
  fileprivate var startsAtZero: Bool {
    switch self {
    case .bar, .bullet, .sparkBars: true
    case .dumbbell, .sparkline, .status, .arrow, .rank, .heat, .dots: false
    }
  }

  fileprivate var needsNumbers: Bool { self != .status }
}

extension PictureColumn.Kind {
  /// `nil` for what has no picture but a ground.
  fileprivate init?(_ kind: CellPictureKind) {
    switch kind {
    case .bar: self = .bar
    case .bullet: self = .bullet
    case .dumbbell: self = .dumbbell
    case .sparkline: self = .line
    case .sparkBars: self = .bars
    case .status: self = .status
    case .arrow: self = .arrow
    case .rank: self = .badge
    case .dots: self = .dots
    case .heat: return nil
    }
  }
}

extension Wording {
  fileprivate func series(from first: String, to last: String, low: String, high: String) -> String {
    pick(
      "de \(first) à \(last), entre \(low) et \(high)", "from \(first) to \(last), between \(low) and \(high)"
    )
  }
  fileprivate func dumbbell(from: String, to: String) -> String {
    pick("Point plein\(colon)\(from)\(semicolon)anneau\(colon)\(to).", "Full dot: \(from); ring: \(to).")
  }
  fileprivate var bullet: String {
    pick("Barre\(colon)la valeur\(semicolon)trait\(colon)la cible.", "Bar: the value; stroke: the target.")
  }
  fileprivate func fromTo(_ from: String, _ to: String) -> String {
    pick("de \(from) à \(to)", "from \(from) to \(to)")
  }
  fileprivate func against(_ value: String, target: String) -> String {
    pick("\(value) pour une cible de \(target)", "\(value) for a target of \(target)")
  }
}

extension Diagnostic.Message {
  fileprivate static func pictureOfText(_ name: String) -> Self {
    Self(
      "picture-of-text", fr: "« \(name) » contient des textes : rien ne peut en être dessiné",
      en: "“\(name)” holds texts: nothing can be drawn from it")
  }
  fileprivate static var seriesOfNothing: Self {
    Self(
      "series-of-nothing", fr: "cette suite n’a pas deux colonnes à montrer",
      en: "this series has no two columns to show")
  }
  fileprivate static var dumbbellToNothing: Self {
    Self(
      "dumbbell-to-nothing", fr: "cet haltère n’a qu’un bout : ajoutez « to: COLONNE »",
      en: "this dumbbell has one end only: add “to: COLUMN”")
  }
}

extension Diagnostic.Hint {
  fileprivate static let nameSeries = Self(
    fr: "nommez-les, de la plus ancienne à la plus récente : « columns: [T1, T2, T3] »",
    en: "name them, the oldest first: “columns: [Q1, Q2, Q3]”")
}
