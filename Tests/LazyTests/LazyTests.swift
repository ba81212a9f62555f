import CLazy
import Foundation
import Testing

@Suite("Libraries that are opened when they are needed")
struct LazyTests {
  /// A library with some names as a file, and the address of one of its functions.
  private static func address(of function: String, in files: [String]) -> UnsafeMutableRawPointer? {
    let names = files.map { UnsafePointer(strdup($0)) } + [nil]
    defer { for name in names { free(UnsafeMutablePointer(mutating: name)) } }
    return "Une bibliothèque".withCString { title in
      names.withUnsafeBufferPointer { list in
        var library = lazy_library(name: title, files: list.baseAddress, handle: nil)
        return lazy_function(&library, function)
      }
    }
  }

  @Test("The first name that there is a file of is opened")
  func names() {
    let found = Self.address(of: "cos", in: ["libnowhere.so.1", "libm.so.6"])
    #expect(found != nil)
    #expect(found == Self.address(of: "cos", in: ["libm.so.6"]))
  }

  @Test(
    "Without the library, or without its function, the run ends as one that the machine does not let go on")
  func absence() async throws {
    let noLibrary = await #expect(processExitsWith: .exitCode(3), observing: [\.standardErrorContent]) {
      _ = LazyTests.address(of: "cos", in: ["libnowhere.so.1"])
    }
    let noFunction = await #expect(processExitsWith: .exitCode(3), observing: [\.standardErrorContent]) {
      _ = LazyTests.address(of: "no_such_function", in: ["libm.so.6"])
    }
    for result in [noLibrary, noFunction] {
      let message = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
      #expect(message.contains("vigie: Une bibliothèque: "))
    }
  }
}
