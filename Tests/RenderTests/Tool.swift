import Foundation

/// A program that reads what was rendered. A missing one fails the test that asks for it.
struct Tool {
  struct Failure: Error {
    let command: String
    let status: Int32
    let output: String
  }

  let name: String

  static let pdftotext = Tool(name: "pdftotext")
  static let pdfinfo = Tool(name: "pdfinfo")
  static let pdffonts = Tool(name: "pdffonts")
  static let pdftoppm = Tool(name: "pdftoppm")
  static let qpdf = Tool(name: "qpdf")

  /// What the program writes, given a file with these bytes for each `@` of its arguments.
  func read(_ bytes: [UInt8], _ arguments: [String]) throws -> Data {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(bytes).write(to: file)

    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [name] + arguments.map { $0 == "@" ? file.path : $0 }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let text = String(decoding: data, as: UTF8.self)
      throw Failure(command: name, status: process.terminationStatus, output: text)
    }
    return data
  }

  /// The lines that the program writes.
  func lines(_ bytes: [UInt8], _ arguments: [String]) throws -> [String] {
    return String(decoding: try read(bytes, arguments), as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
