import Portfolio

extension FieldReader {
  /// A value that stands on one line or in a block of text, as written.
  mutating func scalar(_ key: StaticString, isRequired: Bool = false) -> Int? {
    guard let value = value(key, isRequired: isRequired) else { return nil }
    guard document.nodes[value].kind == .scalar else {
      reportForm(.text, at: value)
      return nil
    }
    return value
  }

  mutating func text(_ key: StaticString, isRequired: Bool = false) -> String? {
    guard let value = scalar(key, isRequired: isRequired) else { return nil }
    return text(at: value)
  }

  func text(at value: Int) -> String? {
    guard document.nodes[value].extent > 0 else {
      report(.emptyText, at: value)
      return nil
    }
    if let character = ControlCharacter(firstIn: document.bytes(of: value)) {
      report(.controlCharacter(character), at: value)
      return nil
    }
    return document.string(of: value)
  }

  /// Where this record gets its id.
  mutating func definition(_ kind: Mention.Kind) -> String? {
    guard let value = scalar("id", isRequired: true), let id = id(at: value, form: kind.idForm)
    else {
      sink.noteGap(at: document.nodes[valueAskedLast ?? node])
      return nil
    }
    mention(.definition, kind, id, at: value)
    return id
  }

  /// The id of something else.
  mutating func reference(
    _ key: StaticString, to kind: Mention.Kind, isRequired: Bool = false
  ) -> String? {
    guard let value = scalar(key, isRequired: isRequired) else { return nil }
    return reference(at: value, to: kind)
  }

  func reference(at value: Int, to kind: Mention.Kind) -> String? {
    // Departments may be named by their names.
    let id = kind == .department ? text(at: value) : id(at: value, form: kind.idForm)
    // Projects may be unknown (any more): the check flags them.
    if let id, kind != .project { mention(.reference, kind, id, at: value) }
    return id
  }

  func id(at value: Int, form: IDForm) -> String? {
    guard form.admits(document.bytes(of: value)) else {
      report(.invalidID(document.string(of: value), form: form), at: value)
      return nil
    }
    return document.string(of: value)
  }

  mutating func date(_ key: StaticString, isRequired: Bool = false) -> PartialDate? {
    guard let value = scalar(key, isRequired: isRequired) else { return nil }
    guard let date = PartialDate(utf8: document.bytes(of: value)) else {
      report(.invalidDate(document.string(of: value)), at: value)
      return nil
    }
    return date
  }

  /// A whole number from 1.
  mutating func count(_ key: StaticString) -> Int? {
    guard let value = scalar(key) else { return nil }
    guard let number = WholeNumber.read(document.bytes(of: value)), number >= 1 else {
      report(.invalidCount(document.string(of: value)), at: value)
      return nil
    }
    return number
  }

  mutating func flag(_ key: StaticString) -> Bool? {
    guard let value = scalar(key) else { return nil }
    switch document.string(of: value) {
    case "true": return true
    case "false": return false
    case let text:
      report(.invalidFlag(text), at: value)
      return nil
    }
  }

  /// One of the words of an enumeration.
  mutating func choice<Choice>(
    _ key: StaticString, of _: Choice.Type = Choice.self, isRequired: Bool = false
  ) -> Choice? where Choice: RawRepresentable<String> & CaseIterable {
    guard let value = scalar(key, isRequired: isRequired) else { return nil }
    let text = document.string(of: value)
    guard let choice = Choice(rawValue: text) else {
      report(.invalidChoice(text, of: Choice.allCases.map(\.rawValue)), at: value)
      return nil
    }
    return choice
  }

  mutating func mailbox(_ key: StaticString) -> String? {
    guard let value = scalar(key), let text = text(at: value) else { return nil }
    switch FunctionMailbox.refusal(of: text) {
    case nil: return text
    case .notAnAddress: report(.invalidMailbox(text), at: value)
    case .looksPersonal: report(.personalMailbox(text), at: value)
    }
    return nil
  }

  mutating func address(_ key: StaticString, isRequired: Bool = false) -> String? {
    guard let value = scalar(key, isRequired: isRequired) else { return nil }
    guard WebAddress.isValid(document.bytes(of: value)) else {
      report(.invalidAddress(document.string(of: value)), at: value)
      return nil
    }
    return text(at: value)
  }

  /// An amount of money, in hundredths.
  mutating func amount(_ key: StaticString) -> Int64? {
    guard let value = scalar(key, isRequired: true) else { return nil }
    guard let cents = Amount.cents(document.bytes(of: value)) else {
      report(.invalidAmount(document.string(of: value)), at: value)
      return nil
    }
    return cents
  }

  func mention(_ role: Mention.Role, _ kind: Mention.Kind, _ id: String, at value: Int) {
    let node = document.nodes[value]
    sink.mention(Mention(role, of: kind, id, line: node.line, column: node.column))
  }
}

extension Mention.Kind {
  /// How ids of this kind are written.
  var idForm: IDForm {
    switch self {
    case .project: .project
    case .source: .source
    default: .plain
    }
  }
}
