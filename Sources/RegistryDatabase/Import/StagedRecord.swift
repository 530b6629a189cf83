import Portfolio

/// A kind of record that knows how its rows are written.
protocol Stageable {
  static var rows: [RowWriter<Self>] { get }
}

/// A record on its way into the database, with what its place in the input says about it.
struct StagedRecord<Record> {
  let record: Record
  /// Its place among the records of its kind in its file, from 1.
  let position: Int32
  /// Counts the records that share an identity but for this number, from 1; verdicts and waivers
  /// alone have such.
  let ordinal: Int32
}

/// Writes the rows that a record has in one table, in the order of the table's columns.
struct RowWriter<Record>: Sendable {
  let table: StoredTable
  let write: @Sendable (StagedRecord<Record>, inout CopyWriter) throws -> Void

  init(
    _ table: StoredTable,
    _ write: @escaping @Sendable (StagedRecord<Record>, inout CopyWriter) throws -> Void
  ) {
    self.table = table
    self.write = write
  }

  /// A writer of one row for each element of a list, which is given with its position from 1.
  static func list<Element>(
    _ table: StoredTable, _ elements: @escaping @Sendable (Record) -> [Element],
    _ write: @escaping @Sendable (Record, Element, Int32, inout CopyWriter) -> Void
  ) -> RowWriter {
    let columns = table.columns.count
    return RowWriter(table) { staged, writer in
      var position: Int32 = 0
      for element in elements(staged.record) {
        position += 1
        try writer.row(columns: columns)
        write(staged.record, element, position, &writer)
      }
    }
  }

  /// A writer of the record's main row.
  static func row(
    _ table: StoredTable,
    _ write: @escaping @Sendable (StagedRecord<Record>, inout CopyWriter) -> Void
  ) -> RowWriter {
    let columns = table.columns.count
    return RowWriter(table) { staged, writer in
      try writer.row(columns: columns)
      write(staged, &writer)
    }
  }
}

extension CopyWriter {
  mutating func date(_ date: PartialDate?) { text(date?.description) }

  /// Start and end.
  mutating func period(_ period: Period?) {
    date(period?.start)
    date(period?.end)
  }

  /// Amount, currency and funding.
  mutating func budget(_ budget: Budget?) {
    numeric(hundredths: budget?.cents)
    text(budget?.currency)
    text(budget?.funding)
  }

  /// File and line.
  mutating func location(_ location: SourceLocation?) {
    text(location?.file)
    int4(location.map { Int32(clamping: $0.line) })
  }

  mutating func number(_ number: Int) { int4(Int32(clamping: number)) }
}
