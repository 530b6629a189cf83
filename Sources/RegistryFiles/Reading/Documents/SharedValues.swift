import Portfolio

// Values that occur in documents of several kinds.

extension Period {
  init?(_ fields: inout FieldReader) {
    self.init(start: fields.date("start"), end: fields.date("end"))
    if isReversed { fields.report(.reversedPeriod, at: fields.node) }
  }
}

extension Budget {
  init?(_ fields: inout FieldReader) {
    let cents = fields.amount("amount")
    let currency = fields.currency("currency")
    let funding = fields.text("funding")
    guard let cents else { return nil }
    self.init(cents: cents, currency: currency ?? "EUR", funding: funding)
  }
}

extension FieldReader {
  /// Three capital letters.
  fileprivate mutating func currency(_ key: StaticString) -> String? {
    guard let value = scalar(key) else { return nil }
    let bytes = document.bytes(of: value)
    let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
    guard bytes.count == 3, bytes.allSatisfy(capitals.contains) else {
      report(.invalidCurrency(document.string(of: value)), at: value)
      return nil
    }
    return document.string(of: value)
  }
}

extension Statement {
  init?(_ fields: inout FieldReader) {
    let topic = fields.text("topic", isRequired: true)
    let text = fields.text("text", isRequired: true)
    let sources = fields.references("sources", to: .source)
    guard let topic, let text else { return nil }
    self.init(topic: topic, text: text, sources: sources)
  }
}
