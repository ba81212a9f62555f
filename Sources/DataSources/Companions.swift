import Diagnostics

/// The files that stand beside a data file and say what its columns are.
package struct CompanionFiles: Hashable, Sendable {
  /// A Table Schema.
  package var schema: Located<String>?
  /// A table with a row for each column of the data file.
  package var metadata: Located<String>?
  /// The columns of the metadata, where their names do not tell.
  package var metadataColumns = MetadataColumns()

  package init(schema: Located<String>? = nil, metadata: Located<String>? = nil) {
    self.schema = schema
    self.metadata = metadata
  }
}

/// What the companions of a data file say.
package struct Companions {
  private let schema: TableSchema?
  private let notes: ColumnNotes?

  /// - Parameters:
  ///   - folder: where the paths start, with a final `/` unless it is the current folder.
  ///   - read: gives the bytes of a file, or `nil` where there is none that can be read.
  /// - **Errors**: a file that is not there, and what is wrong with one.
  package init(
    _ files: CompanionFiles, in folder: String, read: (String) -> [UInt8]?,
    into diagnostics: inout DiagnosticCollector
  ) {
    func bytes(_ file: Located<String>) -> (path: String, bytes: [UInt8])? {
      let path = file.value.hasPrefix("/") ? file.value : folder + file.value
      guard let bytes = read(path) else {
        diagnostics.report(.error(.noSuchFile(path), at: file.place, hints: [.pathsStartAtSpec]))
        return nil
      }
      return (path, bytes)
    }
    let schemaFile = files.schema.flatMap(bytes)
    let metadataFile = files.metadata.flatMap(bytes)
    schema = schemaFile.flatMap { readTableSchema($0.bytes, path: $0.path, into: &diagnostics) }
    notes = metadataFile.flatMap {
      readMetadata($0.bytes, path: $0.path, columns: files.metadataColumns, into: &diagnostics)
    }
  }

  /// What they say of how the file is written, where its author says nothing.
  package func completing(_ options: TableOptions) -> TableOptions {
    guard let schema else { return options }
    var options = options
    options.decimalMark = options.decimalMark ?? schema.decimalMark
    let written = schema.missing + schema.fields.flatMap { $0.missing ?? [] }
    let unknown = written.filter { options.marks.kind(of: $0.trimmingSpaces()) == nil }
    options.marks = options.marks.declaring(
      Dictionary(unknown.map { ($0, MissingKind.notAvailable) }) { first, _ in first })
    return options
  }

  /// The table with the labels and units of its columns; texts that only look like numbers are text.
  ///
  /// - **Errors**: a companion file that speaks of none of the columns.
  package func describing(_ table: Table, into diagnostics: inout DiagnosticCollector) -> Table {
    var columns = table.columns
    for field in schema?.fields ?? [] {
      guard let index = table.columnIndex(named: field.name) else { continue }
      if case .string = field.type, columns[index].type == .number {
        columns[index] = Column(name: field.name, type: .text)
      }
      columns[index].label = field.label
    }
    for index in columns.indices {
      guard let note = notes?.byName[columns[index].name] else { continue }
      columns[index].label = note.label ?? columns[index].label
      columns[index].unit = note.unit
    }
    if let notes, !columns.contains(where: { notes.byName[$0.name] != nil }) {
      diagnostics.report(.error(.noColumnDescribed(by: notes.path, in: table.path), at: notes.place))
    }
    return table.retyped(columns)
  }

  /// Holds a table against the schema.
  ///
  /// - Parameters:
  ///   - marks: what the author declares as missing, besides what the schema does.
  ///   - resource: gives the table of another source, for foreign keys.
  package func check(
    _ table: Table, marks: [String], resource: (String) -> Table?,
    into diagnostics: inout DiagnosticCollector
  ) {
    guard let schema else { return }
    DataSources.check(table, against: schema, marks: marks, resource: resource, into: &diagnostics)
  }
}

extension Diagnostic.Message {
  fileprivate static func noColumnDescribed(by metadata: String, in path: String) -> Self {
    Self(
      "metadata-of-other-file", fr: "« \(metadata) » ne parle d’aucune colonne de « \(path) »",
      en: "“\(metadata)” speaks of no column of “\(path)”")
  }
}
