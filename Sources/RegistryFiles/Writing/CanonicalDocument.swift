import Portfolio

/// One document in canonical form while it is being written: every call writes a key with its
/// value, or nothing where the value is empty or the default.
///
/// Checks what the reader would refuse, because a file that cannot be read back is lost data.
struct CanonicalDocument {
  let emitter: YAMLEmitter
  /// What is being written, for messages, e.g. `digitales-bauamt`.
  let record: String

  // MARK: Texts

  func required(_ key: StaticString, _ value: String) throws {
    guard !value.isEmpty else { throw unwritable(key, value) }
    try emitter.key(key)
    try text(key, value)
  }

  func optional(_ key: StaticString, _ value: String?) throws {
    guard let value, !value.isEmpty else { return }
    try emitter.key(key)
    try text(key, value)
  }

  /// Texts that may be long, one a line.
  func lines(_ key: StaticString, _ values: [String]) throws {
    try list(key, values, .block) { value in try text(key, value) }
  }

  /// Short texts, side by side.
  func words(_ key: StaticString, _ values: [String]) throws {
    try list(key, values, .flow) { value in try text(key, value) }
  }

  private func text(_ key: StaticString, _ value: String) throws {
    guard !value.isEmpty, ControlCharacter(firstIn: value) == nil else {
      throw unwritable(key, value)
    }
    try emitter.text(value)
  }

  // MARK: Ids

  func requiredID(
    _ key: StaticString, _ value: String, _ form: IDForm = .plain
  ) throws {
    guard form.admits(value) else { throw unwritable(key, value) }
    try required(key, value)
  }

  func optionalID(
    _ key: StaticString, _ value: String?, _ form: IDForm = .plain
  ) throws {
    guard let value, !value.isEmpty else { return }
    try requiredID(key, value, form)
  }

  func ids(
    _ key: StaticString, _ values: [String], _ form: IDForm = .plain
  ) throws {
    try list(key, values, .flow) { value in
      guard form.admits(value) else { throw unwritable(key, value) }
      try emitter.text(value)
    }
  }

  // MARK: Numbers, dates, fixed words

  func number(_ key: StaticString, _ value: Int, default usual: Int) throws {
    guard value != usual else { return }
    guard value >= 1 else { throw unwritable(key, String(value)) }
    try plain(key, String(value))
  }

  func date(_ key: StaticString, _ value: PartialDate?) throws {
    guard let value else { return }
    guard value.year >= 1000 else { throw unwritable(key, value.description) }
    try plain(key, value.description)
  }

  func word<Word: RawRepresentable<String> & Equatable>(
    _ key: StaticString, _ value: Word?, default usual: Word? = nil
  ) throws {
    guard let value, value != usual else { return }
    try plain(key, value.rawValue)
  }

  func plain(_ key: StaticString, _ value: String) throws {
    try emitter.key(key)
    try emitter.plain(value)
  }

  // MARK: Structure

  func mapping(
    _ style: YAMLEmitter.Style, _ content: () throws -> Void
  ) throws {
    try emitter.beginMapping(style)
    try content()
    try emitter.endMapping(style)
  }

  func mapping(
    _ key: StaticString, _ style: YAMLEmitter.Style, _ content: () throws -> Void
  ) throws {
    try emitter.key(key)
    try mapping(style, content)
  }

  /// A list of mappings; nothing where it is empty.
  func entries<Entry>(
    _ key: StaticString, _ values: [Entry], _ style: YAMLEmitter.Style = .block,
    _ content: (Entry) throws -> Void
  ) throws {
    try list(key, values, .block) { value in
      try emitter.beginMapping(style)
      try content(value)
      try emitter.endMapping(style)
    }
  }

  private func list<Value>(
    _ key: StaticString, _ values: [Value], _ style: YAMLEmitter.Style,
    _ content: (Value) throws -> Void
  ) throws {
    guard !values.isEmpty else { return }
    try emitter.key(key)
    try emitter.beginSequence(style)
    for value in values { try content(value) }
    try emitter.endSequence(style)
  }

  func unwritable(_ key: StaticString, _ value: String) -> WritingError {
    .unwritable(record: record, key: key.description, value: value)
  }
}

extension IDForm {
  func admits(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { admits($0) }
  }
}
