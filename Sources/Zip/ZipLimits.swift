/// How much of an archive is unpacked, so that a few bytes made to fill the memory are an error.
package struct ZipLimits: Hashable, Sendable {
  /// The greatest size of an entry, in bytes.
  package let entrySize: Int
  /// How many bytes of an entry each byte of the archive may stand for …
  package let ratio: Int
  /// … once an entry has more bytes than this.
  package let ratioFrom: Int

  package init(entrySize: Int, ratio: Int, ratioFrom: Int) {
    self.entrySize = entrySize
    self.ratio = ratio
    self.ratioFrom = ratioFrom
  }

  /// Half a gibibyte holds a sheet of a million rows; a sheet of one number repeated packs about 150 times.
  package static let document = ZipLimits(entrySize: 512 << 20, ratio: 300, ratioFrom: 16 << 20)
}
