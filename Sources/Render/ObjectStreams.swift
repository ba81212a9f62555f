import Deflate
import Digest

/// A PDF with more objects, many in a compressed stream, and a cross-reference stream in place of its table.
///
/// qpdf makes an object of its own for each that it writes, which for the structure of a long table takes longer
/// and more memory than all the rest. Here an object is its text.
///
/// - **Source**: ISO 32000-1, 7.5.7 (object streams) and 7.5.8 (cross-reference streams).
struct ObjectStreams {
  /// The document before its cross-reference table.
  private var body: [UInt8]
  /// By number: where each object of the body starts; `nil` for one that is not there.
  private let offsets: [Int?]
  private let trailer: String
  private var objects = ObjectText()
  /// Where each added object starts.
  private var starts: [Int] = []

  private static let objectsAStream = 200

  /// - Parameter file: a document with a plain cross-reference table, as qpdf writes it.
  init?(_ file: [UInt8]) {
    guard let table = Self.start(ofTableIn: file) else { return nil }
    let lines = String(decoding: file[table...], as: UTF8.self).split(separator: "\n")
    guard lines.count > 3, lines[0] == "xref",
      let count = lines[1].split(separator: " ").last.flatMap({ Int($0) }), lines.count > count + 2
    else { return nil }
    offsets = lines[2..<(count + 2)].map { $0.hasSuffix("n ") ? Int($0.prefix(10)) : nil }
    trailer = String(lines[count + 2])
    body = Array(file[..<table])
  }

  /// The number that the first added object gets; the next get those that follow.
  var firstNumber: Int { offsets.count }

  /// The numbers of the body's objects by the number that each says under a key: for `/StructParents 3`, 3.
  ///
  /// - Parameter key: with its slash and the space after it.
  func numbers(byKey key: StaticString) -> [Int: Int] {
    var numbers: [Int: Int] = [:]
    let key = UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount)
    let stream = Array("stream\n".utf8)
    body.withUnsafeBufferPointer { body in
      for (number, start) in offsets.enumerated() {
        guard let start else { continue }
        var (index, value) = (start, Int?.none)
        let end = number + 1 < offsets.count ? offsets[number + 1] ?? body.count : body.count
        // A text may read as the key: of several the last one is it, since keys stand in their order.
        while index + key.count < end, !has(stream, in: body, at: index) {
          if has(key, in: body, at: index) { value = Self.number(in: body, at: index + key.count) }
          index += 1
        }
        if let value { numbers[value] = number }
      }
    }
    return numbers
  }

  private func has(_ word: some Collection<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, at start: Int)
    -> Bool
  {
    guard bytes[start] == word.first, start + word.count <= bytes.count else { return false }
    return bytes[start..<(start + word.count)].elementsEqual(word)
  }

  private static func number(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    let digits = bytes[start...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  /// Adds an object, whose text is written by a closure.
  mutating func add(_ write: (inout ObjectText) -> Void) {
    starts.append(objects.bytes.count)
    write(&objects)
    objects.append("\n")
  }

  /// Replaces a text of the body by one as long.
  mutating func replace(_ old: String, by new: String) -> Bool {
    let (old, new) = (Array(old.utf8), Array(new.utf8))
    precondition(old.count == new.count, "objects stay where the table says they are")
    guard let found = body.indices.first(where: { body[$0...].starts(with: old) }) else { return false }
    body.replaceSubrange(found..<(found + old.count), with: new)
    return true
  }

  /// The whole file. The same document and objects give the same bytes.
  consuming func finish() -> [UInt8] {
    let firstStream = firstNumber + starts.count
    var entries = CrossReferences()
    for offset in offsets { entries.add(offset) }
    for index in starts.indices {
      entries.add(inStream: firstStream + index / Self.objectsAStream, at: index % Self.objectsAStream)
    }
    var number = firstStream
    for first in stride(from: 0, to: starts.count, by: Self.objectsAStream) {
      entries.add(body.count)
      appendStream(ofObjectsFrom: first, number: number)
      number += 1
    }
    let start = body.count
    entries.add(start)
    appendCrossReferences(entries, number: number)
    body += Array("startxref\n\(start)\n%%EOF\n".utf8)
    return body
  }

  private mutating func appendStream(ofObjectsFrom first: Int, number: Int) {
    let end = min(starts.count, first + Self.objectsAStream)
    let endByte = end < starts.count ? starts[end] : objects.bytes.count
    var head = ObjectText()
    for index in first..<end {
      head.append(firstNumber + index)
      head.append(" ")
      head.append(starts[index] - starts[first])
      head.append(" ")
    }
    let data = head.bytes + objects.bytes[starts[first]..<endByte]
    append(
      deflated(data), number: number,
      "/Type/ObjStm/N \(end - first)/First \(head.bytes.count)/Filter/FlateDecode")
  }

  private mutating func appendCrossReferences(_ entries: CrossReferences, number: Int) {
    let data = deflated(entries.predicted)
    let digest = Digest(of: body).description.prefix(32)
    append(
      data, number: number,
      "/Type/XRef/Size \(number + 1)/W[1 4 2]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 7>>"
        + "/Root \(reference("Root"))/Info \(reference("Info"))/ID[<\(digest)><\(digest)>]")
  }

  private mutating func append(_ data: [UInt8], number: Int, _ entries: String) {
    body += Array("\(number) 0 obj\n<<\(entries)/Length \(data.count)>>\nstream\n".utf8)
    body += data
    body += Array("\nendstream\nendobj\n".utf8)
  }

  /// What a key of the trailer refers to.
  private func reference(_ key: String) -> String {
    let words = trailer.split(separator: " ")
    guard let index = words.firstIndex(of: "/\(key)"), index + 1 < words.count else { return "null" }
    return "\(words[index + 1]) 0 R"
  }

  private static func start(ofTableIn file: [UInt8]) -> Int? {
    let end = String(decoding: file.suffix(64), as: UTF8.self).split(separator: "\n")
    guard let word = end.lastIndex(of: "startxref"), word + 1 < end.count, let start = Int(end[word + 1]),
      file.indices.contains(start)
    else { return nil }
    return start
  }
}

/// Rows of seven bytes: the kind of an entry, four of an offset or a stream's number, two of a place in a stream.
private struct CrossReferences {
  private var rows: [UInt8] = []
  private static let width = 7

  mutating func add(_ offset: Int?) {
    if let offset { add(kind: 1, offset, 0) } else { add(kind: 0, 0, rows.isEmpty ? 65_535 : 0) }
  }

  mutating func add(inStream number: Int, at index: Int) { add(kind: 2, number, index) }

  private mutating func add(kind: UInt8, _ wide: Int, _ narrow: Int) {
    rows.append(kind)
    for shift in [24, 16, 8, 0] { rows.append(UInt8(truncatingIfNeeded: wide >> shift)) }
    for shift in [8, 0] { rows.append(UInt8(truncatingIfNeeded: narrow >> shift)) }
  }

  /// The rows, each as its difference from the one above: PNG's predictor “up”, which makes them small.
  var predicted: [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(rows.count / Self.width * (Self.width + 1))
    for start in stride(from: 0, to: rows.count, by: Self.width) {
      output.append(2)
      for index in start..<(start + Self.width) {
        output.append(rows[index] &- (start == 0 ? 0 : rows[index - Self.width]))
      }
    }
    return output
  }
}
