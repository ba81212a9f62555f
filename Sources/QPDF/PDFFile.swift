import CQPDF
import Spool

/// The owner of a PDF opened to be changed and written again.
package final class PDFFile {
  let handle: qpdf_data
  /// qpdf reads objects from here when they are asked for.
  private let source: Source

  private enum Source {
    case memory(UnsafeMutableRawBufferPointer)
    case file(NamelessFile)
  }

  package convenience init(_ bytes: consuming [UInt8]) throws {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    memory.copyBytes(from: bytes)
    try self.init(.memory(memory))
  }

  package convenience init(_ bytes: consuming Spool) throws {
    if let file = bytes.file {
      try self.init(.file(file))
    } else {
      try self.init(bytes.bytes())
    }
  }

  private init(_ source: Source) throws(QPDFError) {
    self.source = source
    guard let handle = qpdf_init() else { throw .unreadable(reason: "no memory") }
    self.handle = handle

    // Neither writes to the standard error output, which is not ours.
    qpdf_silence_errors(handle)
    qpdf_set_suppress_warnings(handle, 1)
    switch source {
    case .memory(let memory):
      let bytes = memory.assumingMemoryBound(to: CChar.self)
      qpdf_read_memory(handle, "PDF", bytes.baseAddress, UInt64(bytes.count), nil)
    case .file(let file): qpdf_read(handle, file.path, nil)
    }
    if let reason = takeError() { throw .unreadable(reason: reason) }
  }

  deinit {
    var handle: qpdf_data? = handle
    qpdf_cleanup(&handle)
    if case .memory(let memory) = source { memory.deallocate() }
  }

  /// The root of the document's objects.
  package var catalog: PDFObject { PDFObject(in: self, qpdf_get_root(handle)) }

  package var pageCount: Int { Int(qpdf_get_num_pages(handle)) }

  /// A page's dictionary; pages count from 0.
  package func page(_ index: Int) -> PDFObject {
    precondition(index >= 0 && index < pageCount, "the page is one of the document's")
    return PDFObject(in: self, qpdf_get_page_n(handle, index))
  }

  /// States something of the document in its information dictionary; `nil` takes a statement away.
  package func setInformation(_ key: String, _ value: String?) {
    qpdf_set_info_key(handle, "/" + key, value)
  }

  // MARK: New objects

  /// A new object to be written within another.
  package func direct(_ value: PDFValue) -> PDFObject {
    PDFObject(in: self, qpdf_oh_parse(handle, value.source))
  }

  /// A new object with a number, for others to refer to.
  package func add(_ value: PDFValue) -> PDFObject {
    let direct = direct(value)
    return PDFObject(in: self, qpdf_make_indirect_object(handle, direct.handle))
  }

  /// A new stream. It is compressed when the file is written, unless the entries say that it must not be.
  package func addStream(_ data: [UInt8], _ entries: [(key: String, value: PDFValue)]) -> PDFObject {
    let stream = PDFObject(in: self, qpdf_oh_new_stream(handle))
    let dictionary = PDFObject(in: self, qpdf_oh_get_dict(handle, stream.handle))
    for (key, value) in entries { dictionary.set(key, value) }
    stream.setData(data)
    return stream
  }

  /// A new array to be written within another object, to append to.
  package func newArray() -> PDFObject { direct([]) }

  // MARK: Writing

  /// Writes the document as PDF 1.7, each object by itself, before a cross-reference table in plain text.
  /// The same document gives the same bytes.
  package func write() throws(QPDFError) -> [UInt8] {
    if let reason = takeError() { throw .unwritable(reason: reason) }
    // Before this, the settings crash.
    qpdf_init_write_memory(handle)
    try writeAsSet()
    return Array(UnsafeBufferPointer(start: qpdf_get_buffer(handle), count: qpdf_get_buffer_length(handle)))
  }

  /// The same into a file.
  package func write(to file: NamelessFile) throws {
    if let reason = takeError() { throw QPDFError.unwritable(reason: reason) }
    qpdf_init_write(handle, file.path)
    try writeAsSet()
    guard try Self.isWhole(file) else { throw file.outOfRoom }
  }

  /// Whether a file that qpdf has written is all there: its end names the place of its cross-reference table, which is
  /// there. qpdf does not tell where its last bytes, or some before them, found no room on the disk.
  static func isWhole(_ file: NamelessFile) throws -> Bool {
    let count = try file.count()
    let start = max(0, count - 64)
    let end = String(decoding: try file.bytes(at: start, count: count - start), as: UTF8.self)
    let words = end.split(separator: "\n")
    guard end.hasSuffix("%%EOF\n"), let word = words.lastIndex(of: "startxref"), word + 1 < words.count,
      let table = Int(words[word + 1]), table >= 0
    else { return false }
    return try file.bytes(at: table, count: 4).elementsEqual("xref".utf8)
  }

  private func writeAsSet() throws(QPDFError) {
    qpdf_set_deterministic_ID(handle, 1)
    qpdf_set_newline_before_endstream(handle, 1)
    qpdf_set_object_stream_mode(handle, qpdf_o_disable)
    qpdf_set_minimum_pdf_version(handle, "1.7")
    qpdf_write(handle)
    if let reason = takeError() { throw .unwritable(reason: reason) }
  }

  /// The last error, if there is one since the last call.
  private func takeError() -> String? {
    guard qpdf_has_error(handle) != 0 else { return nil }
    return String(cString: qpdf_get_error_full_text(handle, qpdf_get_error(handle)))
  }
}
