import Portfolio
import RegistryDatabase
import TestSupport
import Testing

/// PostgreSQL's own text output is the independent oracle for our binary formats.
@Suite("values travel unchanged")
struct RoundTripTests {
  @Test("random values of every type come back as parameters, through COPY in and COPY out")
  func randomValues() async throws {
    let seed = UInt64.random(in: .min ... .max)
    try await withTemporaryDatabase { temporary in
      try await temporary.database.run { session in
        try session.script(Sample.table)
        var random = SeededRandom(seed: seed)
        let samples = (0..<300).map { Sample(id: $0, random: &random) }

        for sample in samples { try session.execute(Sample.insert, sample.parameters) }
        let inserted = try session.rows(Sample.select, as: Sample.self)
        #expect(inserted == samples, "seed \(seed)")

        let texts = try session.rows(Sample.selectAsText) { row in
          try (0..<4).map { try row.decodeIfPresent($0, as: String.self) }
        }
        for (text, sample) in zip(texts, samples) {
          #expect(text[0] == "\(sample.number)", "seed \(seed)")
          #expect(text[1] == sample.amount.map { Sample.decimal($0) }, "seed \(seed)")
          #expect(text[2] == sample.day?.description, "seed \(seed)")
          #expect(text[3] == sample.flag.map { $0 ? "true" : "false" }, "seed \(seed)")
        }

        try session.execute("TRUNCATE sample")
        let loaded = try session.copyIn(Sample.copyIn) { writer in
          for sample in samples { try sample.write(to: &writer) }
        }
        #expect(loaded == samples.count)
        #expect(try session.rows(Sample.select, as: Sample.self) == samples, "seed \(seed)")

        var streamed: [Sample] = []
        try session.stream(Sample.select) { row in streamed.append(try Sample(row: row)) }
        #expect(streamed == samples, "seed \(seed)")

        var copied: [Sample] = []
        let count = try session.copyOut("COPY (\(Sample.select)) TO STDOUT (FORMAT binary)") {
          row in copied.append(try Sample(row: row))
        }
        #expect(count == samples.count)
        #expect(copied == samples, "seed \(seed)")
      }
    }
  }

  @Test("a numeric is read in hundredths exactly or not at all")
  func numeric() async throws {
    let cases: [(String, Int64?)] = [
      ("0", 0), ("0.00", 0), ("0.01", 1), ("-0.01", -1), ("1", 100), ("10000", 1_000_000),
      ("10000.10", 1_000_010), ("1.500", 150), ("123456789012.34", 12_345_678_901_234),
      ("92233720368547758.07", Int64.max), ("-92233720368547758.08", Int64.min),
      ("92233720368547758.08", nil), ("0.001", nil), ("1.005", nil), ("NaN", nil),
      ("1e30", nil), ("1e-30", nil),
    ]
    try await withTemporaryDatabase { temporary in
      for (text, expected) in cases {
        let read = try? await temporary.database.run { session in
          try session.value("SELECT $1::numeric", [.text(text)], as: Hundredths.self)?.value
        }
        #expect(read == .some(expected) || (read == nil && expected == nil), "\(text)")
      }
    }
  }

