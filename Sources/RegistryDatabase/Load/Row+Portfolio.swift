import Portfolio

extension Row {
  func date(_ column: Int) throws -> PartialDate? {
    guard let text = try decodeIfPresent(column, as: String.self) else { return nil }
    guard let date = PartialDate(text) else {
      throw ColumnDecodingError(
        column: column, expected: "partial date", problem: "holds '\(text)'")
    }
    return date
  }

  func requiredDate(_ column: Int) throws -> PartialDate {
    guard let date = try date(column) else {
      throw ColumnDecodingError(column: column, expected: "partial date", problem: "is NULL")
    }
    return date
  }

  /// Start and end from two columns.
  func period(_ column: Int) throws -> Period? {
    let (start, end) = (try date(column), try date(column + 1))
    return start == nil && end == nil ? nil : Period(start: start, end: end)
  }

  /// Amount, currency and funding from three columns.
  func budget(_ column: Int) throws -> Budget? {
    guard let amount = try decodeIfPresent(column, as: Hundredths.self) else { return nil }
    return Budget(
      cents: amount.value, currency: try decode(column + 1),
      funding: try decodeIfPresent(column + 2))
  }

  /// Date and reason from two columns.
  func refusal(_ column: Int) throws -> Refusal? {
    guard let date = try date(column) else { return nil }
    return Refusal(date: date, reason: try decode(column + 1))
  }

  /// File and line from two columns.
  func location(_ column: Int) throws -> SourceLocation? {
    guard let file = try decodeIfPresent(column, as: String.self) else { return nil }
    return SourceLocation(file: file, line: try decode(column + 1))
  }

  func enumeration<Value: RawRepresentable<String>>(
    _ column: Int, as type: Value.Type = Value.self
  ) throws -> Value {
    guard let value = try enumerationIfPresent(column, as: type) else {
      throw ColumnDecodingError(column: column, expected: "\(type)", problem: "is NULL")
    }
    return value
  }

  func enumerationIfPresent<Value: RawRepresentable<String>>(
    _ column: Int, as type: Value.Type = Value.self
  ) throws -> Value? {
    guard let text = try decodeIfPresent(column, as: String.self) else { return nil }
    guard let value = Value(rawValue: text) else {
      throw ColumnDecodingError(column: column, expected: "\(type)", problem: "holds '\(text)'")
    }
    return value
  }
}
