import CZlib

/// Bytes compressed in the zlib format, which PDF calls FlateDecode: RFC 1950 and 1951.
///
/// - Parameter level: from 1, fast, to 9, small.
package func deflated(_ bytes: [UInt8], level: Int32 = 6) -> [UInt8] {
  var size = compressBound(uLong(bytes.count))
  let compressed = [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
    count = compress2(buffer.baseAddress, &size, bytes, uLong(bytes.count), level) == Z_OK ? Int(size) : 0
  }
  precondition(!compressed.isEmpty, "a buffer of the bound that zlib gives is large enough")
  return compressed
}
