import Diagnostics
import DrawList
import Foundation
import Indicators
import Layout
import Render
import Synchronization
import Typesetting

/// Lays figures out and makes their images while others are still composed, on as many processors as there are.
///
/// Each worker has fonts of its own, since these are used from one thread at a time. What comes out does not depend on how
/// many workers there are, nor on which of them made a figure.
final class FigureMaking: Sendable {
  private let request: Pipeline.FigureRequest
  private let fonts: FontShelf
  private let eachMade: @Sendable (Figure, [OutputFormat: [UInt8]]) -> Void
  private let state = Mutex(State())
  /// How many figures wait; and for each worker, that no more will come.
  private let waiting = DispatchSemaphore(value: 0)
  private let working = DispatchGroup()

  struct Made: Sendable {
    /// What a PDF is made from, where one is wanted.
    let document: Document?
    /// Its images by their formats; no PDF is among them.
    let images: [OutputFormat: [UInt8]]
  }

  /// A figure, and what only making it can tell.
  private struct Outcome: Sendable {
    let made: Made
    let diagnostics: DiagnosticCollector
    let findings: SettingFindings
  }

  private struct State {
    /// Where the figures are to be published: its language, theme and dates.
    var frame: Publication?
    var figures: [Figure] = []
    var outcomes: [Result<Outcome, any Error>?] = []
    var next = 0
    var workers = 0
  }

  /// With fewer, starting on another processor takes longer than it saves.
  private static let leastForWorker = 3
  /// Asked for once: each time, files of the system are read.
  private static let processors = ProcessInfo.processInfo.activeProcessorCount

  /// - Parameter eachMade: is given the images of each figure by the thread that made them.
  init(
    _ request: Pipeline.FigureRequest, fonts: FontShelf,
    eachMade: @escaping @Sendable (Figure, [OutputFormat: [UInt8]]) -> Void = { _, _ in }
  ) {
    self.request = request
    self.fonts = fonts
    self.eachMade = eachMade
  }

  /// Takes a figure to be made, at once if a processor is free.
  func add(_ figure: Figure, of frame: Publication) {
    let startsWorker = state.withLock { state in
      state.frame = frame
      state.figures.append(figure)
      state.outcomes.append(nil)
      // The caller is at work too, and will help in the end.
      let wanted = min(Self.processors - 1, state.figures.count / Self.leastForWorker)
      guard state.workers < wanted else { return false }
      state.workers += 1
      return true
    }
    waiting.signal()
    if startsWorker { DispatchQueue.global().async(group: working) { self.work() } }
  }

  /// Waits for all figures that were taken.
  ///
  /// - Returns: them in their order, and what was found in setting their texts.
  func finish(into diagnostics: inout DiagnosticCollector) throws -> (
    made: [(figure: Figure, Made)], findings: SettingFindings
  ) {
    stop()
    work()
    working.wait()
    let (figures, outcomes) = state.withLock { ($0.figures, $0.outcomes) }
    var made: [(Figure, Made)] = []
    var findings = SettingFindings()
    for (figure, outcome) in zip(figures, outcomes) {
      guard let outcome = try outcome?.get() else { preconditionFailure("each figure has been made") }
      made.append((figure, outcome.made))
      for diagnostic in outcome.diagnostics.diagnostics { diagnostics.report(diagnostic) }
      findings.add(outcome.findings)
    }
    return (made, findings)
  }

  /// Leaves what has not been made, and waits until nobody works.
  func cancel() {
    state.withLock { $0.next = $0.figures.count }
    stop()
    working.wait()
  }

  /// Tells workers that no more figures will come.
  private func stop() {
    for _ in 0...state.withLock({ $0.workers }) { waiting.signal() }
  }

  private func work() {
    var bench: Bench?
    while true {
      waiting.wait()
      let (index, figure, frame) = state.withLock { state -> (Int, Figure?, Publication?) in
        guard state.next < state.figures.count else { return (state.next, nil, nil) }
        defer { state.next += 1 }
        return (state.next, state.figures[state.next], state.frame)
      }
      guard let figure, let frame else { return }
      let outcome = Result { () throws -> Outcome in
        let own = try bench ?? Bench(request: request, fonts: fonts, frame: frame)
        bench = own
        return try own.outcome(of: figure)
      }
      if case .success(let outcome) = outcome { eachMade(figure, outcome.made.images) }
      state.withLock { $0.outcomes[index] = outcome }
    }
  }

  /// What a worker has for itself.
  private final class Bench {
    private let request: Pipeline.FigureRequest
    private let frame: Publication
    private let typesetter: Typesetter
    private let shaper: HarfBuzzShaper
    private let painter = FontCache()
    private let families = FontFamilies()
    private var known = SettingFindings()

    init(request: Pipeline.FigureRequest, fonts: FontShelf, frame: Publication) throws {
      self.request = request
      self.frame = frame
      (typesetter, shaper) = try fonts.openTypesetter(for: frame)
    }

    func outcome(of figure: Figure) throws -> Outcome {
      var diagnostics = DiagnosticCollector()
      let document = layOut(
        figure, of: frame, request.shape, with: typesetter, created: frame.created, into: &diagnostics)
      let made = Made(
        document: request.formats.contains(.pdf) ? document : nil, images: try images(of: document, figure))
      // Which worker met a word first is chance; which figure has it first is not.
      let all = SettingFindings(of: typesetter, shaper)
      defer { known = all }
      return Outcome(made: made, diagnostics: diagnostics, findings: all.without(known))
    }

    private func images(
      of document: Document, _ figure: Figure
    ) throws -> [OutputFormat: [UInt8]] {
      let page = document.pages[0]
      var images: [OutputFormat: [UInt8]] = [:]
      for format in request.formats {
        switch format {
        case .pdf: break
        case .png:
          // A figure that is full for its height was laid out on a larger page of the same form.
          images[.png] = try renderPNG(
            page, scale: request.scale * request.width / page.size.width,
            isTransparent: request.isTransparent,
            fonts: painter)
        case .svg:
          images[.svg] = try svgImage(
            page, width: request.shape.width, of: document.metadata, description: figure.description,
            asOutlines: request.hasOutlines, families: families, painter)
        }
      }
      return images
    }
  }
}

/// A page of a document as SVG.
func svgImage(
  _ page: Page, width: Points? = nil, of document: DocumentMetadata, description: String?,
  asOutlines: Bool = false, families: FontFamilies = FontFamilies(), _ painter: FontCache
) throws -> [UInt8] {
  let (title, language) = (document.title, document.language)
  guard asOutlines else {
    return renderSVG(
      page, width: width, title: title, description: description, language: language, families: families)
  }
  return try renderSVG(
    page, width: width, title: title, description: description, language: language,
    outlines: GlyphOutlines(fonts: painter))
}

extension Figure {
  /// What a reader who cannot see the figure is told.
  fileprivate var description: String? {
    switch content {
    case .chart(let chart): "\(chart.alternative). \(chart.description)"
    case .table: nil
    }
  }
}
