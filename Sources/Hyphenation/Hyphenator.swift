import CHyphen

/// Patterns that cannot be used.
package enum HyphenationError: Error, Hashable {
  case unreadable(path: String)
  /// libhyphen reads patterns in other encodings too; the words that it is given here are UTF-8.
  case notUTF8(path: String, encoding: String)
}

/// Finds where words may be hyphenated, by the patterns of a language.
///
/// - **Source**: F. M. Liang, *Word Hy-phen-a-tion by Com-put-er*, 1983, as libhyphen has it.
package final class Hyphenator {
  private let file: UnsafeMutablePointer<FILE>
  /// What the patterns come to, made when the first word is asked for: it takes longer than a short report.
  private lazy var dictionary = loaded()

  /// - Parameter path: a file of patterns in libhyphen's form (`hyph_fr.dic`), in UTF-8.
  package init(path: String) throws(HyphenationError) {
    guard let file = fopen(path, "r") else { throw .unreadable(path: path) }
    // The first line names the encoding.
    var line = [CChar](repeating: 0, count: 64)
    guard fgets(&line, Int32(line.count), file) != nil else {
      fclose(file)
      throw .unreadable(path: path)
    }
    let encoding = String(
      decoding: line.lazy.map { UInt8(bitPattern: $0) }.prefix { $0 > 0x20 }, as: UTF8.self)
    guard encoding == "UTF-8" else {
      fclose(file)
      throw .notUTF8(path: path, encoding: encoding)
    }
    self.file = file
  }

  deinit { fclose(file) }

  private final class Dictionary {
    let pointer: UnsafeMutablePointer<HyphenDict>

    init(_ pointer: UnsafeMutablePointer<HyphenDict>) { self.pointer = pointer }

    deinit { hnj_hyphen_free(pointer) }
  }

  private func loaded() -> Dictionary {
    rewind(file)
    guard let pointer = hnj_hyphen_load_file(file) else {
      preconditionFailure("libhyphen fails on an open file only for want of memory")
    }
    return Dictionary(pointer)
  }

  /// How many letters stand before each place where a word may be hyphenated, in order.
  ///
  /// Points where the spelling would change are left out; French and English have none.
  ///
  /// - Parameters:
  ///   - word: letters only, in small letters, each one scalar.
  ///   - before: the least number of letters before a hyphen.
  ///   - after: the least number of letters after it.
  package func points(in word: String, leaving before: Int, _ after: Int) -> [Int] {
    let letterCount = word.unicodeScalars.count
    guard letterCount >= before + after else { return [] }
    let byteCount = word.utf8.count
    var marks = [CChar](repeating: 0, count: byteCount + 5)
    var replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    var positions: UnsafeMutablePointer<Int32>?
    var cuts: UnsafeMutablePointer<Int32>?
    let status = hnj_hyphen_hyphenate3(
      dictionary.pointer, word, Int32(byteCount), &marks, nil, &replacements, &positions, &cuts,
      Int32(before),
      Int32(after), 0, 0)
    defer { release(replacements, positions, cuts, count: byteCount) }
    guard status == 0 else { return [] }
    return (before...letterCount - after).filter { count in
      marks[count - 1] & 1 == 1 && replacements?[count - 1] == nil
    }
  }

  private func release(
    _ replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
    _ positions: UnsafeMutablePointer<Int32>?, _ cuts: UnsafeMutablePointer<Int32>?, count: Int
  ) {
    if let replacements {
      for index in 0..<count { free(replacements[index]) }
      free(replacements)
    }
    free(positions)
    free(cuts)
  }
}
