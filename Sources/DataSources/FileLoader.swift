import Diagnostics
import Dispatch
import Model
import Spec
import Synchronization

/// Reads the data files of a report, several at once: most of the time of a report with large files goes there.
struct FileLoader: Sendable {
  let folder: String
  let size: @Sendable (_ path: String) -> Int?
  let read: @Sendable (_ path: String) -> [UInt8]?
  let digest: @Sendable (_ bytes: [UInt8]) -> String

  /// What a file has come to.
  struct Loaded: Sendable {
    var digest: String?
    var table: (table: Table, companions: Companions)?
    var diagnostics = DiagnosticCollector()
  }

  /// What files have come to, in their order; `nil` where there is none.
  ///
  /// A file on a disk is read beside others. What has no size, as a pipe, can be read once only, and is read in its turn.
  func load(_ files: [DataFile?]) -> [Loaded?] {
    let onDisk = files.map { file in file.map { size(path(of: $0)) != nil } ?? false }
    let loaded = Mutex([Loaded?](repeating: nil, count: files.count))
    DispatchQueue.concurrentPerform(iterations: files.count) { index in
      guard onDisk[index], let file = files[index] else { return }
      let one = load(file)
      loaded.withLock { $0[index] = one }
    }
    return zip(loaded.withLock { $0 }, files).map { loaded, file in loaded ?? file.map(load) }
  }

  private func path(of file: DataFile) -> String {
    file.path.value.hasPrefix("/") ? file.path.value : folder + file.path.value
  }

  private func load(_ file: DataFile) -> Loaded {
    var loaded = Loaded()
    let path = path(of: file)
    if let size = size(path), size > DataFormat.sizeLimit {
      loaded.diagnostics.report(.tooLarge(path, size, at: file.path.place))
      return loaded
    }
    guard let bytes = read(path) else {
      loaded.diagnostics.report(
        .error(.noSuchFile(path), at: file.path.place, hints: [.pathsStartAtSpec]))
      return loaded
    }
    loaded.digest = digest(bytes)
    let companions = Companions(companions(of: file), in: folder, read: read, into: &loaded.diagnostics)
    let options = companions.completing(tableOptions(of: file, into: &loaded.diagnostics))
    let format = word(
      file.format, DataFormat.init(written:), known: DataFormat.allCases.map(\.rawValue),
      &loaded.diagnostics)
    if format ?? DataFormat.seen(in: bytes, path: path) == .sqlite {
      checkUnwritten(path: path, at: file.path.place, read: read, into: &loaded.diagnostics)
    }
    if let table = readTable(bytes, path: path, format: format, options: options, into: &loaded.diagnostics) {
      loaded.table = (companions.describing(table, into: &loaded.diagnostics), companions)
    }
    return loaded
  }
}

/// What the spec says of the files beside a data file.
private func companions(of file: DataFile) -> CompanionFiles {
  var files = CompanionFiles(schema: file.notes.schema, metadata: file.notes.metadata?.file)
  files.metadataColumns.name = file.notes.metadata?.name
  files.metadataColumns.label = file.notes.metadata?.label
  files.metadataColumns.unit = file.notes.metadata?.unit
  return files
}
