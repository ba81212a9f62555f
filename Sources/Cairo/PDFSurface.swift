import CCairo

/// The owner of a PDF being made in memory. Cairo's own file surfaces can report success on a full disk.
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

  package init() throws(CairoError) {
    let output = ByteCollector()
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

  /// Ends the document and gives its bytes.
  package consuming func finish() throws(CairoError) -> [UInt8] {
    cairo_surface_finish(pointer)
    try CairoError.check(cairo_surface_status(pointer))
    return output.bytes
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
  var bytes: [UInt8] = []

  static let write: cairo_write_func_t = { collector, data, count in
    guard let collector else { return CAIRO_STATUS_WRITE_ERROR }
    Unmanaged<ByteCollector>.fromOpaque(collector).takeUnretainedValue().bytes
      .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
    return CAIRO_STATUS_SUCCESS
  }
}
