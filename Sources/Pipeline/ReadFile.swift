import Foundation

/// The bytes of a file; `nil` where there is none that can be read.
///
/// They are read into their place at once: a large file does not fit twice.
func readFile(_ path: String) -> [UInt8]? {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  guard let size = sizeOfFile(descriptor) else { return nil }
  guard size > 0 else { return readStream(descriptor) }
  var isWhole = true
  let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    while count < size {
      let step = read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
      if step < 0, errno == EINTR { continue }
      if step < 0 { isWhole = false }
      if step <= 0 { break }
      count += step
    }
  }
  return isWhole ? bytes : nil
}

/// The size of a file in bytes; `nil` where there is none that can be read.
func sizeOfFile(_ path: String) -> Int? {
  var status = stat()
  guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
  return Int(status.st_size)
}

private func sizeOfFile(_ descriptor: Int32) -> Int? {
  var status = stat()
  guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else { return nil }
  return Int(status.st_size)
}

/// What is not a file on a disk, such as a pipe, says nothing of its size.
private func readStream(_ descriptor: Int32) -> [UInt8]? {
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let step = read(descriptor, &chunk, chunk.count)
    if step < 0, errno == EINTR { continue }
    guard step >= 0 else { return nil }
    if step == 0 { return bytes }
    bytes.append(contentsOf: chunk[..<step])
  }
}
