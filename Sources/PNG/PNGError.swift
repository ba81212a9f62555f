import CSPNG

/// What spng could not do; `reason` is its own sentence.
package enum PNGError: Error, Hashable {
  case failed(reason: String)

  static func check(_ code: Int32) throws(PNGError) {
    guard code == 0 else { throw .failed(reason: String(cString: spng_strerror(code))) }
  }
}
