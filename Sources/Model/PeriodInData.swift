extension Period {
  /// Reads a period as data files write it: as in a spec, or `T3 2017`, `2017 T3`, `2017T3`, `3e trimestre 2017`,
  /// `01/2018`, `31/12/2017`, `2017-12-31T00:00:00`, `janvier 2018`.
  ///
  /// It is read by hand: a column may have a million of them, and a pattern would be compiled for each.
  package init?(inData text: String) {
    // Most names in data are no periods, and all of these have a year.
    guard text.utf8.contains(where: { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    let words = text.lowercased().split { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" }
    if let period = Period(words.joined()) ?? Self.moment(words) ?? Self.quarter(words) ?? Self.date(words)
      ?? Self.month(words)
    {
      self = period
    } else {
      return nil
    }
  }

  /// The day of `2017-12-31T00:00:00` or `2017-12-31 00:00`.
  private static func moment(_ words: [Substring]) -> Period? {
    guard let day = words.first, day.count >= 10, words.count > 1 || day.dropFirst(10).first == "t",
      case .day? = Period(String(day.prefix(10)))
    else { return nil }
    return words.count == 1 || day.count == 10 ? Period(String(day.prefix(10))) : nil
  }

  /// `t3 2017`, `t3-2017`, `2017 t3`, `2017t3`, `3e trimestre 2017`.
  private static func quarter(_ words: [Substring]) -> Period? {
    if words.count == 3, ["trimestre", "trim.", "trim"].contains(words[1]) {
      guard let number = words[0].first, ["", "er", "e", "è", "ème"].contains(words[0].dropFirst()) else {
        return nil
      }
      return Period("\(words[2])-T\(number)")
    }
    let joined = words.joined()
    guard let letter = joined.firstIndex(where: { $0 == "t" || $0 == "q" }) else { return nil }
    let before = joined[..<letter]
    let after = joined[joined.index(after: letter)...]
    if before.isEmpty {
      let year = after.dropFirst().drop { $0 == "-" || $0 == "/" }
      return after.count - year.count > 2 ? nil : after.first.flatMap { Period("\(year)-T\($0)") }
    }
    return after.count == 1 ? Period("\(before)-T\(after)") : nil
  }

  /// `01/2018`, `31/12/2017`.
  private static func date(_ words: [Substring]) -> Period? {
    guard words.count == 1 else { return nil }
    let parts = words[0].split(separator: "/", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts.dropLast().allSatisfy({ $0.count == 2 }) else { return nil }
    return Period(parts.reversed().joined(separator: "-"))
  }

  /// `janvier 2018`, `janv. 2018`, and `janv-18` as spreadsheets write it.
  private static func month(_ words: [Substring]) -> Period? {
    let parts = words.count == 1 ? words[0].split(separator: "-") : words
    guard parts.count == 2, let month = month(named: parts[0]) else { return nil }
    let year = words.count == 1 && parts[1].count == 2 ? "20" + parts[1] : String(parts[1])
    guard case .year(let year)? = Period(year) else { return nil }
    return .month(year: year, month)
  }

  /// By its name or an abbreviation of three letters or more.
  private static func month(named name: Substring) -> Int? {
    let letters = name.last == "." ? name.dropLast() : name
    if let month = months.firstIndex(of: String(letters)) { return month + 1 }
    // “Juin” and “juillet” begin alike.
    guard letters.count >= 3, letters != "jui",
      let month = months.firstIndex(where: { $0.hasPrefix(letters) })
    else { return nil }
    return month + 1
  }

  private static let months = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
    "novembre", "décembre",
  ]
}
