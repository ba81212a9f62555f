import CQPDF

/// The owner of a handle on one of a file's objects. Errors are kept by the file, which throws them when it is
/// written.
package struct PDFObject: ~Copyable {
  private let file: PDFFile
  private let handle: qpdf_oh

  init(in file: PDFFile, _ handle: qpdf_oh) {
    self.file = file
    self.handle = handle
  }

  deinit { qpdf_oh_release(file.handle, handle) }

  /// Sets an entry of a dictionary.
  package borrowing func set(_ key: String, _ value: PDFValue) {
    let item = PDFObject(in: file, qpdf_oh_parse(file.handle, value.source))
    qpdf_oh_replace_key(file.handle, handle, "/" + key, item.handle)
  }

  /// The object as PDF text, references within it left as they are.
  package var source: String {
    String(cString: qpdf_oh_unparse_resolved(file.handle, handle))
  }
}
