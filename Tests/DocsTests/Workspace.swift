import Foundation

/// A copy of what a reader has after cloning and building, to run a page's commands in.
final class Workspace {
  struct Result {
    let status: Int32
    /// What was written to standard output and standard error, in the order of writing.
    let output: String
  }

  private let folder = FileManager.default.temporaryDirectory.appending(
    path: "vigie-docs-\(UUID().uuidString)")

  init() throws {
    let manager = FileManager.default
    try manager.createDirectory(
      at: folder.appending(path: ".build/release"), withIntermediateDirectories: true)
    try manager.createSymbolicLink(
      at: folder.appending(path: ".build/release/vigie"), withDestinationURL: Repository.program)
    for name in ["Makefile", "Scripts", "Fonts", "Themes", "Reports", "README.md", "docs"] {
      try manager.copyItem(at: Repository.root.appending(path: name), to: folder.appending(path: name))
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String, to name: String) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func read(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: name).path)
  }

  /// Runs commands as a reader whose machine speaks no particular language.
  func run(_ commands: String) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-e", "-o", "pipefail", "-c", commands]
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    for name in ["LANG", "LC_MESSAGES", "MAKEFLAGS", "MFLAGS", "MAKELEVEL"] { environment[name] = nil }
    environment["LC_ALL"] = "C.UTF-8"
    process.environment = environment
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(status: process.terminationStatus, output: String(decoding: data, as: UTF8.self))
  }
}
