import Digest
import Testing

@Suite("SHA-256")
struct SHA256Tests {
  /// FIPS 180-2, appendix B, and NIST's *Examples with Intermediate Values*; the empty one from the CAVP's
  /// `SHA256ShortMsg.rsp`.
  @Test(
    "The standard's own examples",
    arguments: [
      (text: "", digest: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      (text: "abc", digest: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        text: "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        digest: "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func examples(text: String, digest: String) {
    #expect(Digest(of: Array(text.utf8)).description == digest)
    #expect(Digest(of: text.utf8).description == digest)
  }

  @Test("A million times “a”, in pieces of uneven sizes")
  func pieces() {
    var digest = SHA256()
    var left = 1_000_000
    var size = 1
    while left > 0 {
      let piece = [UInt8](repeating: UInt8(ascii: "a"), count: min(size, left))
      digest.update(piece[...])
      left -= piece.count
      size = size * 3 % 7919
    }

    #expect(
      digest.finish().description == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test("Bytes that do not stand together count in their order")
  func apart() {
    let repeated = repeatElement(UInt8(ascii: "a"), count: 100)
    #expect(Digest(of: repeated) == Digest(of: Array(repeated)))
    #expect(Digest(of: [1, 2]) != Digest(of: [2, 1]))
  }
}
