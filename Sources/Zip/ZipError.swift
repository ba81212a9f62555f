/// What is wrong with an archive; `entry` is the name of a file in it.
package enum ZipError: Error, Hashable {
  /// There is no table of contents: the bytes are no archive, or its end is missing.
  case notAnArchive
  /// The table of contents contradicts itself or the entries.
  case inconsistent
  case noSuchEntry(String)
  case encrypted(entry: String)
  /// The entry cannot be unpacked, or is not what its checksum says.
  case damaged(entry: String)
  /// The entry unpacks to more than a limit allows.
  case tooLarge(entry: String)
}
