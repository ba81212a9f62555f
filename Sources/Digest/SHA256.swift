import COpenSSL

/// The owner of a SHA-256 being worked out, over bytes that may come in pieces.
///
/// - **Source**: FIPS 180-4, *Secure Hash Standard*, as OpenSSL's libcrypto has it.
package struct SHA256: ~Copyable {
  private let context: OpaquePointer

  package init() {
    guard let context = EVP_MD_CTX_new() else { preconditionFailure("there is memory for a digest") }
    self.context = context
    require(EVP_DigestInit_ex(context, EVP_sha256(), nil))
  }

  deinit { EVP_MD_CTX_free(context) }

  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    require(EVP_DigestUpdate(context, bytes.baseAddress, bytes.count))
  }

  package mutating func update(_ bytes: some Collection<UInt8>) {
    if bytes.withContiguousStorageIfAvailable({ update(UnsafeRawBufferPointer($0)) }) == nil {
      Array(bytes).withUnsafeBytes { update($0) }
    }
  }

  /// The digest of all bytes that came in.
  package consuming func finish() -> Digest {
    var bytes = [UInt8](repeating: 0, count: Digest.byteCount)
    require(EVP_DigestFinal_ex(context, &bytes, nil))
    return Digest(bytes: bytes)
  }
}

/// The SHA-256 of some bytes: it tells whether a file is still the one that figures were made from.
package struct Digest: Hashable, Sendable, CustomStringConvertible {
  package static let byteCount = 32

  package let bytes: [UInt8]

  fileprivate init(bytes: [UInt8]) { self.bytes = bytes }

  package init(of bytes: some Collection<UInt8>) {
    var digest = SHA256()
    digest.update(bytes)
    self = digest.finish()
  }

  /// 64 digits, as `sha256sum` prints them.
  package var description: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

/// OpenSSL's digest of bytes in memory has nothing to fail on but a build without SHA-256.
private func require(_ code: Int32) { precondition(code == 1, "OpenSSL has SHA-256") }
