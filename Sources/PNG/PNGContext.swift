import CSPNG

/// The owner of one of spng's contexts, good for one image.
struct PNGContext: ~Copyable {
  let pointer: OpaquePointer

  init(flags: UInt32 = 0) throws(PNGError) {
    guard let context = spng_ctx_new(Int32(flags)) else { throw .failed(reason: "no context") }
    pointer = context
  }

  deinit { spng_ctx_free(pointer) }
}
