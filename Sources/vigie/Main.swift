import ArgumentParser
import Diagnostics
import Foundation
import Pipeline

/// Runs a command and turns how it ends into an exit code.
@main enum Main {
  static func main() {
    do {
      var command = try Vigie.parseAsRoot()
      try command.run()
    } catch let ending as Ending {
      Foundation.exit(ending.rawValue)
    } catch {
      // What remains is about the command line itself: a request for help, or a word it does not know.
      guard Vigie.exitCode(for: error).isSuccess else {
        FileHandle.standardError.write(Data((Vigie.fullMessage(for: error) + "\n").utf8))
        Foundation.exit(Ending.commandLineWrong.rawValue)
      }
      Vigie.exit(withError: error)
    }
  }
}

/// How a command ends when it does not end well.
enum Ending: Int32, Error {
  /// The spec or the data are wrong; nothing was written.
  case reportWrong = 1
  case commandLineWrong = 2
  case machineFailed = 3
}
