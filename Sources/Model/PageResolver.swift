import Diagnostics
import DrawList
import Spec

/// Resolves what a report says of its pages.
extension Resolver {
  /// The theme's page, with what the report has otherwise.
  mutating func page(of theme: PageGeometry) -> PageGeometry {
    guard let spec = spec.head.page else { return theme }
    var page = theme.on(SheetChoice(spec.choice))
    if let margins = spec.margins {
      page.top = margins.top.map { points($0.value) } ?? page.top
      page.bottom = margins.bottom.map { points($0.value) } ?? page.bottom
      page.left = margins.inner.map { points($0.value) } ?? page.left
      page.right = margins.outer.map { points($0.value) } ?? page.right
    }
    if let sides = spec.sides { page.sides = sides.value }
    // A header stands in its margin, however small that is.
    page.headerBaseline = min(page.headerBaseline, page.top * 0.6)
    page.footerHeight = min(page.footerHeight, page.bottom * 0.55)
    checkFrame(of: page, at: spec.margins?.place ?? spec.choice.place)
    return page
  }

  /// A sheet within the report; reported where the report's margins leave no room on it.
  mutating func sheet(_ spec: SheetSpec) -> SheetChoice {
    let choice = SheetChoice(spec)
    if let page = reportPage?.on(choice) { checkFrame(of: page, at: spec.place) }
    if let outer = arrangements.last {
      diagnostics.report(.error(.sheetWithin(outer), at: spec.place, hints: [.takeOut]))
    }
    return choice
  }

  private mutating func checkFrame(of page: PageGeometry, at place: Place) {
    let frame = page.frame.size
    if frame.width >= Self.leastFrame.width, frame.height >= Self.leastFrame.height { return }
    diagnostics.report(
      .error(.marginsTooWide(width: millimetres(frame.width), height: millimetres(frame.height)), at: place))
  }

  /// What a heading, a line of text and a small figure need.
  private static let leastFrame = Size(width: points(50), height: points(60))

  private func millimetres(_ length: Points) -> Int { Int((length * 25.4 / 72).rounded()) }

  // MARK: Blocks

  mutating func arranged(_ spec: Located<ArrangementSpec>, _ blocks: [BlockSpec]) -> Block {
    let arrangement: Arrangement
    switch spec.value {
    case .sheet(let sheet): arrangement = .sheet(self.sheet(sheet))
    case .columns(let count): arrangement = .columns(count)
    case .float(let place, let width):
      arrangement = .float(place, width)
      if let outer = arrangements.last, outer != "sheet" {
        diagnostics.report(.error(.floatWithin(outer), at: spec.place, hints: [.takeOut]))
      }
    }
    if case .columns = arrangement, let outer = arrangements.last {
      diagnostics.report(.error(.columnsWithin(outer), at: spec.place, hints: [.takeOut]))
    }
    return .arranged(arrangement, within(arrangement.word) { $0.blocks(blocks) })
  }

  /// Resolves what stands in something that sheets and floats cannot stand in.
  mutating func within<Result>(_ word: String?, _ resolve: (inout Resolver) -> Result) -> Result {
    guard let word else { return resolve(&self) }
    arrangements.append(word)
    defer { arrangements.removeLast() }
    return resolve(&self)
  }

  mutating func blocks(_ specs: [BlockSpec]) -> [Block] { specs.compactMap { block($0) } }

  mutating func section(_ spec: SectionSpec) -> Block {
    let title = plainText(spec.title)
    sectionDepth += 1
    defer { sectionDepth -= 1 }
    if sectionDepth > 5 {
      diagnostics.report(.warning(.tooManyLevels, at: spec.title.place, hints: [.flattenSections]))
    }
    if let annex = spec.annex, annex.value == .yes, sectionDepth > 1 {
      diagnostics.report(.error(.annexWithin, at: annex.place, hints: [.takeOut]))
    }
    let sheet = spec.page.map { self.sheet($0) }
    let columns = spec.columns?.value ?? 1
    if let place = spec.columns?.place, let outer = arrangements.last {
      diagnostics.report(.error(.columnsWithin(outer), at: place, hints: [.takeOut]))
    }
    let body = within(columns > 1 ? "columns" : nil) { $0.blocks(spec.body) }
    return .section(
      Section(
        title: title, start: spec.start, sheet: sheet, columns: columns, isAnnex: spec.annex?.value == .yes,
        body: body))
  }

