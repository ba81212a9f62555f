import Diagnostics
import Yams

/// What else an author says of a file's columns: beside the file, or where the file lost something.
package struct ColumnNotesSpec: Hashable, Sendable {
  /// A Table Schema that the file is held against.
  package let schema: Located<String>?
  package let metadata: MetadataSpec?
  package let pads: [PaddedColumnSpec]
}

/// A file that says what the columns of another mean.
package struct MetadataSpec: Hashable, Sendable {
  package let file: Located<String>
  /// Its columns, where their names do not tell.
  package let name: Located<String>?
  package let label: Located<String>?
  package let unit: Located<String>?
}

/// A column of codes that lost their leading zeros, and how many characters they have with them.
package struct PaddedColumnSpec: Hashable, Sendable {
  package let column: Located<String>
  package let length: Int
}

extension SpecReader {
  enum MetadataKey: String, SpecKey { case file, name, label, unit }

  mutating func columnNotes(in keys: SpecMapping<SourceKey>) -> ColumnNotesSpec {
    let schema = text(keys[.schema])
    let metadata = keys[.metadata].flatMap { self.metadata($0) }
    let pads = pairs(keys[.pad], of: Bilingual(fr: "pad", en: "pad")).compactMap { column, length in
      integer(length, in: 1...40).map { PaddedColumnSpec(column: column, length: $0.value) }
    }
    return ColumnNotesSpec(schema: schema, metadata: metadata, pads: pads)
  }

  /// `metadata: file.csv`, or a mapping where the file's own columns have names that say little.
  private mutating func metadata(_ node: Node) -> MetadataSpec? {
    if isEmpty(node) { return nil }
    if node.mapping == nil {
      return text(node).map { MetadataSpec(file: $0, name: nil, label: nil, unit: nil) }
    }
    let what = Bilingual(fr: "metadata", en: "metadata")
    guard let keys = mapping(node, of: what, as: MetadataKey.self) else { return nil }
    let file = requiredText(.file, in: keys)
    let name = text(keys[.name])
    let label = text(keys[.label])
    let unit = text(keys[.unit])
    return file.map { MetadataSpec(file: $0, name: name, label: label, unit: unit) }
  }
}
