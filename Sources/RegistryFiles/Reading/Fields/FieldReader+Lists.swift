import Portfolio

extension FieldReader {
  /// The items of a list, which may be missing.
  mutating func items(_ key: StaticString, isRequired: Bool) -> Range<Int>? {
    guard let value = value(key, isRequired: isRequired) else { return nil }
    guard document.nodes[value].kind == .sequence else {
      reportForm(.list, at: value)
      return nil
    }
    return value + 1..<document.end(of: value)
  }

  /// A list of single values, each of which stands there once.
  private mutating func scalars(
    _ key: StaticString, isRequired: Bool, _ read: (borrowing FieldReader, Int) -> String?
  ) -> [String] {
    guard let items = items(key, isRequired: isRequired), !items.isEmpty else { return [] }
    var values: [String] = []
    var seen = Repetitions<String>()
    var item = items.lowerBound
    while item < items.upperBound {
      if let text = scalarItem(item, read) {
        if let first = seen.insert(text) {
          report(.repeatedItem(text, position: first + 1), at: item)
        }
        values.append(text)
      }
      item = document.end(of: item)
    }
    return values
  }

  private func scalarItem(
    _ item: Int, _ read: (borrowing FieldReader, Int) -> String?
  ) -> String? {
    switch document.nodes[item].kind {
    case .refused:
      return nil
    case .sequence, .mapping:
      reportForm(.text, at: item)
      return nil
    case .scalar:
      guard !document.isNull(item) else {
        report(.emptyItem, at: item)
        return nil
      }
      return read(self, item)
    }
  }

  mutating func texts(_ key: StaticString) -> [String] {
    scalars(key, isRequired: false) { fields, item in fields.text(at: item) }
  }

  mutating func ids(_ key: StaticString, form: IDForm, isRequired: Bool = false) -> [String] {
    scalars(key, isRequired: isRequired) { fields, item in fields.id(at: item, form: form) }
  }

  mutating func references(_ key: StaticString, to kind: Mention.Kind) -> [String] {
    scalars(key, isRequired: false) { fields, item in fields.reference(at: item, to: kind) }
  }

  /// A list of mappings.
  mutating func list<Item>(
    _ key: StaticString, _ read: (inout FieldReader) -> Item?
  ) -> [Item] {
    guard let items = items(key, isRequired: false) else { return [] }
    var values: [Item] = []
    forEach(items) { item in
      guard var fields = nested(item) else { return }
      if let value = read(&fields) { values.append(value) }
      fields.finish()
    }
    return values
  }

  /// Hands on the nodes of a list's items; empty ones are reported instead.
  func forEach(_ items: Range<Int>, _ body: (Int) -> Void) {
    var item = items.lowerBound
    while item < items.upperBound {
      if document.isNull(item) {
        report(.emptyItem, at: item)
      } else {
        body(item)
      }
      item = document.end(of: item)
    }
  }

  /// A mapping inside this one.
  mutating func mapping<Value>(
    _ key: StaticString, isRequired: Bool = false, _ read: (inout FieldReader) -> Value?
  ) -> Value? {
    guard let value = value(key, isRequired: isRequired), var fields = nested(value)
    else { return nil }
    let result = read(&fields)
    fields.finish()
    return result
  }
}
