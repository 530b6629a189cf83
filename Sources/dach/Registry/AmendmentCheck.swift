import Portfolio
import RegistryFiles

/// Holds records that a command has changed to the rules of the registry's files: each is written
/// and read back, so that nothing is stored that an export could not carry, and no rule stands
/// twice in the program.
struct AmendmentCheck {
  private let known: KnownIDs

  /// - Parameter portfolio: What the records may refer to.
  init(_ portfolio: Portfolio) { known = KnownIDs(portfolio) }

  /// What is wrong with a record.
  struct Fault {
    /// The key of the registry's files that it is about; empty where none is.
    let key: String
    let text: BilingualText
    /// Whether it names something that does not exist.
    let isUnknownName: Bool
  }

  /// The record with its departments named by their ids.
  ///
  /// - Throws: `RefusedChange`
  func admit(_ record: RegistryRecord) throws -> RegistryRecord {
    let (record, faults) = try examine(record)
    guard faults.isEmpty else {
      throw RefusedChange(
        faults.map { OptionName.of(key: $0.key).prefixing($0.text) },
        exitCode: faults.allSatisfy(\.isUnknownName) ? 64 : 65)
    }
    return record
  }

  /// The record with its departments named by their ids, and all that is wrong with it.
  func examine(_ record: RegistryRecord) throws -> (record: RegistryRecord, faults: [Fault]) {
    var references = ReferenceCheck(known: known)
    let record = references.admit(record)
    let unknown = Self.faults(references.finish()) { Self.keyOfReference[$0.code] ?? "" }
    guard unknown.isEmpty, let form = record.canonicalForm else { return (record, unknown) }
    let text: [UInt8]
    do {
      text = try CanonicalWriter.bytes(of: form.content, depth: 0)
    } catch WritingError.unwritable(_, let key, let value) {
      return (record, [Fault(key: key, text: Self.unwritable(value), isUnknownName: false)])
    }
    let lines = String(decoding: text, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let (_, diagnostics) = RegistryReader.read(text, as: form.kind, file: "")
    return (record, Self.faults(diagnostics) { Self.key(at: $0, in: lines) })
  }

  private static func faults(
    _ diagnostics: [Diagnostic], key: (Diagnostic) -> String
  ) -> [Fault] {
    diagnostics.filter { $0.severity == .error }.map {
      Fault(key: key($0), text: sentence($0), isUnknownName: $0.code.hasPrefix("unknown-"))
    }
  }

  // MARK: From a place in the text to a key

  /// The key whose value a diagnostic is about: the last one before its column, else the one of
  /// the document's own keys under which the line stands.
  private static func key(at diagnostic: Diagnostic, in lines: [Substring]) -> String {
    guard diagnostic.line >= 1, diagnostic.line <= lines.count else { return "" }
    let line = lines[diagnostic.line - 1]
    if let key = lastKey(in: line.prefix(max(0, diagnostic.column - 1))) { return key }
    let above = lines[..<diagnostic.line].last { $0.first?.isLetter == true }
    return above.map { String($0.prefix { $0 != ":" }) } ?? ""
  }

  private static func lastKey(in text: Substring) -> String? {
    let colon = text.lastIndex(of: ":")
    guard let colon, text[colon...].dropFirst().first == " " else { return nil }
    let key = text[..<colon].reversed().prefix { $0.isLetter }
    return key.isEmpty ? nil : String(key.reversed())
  }

  /// The key that holds a reference, by the code of the fault; the check of references knows no
  /// places in a record that comes from no file.
  private static let keyOfReference = [
    "unknown-department": "department", "ambiguous-department": "department",
    "unknown-office": "office", "office-without-department": "office",
    "unknown-sub-strategy": "strategy", "unknown-theme": "themes",
    "unknown-guideline": "guideline", "unknown-service": "services",
    "unknown-contribution": "contributions",
  ]

  // MARK: Wording

  /// Faults whose hints tell how to write YAML, which is of no use on a command line.
  private static let hintedForFiles: Set = [
    "invalid-pair", "office-without-department", "missing-value", "several-primary",
  ]

  private static func sentence(_ diagnostic: Diagnostic) -> BilingualText {
    sentence(
      diagnostic.message,
      hint: hintedForFiles.contains(diagnostic.code) ? nil : diagnostic.hint)
  }

  private static func sentence(_ message: BilingualText, hint: BilingualText?) -> BilingualText {
    BilingualText(
      de: message.german + "." + (hint.map { " " + $0.german } ?? ""),
      en: message.english + "." + (hint.map { " " + $0.english } ?? ""))
  }

  private static func unwritable(_ value: String) -> BilingualText {
    if let character = ControlCharacter(firstIn: value) {
      return sentence(character.message, hint: ControlCharacter.hint)
    }
    return value.isEmpty
      ? BilingualText(
        de: "Diese Angabe darf nicht leer sein.", en: "This value must not be empty.")
      : BilingualText(
        de: "„\(value)“ ist hier nicht möglich.", en: "'\(value)' is not possible here.")
  }
}

extension RegistryRecord {
  /// The file of which the record would be the whole content, and how that is read; nil for kinds
  /// that no command changes.
  fileprivate var canonicalForm: (content: CanonicalWriter.Content, kind: DocumentKind)? {
    switch self {
    case .project(let project): (.project(project), .project)
    case .verdict(let verdict): (.verdicts([verdict]), .decisions)
    case .waiver(let waiver): (.waivers([waiver]), .decisions)
    case .strategy, .department, .subStrategy, .participation, .measure: nil
    }
  }
}
