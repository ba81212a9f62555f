import CCairo
import Spool

/// The owner of a PDF being made. Cairo's own file surfaces can report success on a full disk.
package struct PDFSurface: ~Copyable {
  /// What a PDF says of itself.
  package enum Metadata: Hashable, Sendable { case title, author, subject, creator, creationDate }

  /// An entry of the outline.
  package struct OutlineEntry: Hashable, Sendable {
    fileprivate let id: Int32

    /// Above all entries.
    package static let root = OutlineEntry(id: CAIRO_PDF_OUTLINE_ROOT)
  }

  let pointer: OpaquePointer
  private let output: ByteCollector

  /// - Parameter most: how many of its bytes are kept in memory.
  package init(keepingInMemory most: Int = .max) throws(CairoError) {
    let output = ByteCollector(Spool(keepingInMemory: most))
    // Each page is given its size; this one is never used.
    let surface = cairo_pdf_surface_create_for_stream(
      ByteCollector.write, Unmanaged.passUnretained(output).toOpaque(), 1, 1)
    guard let surface else { throw .failed(reason: "no surface") }
    try CairoError.check(cairo_surface_status(surface))
    pointer = surface
    self.output = output
  }

  deinit {
    // First, since it writes: another reference to the surface may outlive `output`.
    cairo_surface_finish(pointer)
    cairo_surface_destroy(pointer)
  }

  /// Sets the size of the page about to be drawn, in points.
  package borrowing func setPageSize(width: Double, height: Double) {
    cairo_pdf_surface_set_size(pointer, width, height)
  }

  /// Names the page about to be drawn.
  package borrowing func setPageLabel(_ label: String) {
    cairo_pdf_surface_set_page_label(pointer, label)
  }

  /// States something of the document. A creation date is ISO 8601; without one Cairo writes the time of the run.
  package borrowing func set(_ key: Metadata, _ value: String) {
    cairo_pdf_surface_set_metadata(pointer, key.name, value)
  }

  /// Adds an entry to the outline.
  ///
  /// - Parameters:
  ///   - page: from 0.
  ///   - y: from the top of the page, in whole points: Cairo reads decimals by the process's locale.
  package borrowing func addOutlineEntry(
    _ title: String, page: Int, y: Int, under parent: OutlineEntry
  ) -> OutlineEntry {
    let place = "page=\(page + 1) pos=[0 \(y)]"
    return OutlineEntry(
      id: cairo_pdf_surface_add_outline(pointer, parent.id, title, place, CAIRO_PDF_OUTLINE_FLAG_OPEN))
  }

  /// Why bytes of it could not be kept, which Cairo only knows as an error of its own.
  package var failure: SpoolError? { output.failure }

  /// Ends the document and gives its bytes.
  package consuming func finish() throws -> Spool {
    cairo_surface_finish(pointer)
    if let failure = output.failure { throw failure }
    try CairoError.check(cairo_surface_status(pointer))
    return output.takeBytes()
  }
}

extension PDFSurface.Metadata {
  fileprivate var name: cairo_pdf_metadata_t {
    switch self {
    case .title: CAIRO_PDF_METADATA_TITLE
    case .author: CAIRO_PDF_METADATA_AUTHOR
    case .subject: CAIRO_PDF_METADATA_SUBJECT
    case .creator: CAIRO_PDF_METADATA_CREATOR
    case .creationDate: CAIRO_PDF_METADATA_CREATE_DATE
    }
  }
}

/// Takes the bytes that Cairo writes.
private final class ByteCollector {
  private var bytes: Spool
  private(set) var failure: SpoolError?

  init(_ bytes: Spool) { self.bytes = bytes }

  func takeBytes() -> Spool {
    defer { bytes = Spool([]) }
    return bytes
  }

  private func append(_ added: UnsafeRawBufferPointer) -> cairo_status_t {
    do {
      try bytes.append(added)
      return CAIRO_STATUS_SUCCESS
    } catch {
      failure = error
      return CAIRO_STATUS_WRITE_ERROR
    }
  }

  static let write: cairo_write_func_t = { collector, data, count in
    guard let collector else { return CAIRO_STATUS_WRITE_ERROR }
    return Unmanaged<ByteCollector>.fromOpaque(collector).takeUnretainedValue()
      .append(UnsafeRawBufferPointer(start: data, count: Int(count)))
  }
}