  mutating func grid(_ grid: GridSpec) -> Block {
    let blocks = within("grid") { $0.blocks(grid.blocks) }
    let columns = grid.columns?.value ?? max(1, min(3, blocks.count))
    for span in grid.spans where span.value > columns {
      diagnostics.report(.error(.spanTooWide(span.value, columns: columns), at: span.place))
    }
    if let extra = grid.spans.dropFirst(grid.blocks.count).first {
      diagnostics.report(.error(.strayspan(blocks: grid.blocks.count), at: extra.place))
    }
    let spans = blocks.indices.map { index in
      grid.spans.indices.contains(index) ? min(columns, grid.spans[index].value) : 1
    }
    return .grid(columns: columns, spans: spans, blocks)
  }
}

extension SheetChoice {
  init(_ spec: SheetSpec) {
    self.init(format: spec.format?.value, orientation: spec.orientation?.value)
  }
}

extension Arrangement {
  fileprivate var word: String {
    switch self {
    case .sheet: "sheet"
    case .columns: "columns"
    case .float: "float"
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func marginsTooWide(width: Int, height: Int) -> Self {
    Self(
      "margins-too-wide",
      fr:
        "les marges ne laissent que \(max(0, width)) × \(max(0, height)) mm sur cette page ; il faut 50 × 60 mm",
      en: "the margins leave only \(max(0, width)) × \(max(0, height)) mm of this page; 50 × 60 mm are needed"
    )
  }
  fileprivate static func sheetWithin(_ outer: String) -> Self {
    Self(
      "sheet-within", fr: "une autre page ne peut pas commencer dans « \(outer) »",
      en: "another sheet cannot start within “\(outer)”")
  }
  fileprivate static func floatWithin(_ outer: String) -> Self {
    Self(
      "float-within", fr: "un bloc flottant n’a pas où aller dans « \(outer) »",
      en: "a float has nowhere to go within “\(outer)”")
  }
  fileprivate static func columnsWithin(_ outer: String) -> Self {
    Self(
      "columns-within", fr: "des colonnes ne peuvent pas être mises dans « \(outer) »",
      en: "columns cannot stand within “\(outer)”")
  }
  fileprivate static var annexWithin: Self {
    Self(
      "annex-within", fr: "une annexe ne peut pas être dans une autre section",
      en: "an annex cannot stand in another section")
  }
  fileprivate static func spanTooWide(_ span: Int, columns: Int) -> Self {
    Self(
      "span-too-wide", fr: "un bloc ne peut pas prendre \(span) colonnes : la grille en a \(columns)",
      en: "a block cannot take \(span) columns: the grid has \(columns)")
  }
  fileprivate static func strayspan(blocks: Int) -> Self {
    Self(
      "stray-span", fr: "il y a plus de largeurs que de blocs (\(blocks))",
      en: "there are more spans than blocks (\(blocks))")
  }
  static var tooManyLevels: Self {
    Self(
      "too-many-levels", fr: "plus de cinq niveaux de titres : ce titre ne se distingue plus",
      en: "more than five levels of headings: this one is no longer told apart")
  }
}

extension Diagnostic.Hint {
  fileprivate static let takeOut = Self(
    fr: "sortez-la de ce qui l’entoure : réduisez son retrait",
    en: "take it out of what is around it: indent it less")
  static let flattenSections = Self(
    fr: "sortez-le de la section qui le contient", en: "take it out of the section around it")
}
