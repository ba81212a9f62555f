/// Leaves Cairo's own structure tree out of a document that Cairo wrote: its objects are free in the cross-reference
/// table.
///
/// The document gets another tree (`StructureObjects`). qpdf reads and keeps every object of the table before it adds
/// one, and Cairo's tree has an object for each piece of a page: of a long table that would be most of the document's
/// objects, and most of the time and memory that it takes to finish it. A file of another form is left as it is.
///
/// - **Source**: ISO 32000-1, 7.5.4 (cross-reference table), 14.7.2 (structure hierarchy).
func leaveOutStructure(of file: inout [UInt8]) {
  guard let table = CrossReferenceTable(of: file) else { return }
  for number in table.numbers where table.isStructure(number, of: file) { table.free(number, in: &file) }
}

/// The cross-reference table at the end of a file, of rows of twenty bytes.
private struct CrossReferenceTable {
  /// Where the row of object 0 starts.
  private let firstRow: Int
  private let count: Int
  /// The lists of a page's elements, and the tree that leads to them.
  private var parentTree: Set<Int> = []

  private static let row = 20

  init?(of file: [UInt8]) {
    let end = file.suffix(64).split(separator: UInt8(ascii: "\n"))
    guard let word = end.lastIndex(where: { $0.elementsEqual("startxref".utf8) }), word + 1 < end.count,
      let start = Int(String(decoding: end[word + 1], as: UTF8.self)), file.indices.contains(start)
    else { return nil }
    let head = file[start...].prefix(32).split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard head.count > 2, head[0].elementsEqual("xref".utf8), head[1].starts(with: "0 ".utf8),
      let count = Int(String(decoding: head[1].dropFirst(2), as: UTF8.self))
    else { return nil }
    firstRow = head[2].startIndex
    self.count = count
    guard count > 0, firstRow + count * Self.row <= file.count else { return nil }
    for number in numbers.reversed() {
      guard has("<< /Type /StructTreeRoot", number, in: file),
        let tree = references(after: "/ParentTree", in: words(of: number, in: file)).first
      else { continue }
      parentTree = Set([tree] + references(after: "/Nums", in: words(of: tree, in: file)))
      break
    }
  }

  /// The numbers of the objects; that of 0 is free in every file.
  var numbers: Range<Int> { 1..<count }

  func isStructure(_ number: Int, of file: [UInt8]) -> Bool {
    parentTree.contains(number) || has("<< /Type /Struct", number, in: file)
  }

  func free(_ number: Int, in file: inout [UInt8]) {
    let start = firstRow + number * Self.row
    file.replaceSubrange(start..<(start + Self.row), with: "0000000000 65535 f \n".utf8)
  }

  /// Where what an object holds starts: after its number and `obj`.
  private func start(of number: Int, in file: [UInt8]) -> Int? {
    guard numbers.contains(number) else { return nil }
    let row = firstRow + number * Self.row
    guard file[row + 17] == UInt8(ascii: "n") else { return nil }
    let offset = file[row..<(row + 10)].reduce(0) { $0 * 10 + Int($1 &- UInt8(ascii: "0")) }
    guard file.indices.contains(offset) else { return nil }
    return file[offset...].prefix(32).firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
  }

  private func has(_ text: StaticString, _ number: Int, in file: [UInt8]) -> Bool {
    guard let start = start(of: number, in: file), start + text.utf8CodeUnitCount <= file.count else {
      return false
    }
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    for (offset, byte) in wanted.enumerated() where file[start + offset] != byte { return false }
    return true
  }

  /// What an object holds, in words.
  private func words(of number: Int, in file: [UInt8]) -> [ArraySlice<UInt8>] {
    guard let start = start(of: number, in: file) else { return [] }
    var end = start
    while end < file.count, !file[end...].starts(with: "endobj".utf8) { end += 1 }
    return file[start..<end].split { byte in " \n[]".utf8.contains(byte) }
  }

  /// The objects that words refer to from a key on: `a 0 R`.
  private func references(after key: String, in words: [ArraySlice<UInt8>]) -> [Int] {
    guard let place = words.firstIndex(where: { $0.elementsEqual(key.utf8) }) else { return [] }
    return words.indices.dropFirst(place + 3).compactMap { index in
      words[index].elementsEqual("R".utf8) ? Int(String(decoding: words[index - 2], as: UTF8.self)) : nil
    }
  }
}
