import Foundation
import Spool

/// A file that is made, to be written whole.
package struct OutputFile: Sendable {
  package let path: String
  package let content: Spool

  package init(path: String, content: Spool) {
    self.path = path
    self.content = content
  }

  package init(path: String, bytes: [UInt8]) { self.init(path: path, content: Spool(bytes)) }
}

/// Writes files so that a reader sees each of them whole or as it was before.
package func write(_ files: [OutputFile]) throws(MachineError) { try FileWriting().write(files) }

/// Sends on what was printed so far; that the disk is full is known only then.
package func flushStandardOutput() throws(MachineError) {
  guard fflush(nil) == 0 else { throw .unwritable("/dev/stdout", lastError) }
}

/// What the last system call failed with, in words.
var lastError: String { String(cString: strerror(errno)) }
