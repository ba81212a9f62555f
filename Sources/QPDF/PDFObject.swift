import CQPDF

/// The owner of a handle on one of a file's objects. Errors are kept by the file, which throws them when it is
/// written.
package struct PDFObject: ~Copyable {
  let file: PDFFile
  let handle: qpdf_oh

  init(in file: PDFFile, _ handle: qpdf_oh) {
    self.file = file
    self.handle = handle
  }

  deinit { qpdf_oh_release(file.handle, handle) }

  /// The object's number in its file; 0 where it is written within another.
  package var number: Int { Int(qpdf_oh_get_object_id(file.handle, handle)) }

  package var isNull: Bool { qpdf_oh_is_null(file.handle, handle) != 0 }

  /// The object as PDF text, references within it left as they are.
  package var source: String {
    String(cString: qpdf_oh_unparse_resolved(file.handle, handle))
  }

  // MARK: Dictionaries

  /// The keys of a dictionary, in the order of their bytes; none where it is not one.
  package var keys: [String] {
    guard qpdf_oh_is_dictionary(file.handle, handle) != 0 else { return [] }
    var keys: [String] = []
    qpdf_oh_begin_dict_key_iter(file.handle, handle)
    while qpdf_oh_dict_more_keys(file.handle) != 0 {
      keys.append(String(String(cString: qpdf_oh_dict_next_key(file.handle)).dropFirst()))
    }
    return keys
  }

  /// The entry of a dictionary; null where there is none.
  package subscript(key: String) -> PDFObject {
    PDFObject(in: file, qpdf_oh_get_key_if_dict(file.handle, handle, "/" + key))
  }

  /// Sets an entry of a dictionary.
  package borrowing func set(_ key: String, _ value: PDFValue) {
    set(key, file.direct(value))
  }

  /// Sets an entry of a dictionary to another object: to a reference to it, if it has a number.
  package borrowing func set(_ key: String, _ object: borrowing PDFObject) {
    qpdf_oh_replace_key(file.handle, handle, "/" + key, object.handle)
  }

  package borrowing func remove(_ key: String) {
    qpdf_oh_remove_key(file.handle, handle, "/" + key)
  }

  // MARK: Arrays

  /// How many items an array has; 0 where it is not one.
  package var count: Int {
    qpdf_oh_is_array(file.handle, handle) == 0 ? 0 : Int(qpdf_oh_get_array_n_items(file.handle, handle))
  }

  package subscript(index: Int) -> PDFObject {
    PDFObject(in: file, qpdf_oh_get_array_item(file.handle, handle, Int32(index)))
  }

  package borrowing func append(_ object: borrowing PDFObject) {
    qpdf_oh_append_item(file.handle, handle, object.handle)
  }

  // MARK: Streams

  /// The data of a stream, uncompressed.
  package var data: [UInt8] {
    var buffer: UnsafeMutablePointer<UInt8>?
    var count = 0
    qpdf_oh_get_stream_data(file.handle, handle, qpdf_dl_generalized, nil, &buffer, &count)
    guard let buffer else { return [] }
    defer { qpdf_shim_free(buffer) }
    return Array(UnsafeBufferPointer(start: buffer, count: count))
  }

  /// Replaces the data of a stream; they are compressed when the file is written.
  package borrowing func setData(_ data: [UInt8]) {
    let null = PDFObject(in: file, qpdf_oh_new_null(file.handle))
    qpdf_oh_replace_stream_data(file.handle, handle, data, data.count, null.handle, null.handle)
  }
}
