import Foundation

/// A program and what it does when it is run.
package struct Program: Sendable {
  /// How a run ended.
  package struct Run: Sendable {
    package let status: Int32
    /// Whether a signal ended it, which is then `status`.
    package let wasKilled: Bool
    package let output: String
    package let errors: String

    package var outputLines: [String] { output.split(separator: "\n").map(String.init) }
    package var errorLines: [String] { errors.split(separator: "\n").map(String.init) }
  }

  package let path: String

  package init(path: String) { self.path = path }

  /// A program of the machine, found as a shell would find it.
  package init(named name: String) { path = name }

  /// Vigie itself: the program that `VIGIE_PROGRAM` names, as `make test` does with the optimized one, or else that which was
  /// built with the tests.
  package static var vigie: Program {
    get throws {
      if let named = ProcessInfo.processInfo.environment["VIGIE_PROGRAM"] {
        return Program(path: URL(filePath: named, relativeTo: PackageFiles.root).path)
      }
      let beside = Bundle.main.executableURL?.deletingLastPathComponent().appending(path: "vigie").path
      let usual = PackageFiles.root.appending(path: ".build/debug/vigie").path
      let found = [beside, usual].compactMap(\.self).first {
        FileManager.default.isExecutableFile(atPath: $0)
      }
      guard let found else { throw ProgramError.notBuilt(usual) }
      return Program(path: found)
    }
  }

  /// Whether that is the optimized one.
  package static var vigieIsOptimized: Bool { ProcessInfo.processInfo.environment["VIGIE_PROGRAM"] != nil }

  /// Runs the program to its end.
  ///
  /// - Parameter environment: what is added to that of the tests, or taken away by `nil`.
  package func run(
    _ arguments: [String], in folder: URL? = nil, environment: [String: String?] = [:]
  ) throws -> Run {
    let scratch = try TemporaryFolder()
    let (output, errors) = (scratch.file("output"), scratch.file("errors"))
    let process = process(arguments, in: folder, environment: environment)
    process.standardOutput = try emptyFile(output)
    process.standardError = try emptyFile(errors)
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }

  /// The program with these arguments, yet to be started.
  package func process(
    _ arguments: [String], in folder: URL? = nil, environment: [String: String?] = [:]
  ) -> Process {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [path] + arguments
    process.currentDirectoryURL = folder
    var variables = ProcessInfo.processInfo.environment
    for (name, value) in environment { variables[name] = value }
    process.environment = variables
    process.standardInput = FileHandle.nullDevice
    return process
  }

  private func emptyFile(_ url: URL) throws -> FileHandle {
    try Data().write(to: url)
    return try FileHandle(forWritingTo: url)
  }
}

package enum ProgramError: Error {
  /// The program is not where `swift build` puts it.
  case notBuilt(String)
}

/// A folder that is there as long as it is used.
package final class TemporaryFolder: Sendable {
  package let url: URL

  package init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "vigie-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  package var path: String { url.path }

  package func file(_ name: String) -> URL { url.appending(path: name) }

  /// Writes a file, in folders that are made as needed, and gives its path.
  @discardableResult
  package func write(_ text: String, to name: String) throws -> String {
    let file = file(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  package func read(_ name: String) throws -> Data { try Data(contentsOf: file(name)) }

  /// The names of what is in the folder or one of its folders, hidden files too.
  package func names(in folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: file(folder).path).sorted()
  }
}
