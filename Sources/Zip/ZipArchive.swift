import CZip

/// The owner of a ZIP archive opened in memory to be read.
package final class ZipArchive {
  /// The names of its entries, in their order.
  package let entries: [String]

  private let handle: OpaquePointer
  /// libzip unpacks from here when an entry is asked for.
  private let source: UnsafeMutableRawBufferPointer
  private let limits: ZipLimits

  package init(_ bytes: [UInt8], limits: ZipLimits = .document) throws(ZipError) {
    // To libzip no bytes are an archive without entries.
    guard !bytes.isEmpty else { throw .notAnArchive }
    source = .allocate(byteCount: bytes.count, alignment: 1)
    source.copyBytes(from: bytes)
    self.limits = limits
    do {
      handle = try openArchive(UnsafeRawBufferPointer(source))
    } catch {
      source.deallocate()
      throw error
    }
    let count = UInt64(max(0, zip_get_num_entries(handle, 0)))
    entries = (0..<count).map { [handle] in zip_get_name(handle, $0, 0).map { String(cString: $0) } ?? "" }
  }

  deinit {
    zip_discard(handle)
    source.deallocate()
  }

  /// The bytes of an entry, unpacked; the first, if several have the name.
  ///
  /// - **Errors**: an entry that is not there, is encrypted or damaged, or larger than the limits. What the
  ///   archive says of its size is not believed.
  package func bytes(of name: String) throws(ZipError) -> [UInt8] {
    guard let index = entries.firstIndex(of: name) else { throw .noSuchEntry(name) }
    var form = zip_stat_t()
    guard zip_stat_index(handle, UInt64(index), 0, &form) == 0 else { throw .damaged(entry: name) }
    guard form.encryption_method == UInt16(ZIP_EM_NONE) else { throw .encrypted(entry: name) }
    guard let file = zip_fopen_index(handle, UInt64(index), 0) else { throw .damaged(entry: name) }
    defer { zip_fclose(file) }

    var content: [UInt8] = []
    content.reserveCapacity(min(Int(clamping: form.size), limits.ratioFrom))
    while true {
      var result: Int64 = 0
      let size = min(max(content.count, 64 << 10), 16 << 20)
      let piece = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        result = zip_fread(file, buffer.baseAddress, UInt64(size))
        count = max(0, Int(result))
      }
      guard result >= 0 else { throw .damaged(entry: name) }
      if result == 0 { return content }
      content += piece
      guard !exceedsLimits(content.count) else { throw .tooLarge(entry: name) }
    }
  }

  private func exceedsLimits(_ size: Int) -> Bool {
    if size > limits.entrySize { return true }
    return size > limits.ratioFrom && size / limits.ratio > source.count
  }
}

private func openArchive(_ bytes: UnsafeRawBufferPointer) throws(ZipError) -> OpaquePointer {
  var error = zip_error_t()
  zip_error_init(&error)
  defer { zip_error_fini(&error) }
  guard let source = zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, &error) else {
    throw .notAnArchive
  }
  if let handle = zip_open_from_source(source, ZIP_RDONLY, &error) { return handle }
  // The source belongs to the archive only where one was opened.
  zip_source_free(source)
  throw zip_error_code_zip(&error) == ZIP_ER_INCONS ? .inconsistent : .notAnArchive
}
