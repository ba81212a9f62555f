/// What `docs/sentences.md` tells, in its order.
let sentenceCases: [SentenceCase] =
  gapsOfRates + gapsOfOtherUnits + measures + evolutions + targets + peers + precision + missing

/// The values of the two zones, in 2025.
private func both(_ qpv: String, _ france: String) -> [String] {
  ["QPV;2025;\(qpv)", "France;2025;\(france)"]
}

/// The subject's values of two periods.
private func over(_ then: String, _ a: String, _ now: String, _ b: String) -> [String] {
  ["QPV;\(then);\(a)", "QPV;\(now);\(b)"]
}

private let gapsOfRates: [SentenceCase] = {
  func one(_ title: String, _ qpv: String, _ france: String, keys: String = "", form: String = "statement")
    -> SentenceCase
  {
    SentenceCase(
      group: "Gaps between rates", title: title, rows: both(qpv, france), keys: keys, form: form)
  }
  return [
    one("below", "87", "91"), one("above", "91", "87"), one("one point", "88", "87"),
    one("under two points", "87,1", "89"), one("two points", "87", "89"), one("half a point", "8,45", "8"),
    one("equal", "87", "87"), one("printed alike, not equal", "87,04", "87,01"),
    one("no point as printed, though the values are not printed alike", "87,45", "87,44"),
    one("only", "87", "91", form: "sentence"), one("only, equal", "87", "87", form: "sentence"),
    one("signed", "87", "91", form: "gap"), one("without its sign", "87", "91", form: "size"),
  ]
}()

private let gapsOfOtherUnits: [SentenceCase] = {
  func one(
    _ title: String, _ subject: SentenceCase.Subject, _ qpv: String, _ france: String,
    form: String = "statement"
  )
    -> SentenceCase
  {
    SentenceCase(
      group: "Gaps in other units", title: title, subject: subject, rows: both(qpv, france), form: form)
  }
  return [
    one("count, fewer", .residents, "1200", "2714"), one("count, one more", .residents, "1201", "1200"),
    one("count, signed", .residents, "1200", "2714", form: "gap"),
    one("millions, elided", .millions, "7000000", "5500000"),
    one("millions, under one", .millions, "5500000", "5900000"),
    one("millions, printed alike", .millions, "5500001", "5500000"),
    one("euros", .income, "14000", "22600"), one("cents", .income, "11,50", "11,25"),
    one("millions of euros", .aid, "2500000", "4000000"),
    one("years, plural", .age, "30", "34"), one("years, singular", .age, "30", "31"),
    one("years, decimal", .age, "30,5", "32,4"), one("index", .rents, "104,2", "101"),
    one("per thousand", .births, "12,5", "10,8"),
  ]
}()

private let measures: [SentenceCase] = {
  func one(
    _ title: String, _ measure: String, _ subject: SentenceCase.Subject, _ qpv: String, _ france: String,
    warnings: [String] = []
  ) -> SentenceCase {
    SentenceCase(
      group: "Ratios, relative gaps, indices and shares", title: title, subject: subject,
      rows: both(qpv, france),
      measure: measure, warnings: warnings)
  }
  return [
    one("four times", "ratio", .online, "80", "20"), one("twice", "ratio", .residents, "500", "250"),
    one("one and a half", "ratio", .income, "30000", "20000"),
    one("many times", "ratio", .residents, "2400", "120"),
    one("half", "ratio", .residents, "250", "500"), one("a third", "ratio", .online, "15", "45"),
    one("under one and a half below", "ratio", .online, "20", "50"),
    one("near one", "ratio", .online, "25", "20"),
    one("near one below", "ratio", .online, "84", "100"), one("one", "ratio", .online, "20", "20"),
    one("one as printed", "ratio", .online, "20,01", "20"), one("zero", "ratio", .residents, "0", "20"),
    one("over zero", "ratio", .residents, "20", "0", warnings: ["no-difference"]),
    one("relative, more", "relative", .residents, "110", "100"),
    one("relative, fewer", "relative", .residents, "95", "100"),
    one("relative, of money", "relative", .income, "14000", "22600"),
    one("relative, of a rate", "relative", .online, "22", "20"),
    one("relative, equal", "relative", .residents, "100", "100"),
    one("index", "index", .income, "14000", "22600"), one("share", "share", .residents, "250", "2000"),
  ]
}()

