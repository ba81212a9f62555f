import Model
import Testing

@Test(
  "Periods are years, quarters, months and days",
  arguments: [
    ("2019", .year(2019)), ("2026-T3", .quarter(year: 2026, 3)), ("2026-Q3", .quarter(year: 2026, 3)),
    ("2026-t1", .quarter(year: 2026, 1)), ("2022-01", .month(year: 2022, 1)),
    ("2022-12", .month(year: 2022, 12)),
    ("2022-01-31", .day(year: 2022, month: 1, 31)), ("2024-02-29", .day(year: 2024, month: 2, 29)),
    ("2000-02-29", .day(year: 2000, month: 2, 29)), ("2022-9", .month(year: 2022, 9)),
  ] as [(String, Period)])
func periods(text: String, expected: Period) {
  #expect(Period(text) == expected)
}

@Test(
  "What is no period is refused",
  arguments: [
    "", "19", "20190", "2019-", "-2019", "+202", "2026-T0", "2026-T5", "2026-T", "2026-T33", "T3-2026",
    "3T2026",
    "2022-00", "2022-13", "2022-+1", "2022-001", "2022-04-31", "2023-02-29", "1900-02-29", "2022-01-00",
    "2022-01-32",
    "2022-01-01-01", "2022--01", "01/2022", "janvier 2022", "2022 - 01", " 2022", "２０２２",
  ])
func noPeriod(text: String) {
  #expect(Period(text) == nil)
}

@Test("A period that is none is pointed at, with the forms to write")
func pointedAt() {
  Mistake(
    report(head: "title: T\nperiod: 1️⃣T3 2026\ndate: 2️⃣31/12/2026"), "not-a-period", "not-a-period",
    hint: "écrivez 2026, 2026-T3, 2026-09 ou 2026-09-30"
  ).check()
}

@Test("An indicator without a period has that of its source")
func periodOfSource() throws {
  let yaml = report(
    indicators: "x: { label: X, unit: count, source: capuni, period: 2022-01-01, value: { column: v } }")
  let report = try #require(Resolving(yaml).report)
  #expect(report.indicators.find("nombre")?.period == .year(2019))
  #expect(report.indicators.find("x")?.period == .day(year: 2022, month: 1, 1))
}