  @Test("dates, times, uuids, JSON and bytes are read as PostgreSQL means them")
  func otherTypes() async throws {
    try await withTemporaryDatabase { temporary in
      try await temporary.database.run { session in
        let day = try session.value("SELECT date '2024-02-29'", as: CalendarDay.self)
        #expect(day == CalendarDay(year: 2024, month: 2, day: 29))
        expectThrows(ColumnDecodingError.self) {
          try session.value("SELECT date 'infinity'", as: CalendarDay.self)
        }
        let time = try session.value(
          "SELECT timestamptz '1970-01-02 00:00:00.000001+00'", as: Microseconds.self)
        #expect(time?.sinceEpoch == 86_400_000_001)
        let same = try session.value(
          "SELECT $1 = timestamptz '1970-01-02 00:00:00.000001+00'",
          [.timestamp(microseconds: 86_400_000_001)], as: Bool.self)
        #expect(same == true)
        let uuid = "0b9e5f6e-7f5c-4c52-9a3e-0123456789ab"
        let readBack = try session.value("SELECT $1::uuid", [.text(uuid)], as: String.self)
        #expect(readBack == uuid)
        #expect(
          try session.value("SELECT $1", [.json("{\"a\": [1]}")], as: String.self) == "{\"a\": [1]}"
        )
        #expect(
          try session.value("SELECT $1", [.bytes([0, 1, 255])], as: Bytes.self)
            == Bytes([0, 1, 255]))
        #expect(try session.value("SELECT $1", [.double(0.1)], as: Double.self) == 0.1)
        #expect(try session.value("SELECT 7::smallint", as: Int.self) == 7)
        #expect(try session.value("SELECT -7::int", as: Int.self) == -7)
      }
    }
  }

  @Test("a column of another type is refused rather than misread")
  func mismatch() async throws {
    try await withTemporaryDatabase { temporary in
      try await temporary.database.run { session in
        for sql in ["SELECT 1::bigint", "SELECT 1.5::numeric", "SELECT true", "SELECT now()"] {
          expectThrows(ColumnDecodingError.self) { try session.value(sql, as: String.self) }
        }
        expectThrows(ColumnDecodingError.self) {
          try session.value("SELECT 'text'", as: Int.self)
        }
        expectThrows(ColumnDecodingError.self) {
          try session.rows("SELECT NULL::int") { row in try row.decode(0, as: Int.self) }
        }
        expectThrows(ColumnDecodingError.self) {
          try session.rows("SELECT 1") { row in try row.decode(1, as: Int.self) }
        }
        expectThrows(ColumnDecodingError.self) {
          try session.value("SELECT ARRAY['a', NULL]", as: [String].self)
        }
      }
    }
  }

  @Test("a text with a zero character is refused rather than cut off")
  func zeroCharacter() async throws {
    try await withTemporaryDatabase { temporary in
      try await temporary.database.run { session in
        expectThrows(DatabaseError.self) { try session.execute("SELECT $1::text", ["a\0b"]) }
        expectThrows(DatabaseError.self) { try session.execute("SELECT 1\0; SELECT 2") }
        try session.execute("CREATE TABLE t (a text)")
        expectThrows(DatabaseError.self) {
          try session.copyIn("COPY t FROM STDIN (FORMAT binary)") { writer in
            try writer.row(columns: 1)
            writer.text("a\0b")
          }
        }
        #expect(try session.value("SELECT count(*) FROM t", as: Int.self) == 0)
      }
    }
  }
}

private struct Sample: Hashable, RowDecodable {
  var id: Int
  var number: Int64
  var text: String?
  var flag: Bool?
  var amount: Int64?
  var day: CalendarDay?
  var words: [String]?
  var numbers: [Int64]

  static let table = """
    CREATE TABLE sample (
      id integer PRIMARY KEY, number bigint NOT NULL, word text, flag boolean, amount numeric,
      day date, words text[], numbers bigint[] NOT NULL);
    """
  static let insert = "INSERT INTO sample VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
  static let columns = "id, number, word, flag, amount, day, words, numbers"
  static let select = "SELECT \(columns) FROM sample ORDER BY id"
  static let selectAsText = """
    SELECT number::text, amount::text, day::text, flag::text FROM sample ORDER BY id
    """
  static let copyIn = "COPY sample (\(columns)) FROM STDIN (FORMAT binary)"

  init(id: Int, random: inout SeededRandom) {
    func maybe<Value>(_ value: Value, _ random: inout SeededRandom) -> Value? {
      Int.random(in: 0..<5, using: &random) == 0 ? nil : value
    }
    self.id = id
    number = random.integer()
    text = maybe(random.text(upTo: 40), &random)
    flag = maybe(Bool.random(using: &random), &random)
    amount = maybe(random.integer(), &random)
    let days = Int32.random(in: -700_000...2_900_000, using: &random)
    day = maybe(CalendarDay(daysSinceEpoch: days), &random)
    let count = Int.random(in: 0...4, using: &random)
    words = maybe((0..<count).map { _ in random.text(upTo: 8) }, &random)
    numbers = (0..<count).map { _ in random.integer() }
  }

  init(row: borrowing Row) throws {
    id = try row.decode(0)
    number = try row.decode(1)
    text = try row.decodeIfPresent(2)
    flag = try row.decodeIfPresent(3)
    amount = try row.decodeIfPresent(4, as: Hundredths.self)?.value
    day = try row.decodeIfPresent(5)
    words = try row.decodeIfPresent(6)
    numbers = try row.decode(7)
  }

  var parameters: [SQLValue] {
    [
      SQLValue(id), .int(number), SQLValue(text), SQLValue(flag),
      amount.map(SQLValue.hundredths) ?? .null, SQLValue(day),
      words.map(SQLValue.texts) ?? .null, .ints(numbers),
    ]
  }

  func write(to writer: inout CopyWriter) throws {
    try writer.row(columns: 8)
    writer.int4(Int32(id))
    writer.int8(number)
    writer.text(text)
    writer.bool(flag)
    writer.numeric(hundredths: amount)
    writer.day(day)
    if let words { writer.texts(words) } else { writer.null() }
    writer.ints(numbers)
  }

  /// Hundredths as a decimal number, by way of text alone.
  static func decimal(_ amount: Int64) -> String {
    var digits = String(amount.magnitude)
    while digits.count < 3 { digits = "0" + digits }
    return (amount < 0 ? "-" : "") + digits.dropLast(2) + "." + digits.suffix(2)
  }
}