private let evolutions: [SentenceCase] = {
  func one(
    _ title: String, _ reference: String, _ rows: [String], subject: SentenceCase.Subject = .online,
    measure: String = "", form: String = "statement"
  ) -> SentenceCase {
    SentenceCase(
      group: "Over time", title: title, subject: subject, rows: rows, reference: reference, measure: measure,
      form: form)
  }
  return [
    one("from one year to the next", "previous", over("2024", "75", "2025", "79")),
    one("from one quarter to the next", "previous", over("2026-T2", "75", "2026-T3", "79")),
    one("from the first quarter", "previous", over("2026-T1", "81", "2026-T2", "79,5")),
    one("from one month to the next", "previous", over("2026-07", "75", "2026-08", "76,9")),
    one("between two days", "previous", over("2026-01-01", "75", "2026-06-30", "79")),
    one("over a year", "year-ago", over("2025-T3", "75", "2026-T3", "79")),
    one("over a year, months", "year-ago", over("2025-09", "79", "2026-09", "75")),
    one("over a year, years", "year-ago", over("2024", "75", "2025", "79")),
    one("since the first year", "first", over("2019", "75", "2025", "79")),
    one("since the first quarter", "first", over("2024-T1", "75", "2026-T3", "79")),
    one("since the first month", "first", over("2024-01", "75", "2026-09", "79")),
    one("since a day", "first", over("2022-01-01", "75", "2026-06-30", "79")),
    one("from a given quarter", "2024-T1", over("2024-T1", "75", "2026-T3", "79")),
    one("not moved", "previous", over("2026-T2", "79", "2026-T3", "79")),
    one("not moved, over a year", "year-ago", over("2025-T3", "79", "2026-T3", "79")),
    one("count", "previous", over("2024", "1200", "2025", "2714"), subject: .residents),
    one("money", "first", over("2019", "20100", "2025", "22600"), subject: .income),
    one("years", "previous", over("2024", "39", "2025", "40"), subject: .age),
    one(
      "relative", "previous", over("2024", "1000", "2025", "1042"), subject: .residents, measure: "relative"),
    one("relative, of a rate", "previous", over("2024", "20", "2025", "18"), measure: "relative"),
    one("doubled", "first", over("2019", "250", "2025", "500"), subject: .residents, measure: "ratio"),
    one(
      "doubled, over a year", "year-ago", over("2025-T3", "250", "2026-T3", "500"), subject: .residents,
      measure: "ratio"),
    one("halved", "2026-T1", over("2026-T1", "500", "2026-T3", "250"), subject: .residents, measure: "ratio"),
    one(
      "ratio near one", "2026-04", over("2026-04", "400", "2026-09", "500"), subject: .residents,
      measure: "ratio"),
    one(
      "ratio near one, quarter", "previous", over("2026-T2", "400", "2026-T3", "500"), subject: .residents,
      measure: "ratio"),
    one("down to zero", "previous", over("2024", "4", "2025", "0"), subject: .residents, measure: "ratio"),
    one("index", "2024-T1", over("2024-T1", "400", "2026-T3", "417"), subject: .residents, measure: "index"),
    one("only", "previous", over("2026-T2", "75", "2026-T3", "79"), form: "sentence"),
  ]
}()

private let targets: [SentenceCase] = {
  func one(
    _ title: String, _ target: String, _ rows: [String], subject: SentenceCase.Subject = .online,
    direction: String = "higher", form: String = "statement"
  ) -> SentenceCase {
    SentenceCase(
      group: "Targets", title: title, subject: subject, rows: rows, reference: "target",
      keys: "direction: \(direction)\n    target: { \(target) }", form: form)
  }
  let progress = over("2023", "75", "2025", "79")
  return [
    one("below", "value: 90, by: 2028", progress), one("by a quarter", "value: 90, by: 2027-T4", progress),
    one("by a day", "value: 90, by: 2027-12-31", progress),
    one("one point away", "value: 80, by: 2028", progress),
    one("reached", "value: 78, by: 2028", progress), one("just reached", "value: 79, by: 2028", progress),
    one("past its date", "value: 90, by: 2024", progress),
    one("lower is better", "value: 60, by: 2028", progress, direction: "lower"),
    one("lower is better, reached", "value: 80, by: 2028", progress, direction: "lower"),
    one("count", "value: 2000, by: 2028", over("2023", "1200", "2025", "1840"), subject: .residents),
    one("as printed there", "value: 79, by: 2028, agreed: comité", over("2023", "75,5", "2025", "78,99")),
    one("its status", "value: 82, by: 2028", progress, form: "status"),
    one("its status, late", "value: 90, by: 2028", over("2019", "75", "2025", "79"), form: "status"),
    one("its status, past", "value: 90, by: 2024", progress, form: "status"),
    one("its status, reached", "value: 78, by: 2028", progress, form: "status"),
    one("the pace needed", "value: 90, by: 2028", progress, form: "pace"),
    one(
      "the pace needed, lower is better", "value: 73, by: 2028", progress, direction: "lower", form: "pace"),
  ]
}()

