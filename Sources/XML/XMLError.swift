/// What is wrong with an XML document.
package enum XMLError: Error, Hashable {
  /// It is not well-formed, from this line on.
  case malformed(line: Int)
  /// It has a document type declaration: none is needed, and one can be made to fill the memory.
  case hasDocumentType
}
