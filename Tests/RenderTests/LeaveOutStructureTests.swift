import Testing

@testable import Render

/// Cairo's structure tree in the cross-reference table.
@Suite("Cairo's own structure")
struct LeaveOutStructureTests {
  /// A file as Cairo writes it, of some objects.
  private func file(_ objects: [String]) -> [UInt8] {
    var body = "%PDF-1.5\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(body.utf8.count)
      body += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = body.utf8.count
    let rows = offsets.map { offset in
      let digits = String(offset)
      return String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    body += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n" + rows.joined()
    return Array((body + "trailer\n<< /Size 9 >>\nstartxref\n\(start)\n%%EOF\n").utf8)
  }

  /// Which objects of a file are free.
  private func free(in bytes: [UInt8]) -> [Int] {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let table = lines.firstIndex(of: "xref") ?? lines.endIndex
    return lines[(table + 2)...].prefix { !$0.hasPrefix("trailer") }.enumerated()
      .filter { $0.offset > 0 && $0.element.hasSuffix("f ") }.map(\.offset)
  }

  @Test("The tree, its elements and the way back to them are free, all else stays")
  func tree() {
    var bytes = file([
      "<< /Type /Page\n   /StructParents 0\n>>", "<< /Type /StructElem\n   /S /P\n   /P 5 0 R\n>>",
      "[\n  2 0 R\n]",
      "<< /Nums [\n   0 3 0 R\n  ]\n>>", "<< /Type /StructTreeRoot\n   /ParentTree 4 0 R\n>>",
      "[ 1 0 R ]", "<< /Nums [ 0 1 0 R ] >>", "<< /Type /Catalog\n   /StructTreeRoot 5 0 R\n>>",
    ])
    let before = bytes
    leaveOutStructure(of: &bytes)

    #expect(free(in: bytes) == [2, 3, 4, 5])
    #expect(bytes.count == before.count)
  }

  @Test(
    "A file of another form stays as it is",
    arguments: ["", "%PDF-1.7\nstartxref\n99999\n%%EOF\n", "%PDF-1.7\nxref\n0 9\nstartxref\n9\n%%EOF\n"])
  func otherForm(text: String) {
    var bytes = Array(text.utf8)
    leaveOutStructure(of: &bytes)

    #expect(bytes == Array(text.utf8))
  }

  @Test("A file without a tree stays as it is")
  func noTree() {
    var bytes = file(["<< /Type /Catalog >>", "<< /Nums [ 0 1 0 R ] >>"])
    let before = bytes
    leaveOutStructure(of: &bytes)

    #expect(bytes == before)
  }
}