private let peers: [SentenceCase] = {
  func one(_ title: String, _ values: [String], form: String, direction: String = "higher") -> SentenceCase {
    let others = values.dropFirst().enumerated().map { "Zone \($0.offset);2025;\($0.element)" }
    return SentenceCase(
      group: "Among similar territories", title: title, rows: ["QPV;2025;\(values[0])"] + others,
      reference: "peers",
      keys: "direction: \(direction)", form: form)
  }
  return [
    one("first", ["90", "80", "70", "60"], form: "statement"),
    one("second", ["80", "90", "70", "60"], form: "statement"),
    one("tied", ["80", "90", "80", "60"], form: "statement"),
    one("lower is better", ["60", "90", "80", "70"], form: "statement", direction: "lower"),
    one("only", ["70", "90", "80", "60"], form: "sentence"),
    one("rank", ["70", "90", "80", "60"], form: "rank"),
    one("tied", ["80", "90", "80", "60"], form: "rank"),
    one("lowest", ["60", "90", "80", "70"], form: "quartile"),
    one("second", ["70", "90", "80", "60"], form: "quartile"),
    one("third", ["80", "90", "70", "60"], form: "quartile"),
    one("median", ["80", "90", "70", "60"], form: "median"),
  ]
}()

private let precision: [SentenceCase] = {
  func one(
    _ title: String, _ rows: [String], reference: String = "france", subject: SentenceCase.Subject = .online,
    measure: String = "", keys: String = "", form: String = "statement"
  ) -> SentenceCase {
    SentenceCase(
      group: "Precision", title: title, subject: subject, rows: rows, reference: reference, measure: measure,
      keys: keys,
      form: form)
  }
  let small = ["QPV;2025;79;100", "France;2025;82;120"]
  let large = ["QPV;2025;79;4000", "France;2025;88;9000"]
  let target = "target: { value: 80, by: 2028 }"
  return [
    one("not significant", small), one("not significant, only", small, form: "sentence"),
    one("not significant, ratio", small, measure: "ratio"), one("its status", small, form: "status"),
    one("its interval", small, form: "interval"), one("significant", large),
    one("interval of a gap", large, form: "interval"),
    one("interval of a ratio", large, measure: "ratio", form: "interval"),
    one("interval of a relative gap", large, measure: "relative", form: "interval"),
    one(
      "interval of a difference", ["QPV;2025;14000;;300", "France;2025;16000;;400"], subject: .income,
      form: "interval"),
    one(
      "interval of a count", ["QPV;2025;1400;;30", "France;2025;1600;;40"], subject: .residents,
      form: "interval"),
    one("over time, not significant", ["QPV;2024;78;300", "QPV;2025;79;300"], reference: "previous"),
    one(
      "over a year, not significant", ["QPV;2025-T3;78;300", "QPV;2026-T3;79;300"], reference: "year-ago"),
    one("target, not significant", ["QPV;2025;79;300"], reference: "target", keys: target),
    one("target, its status", ["QPV;2025;79;300"], reference: "target", keys: target, form: "status"),
  ]
}()

private let missing: [SentenceCase] = {
  func one(
    _ title: String, _ rows: [String], reference: String = "france", form: String = "statement",
    keys: String = "",
    warnings: [String] = []
  ) -> SentenceCase {
    SentenceCase(
      group: "Missing values", title: title, rows: rows, reference: reference, keys: keys, form: form,
      warnings: warnings)
  }
  return [
    one("subject not available", both("nd", "91")), one("subject secret", both("s", "91")),
    one("subject not applicable", both("///", "91")), one("reference not available", both("87", "nd")),
    one("reference secret", both("87", "s")), one("both missing", both("nd", "s")),
    one("earlier value not available", over("2024", "nd", "2025", "79"), reference: "previous"),
    one("too few answers", ["QPV;2025;87;12", "France;2025;91;900"], keys: "minimum-base: 30"),
    one("reference of another date", ["QPV;2025;87", "France;2022;91"], warnings: ["incomparable-period"]),
    one("the gap of a secret", both("s", "91"), form: "gap", warnings: ["missing-in-text"]),
    one("its status", both("s", "91"), form: "status"),
  ]
}()
