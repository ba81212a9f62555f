import PostgreSQL
import Testing

@Suite("What a server writes")
struct ListTests {
  @Test(
    "A list is read item by item",
    arguments: [
      ("{}", []), ("{a,b}", ["a", "b"]), ("{NULL,\"NULL\"}", [nil, "NULL"]),
      (#"{"a, b","c \"d\" \\"}"#, ["a, b", #"c "d" \"#]),
      ("{\"\"}", [""]), ("{{1,2},{3,4}}", ["1", "2", "3", "4"]), ("[0:1]={5,6}", ["5", "6"]),
      ("{\"{x}\"}", ["{x}"]),
    ] as [(String, [String?])])
  func lists(text: String, expected: [String?]) {
    #expect(items(ofList: text) == expected)
  }

  @Test(
    "An address in which a password could be taken for something else is none",
    arguments: [
      "localhost", "host=localhost password=x", "http://h/d", "postgresql://u:p@ss@h/d",
      "postgresql://u:p/a@h/d",
      "postgresql://u:p?a@h/d", "postgresql://u@h/d?passwrod=x",
    ])
  func addresses(text: String) {
    let error = #expect(throws: PostgreSQLError.self) { _ = try ConnectionAddress(text) }
    #expect(error?.cause == .notAnAddress)
    #expect(error?.message.contains("p@ss") == false)
  }

  @Test(
    "An address is taken as it is",
    arguments: ["postgres://h", "postgresql://u:p%40ss@h:5433/d?sslmode=disable"])
  func goodAddresses(text: String) throws {
    _ = try ConnectionAddress(text)
  }
}
