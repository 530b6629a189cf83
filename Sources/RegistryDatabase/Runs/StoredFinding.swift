public import Portfolio

/// A finding as the database keeps it: plain values, so that the store knows nothing of rules.
public struct StoredFinding: Sendable, Hashable {
  public struct Subject: Sendable, Hashable {
    public let kind: String
    public let id: String

    public init(kind: String, id: String) {
      self.kind = kind
      self.id = id
    }
  }

  public struct Evidence: Sendable, Hashable {
    public let field: String
    /// In log-odds.
    public let weight: Double
    public let detail: BilingualText

    public init(field: String, weight: Double, detail: BilingualText) {
      self.field = field
      self.weight = weight
      self.detail = detail
    }
  }

  /// The same for the same rule and subjects, in every run; 16 hexadecimal digits.
  public var fingerprint: String
  public var rule: String
  /// `error`, `warning` or `note`.
  public var severity: String
  /// In 0…1.
  public var score: Double
  public var subjects: [Subject]
  public var departments: [String]
  public var message: BilingualText
  public var action: BilingualText
  public var evidence: [Evidence]
  public var location: SourceLocation?
  /// First day of the unbroken series of runs that found it; set by the store.
  public var since: CalendarDay?

  public init(
    fingerprint: String, rule: String, severity: String, score: Double, subjects: [Subject],
    departments: [String], message: BilingualText, action: BilingualText,
    evidence: [Evidence] = [], location: SourceLocation? = nil, since: CalendarDay? = nil
  ) {
    self.fingerprint = fingerprint
    self.rule = rule
    self.severity = severity
    self.score = score
    self.subjects = subjects
    self.departments = departments
    self.message = message
    self.action = action
    self.evidence = evidence
    self.location = location
    self.since = since
  }
}

extension StoredFinding {
  var subjectsJSON: String {
    let items = subjects.map { #"{"kind": \#(quoted($0.kind)), "id": \#(quoted($0.id))}"# }
    return "[\(items.joined(separator: ", "))]"
  }

  var evidenceJSON: String {
    let items = evidence.map { item in
      #"{"field": \#(quoted(item.field)), "weight": \#(item.weight), "#
        + #""detail": {"de": \#(quoted(item.detail.german)), "#
        + #""en": \#(quoted(item.detail.english))}}"#
    }
    return "[\(items.joined(separator: ", "))]"
  }
}

/// A JSON string: quotes, backslashes and control characters escaped (RFC 8259, section 7).
func quoted(_ text: String) -> String {
  var json = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\":
      json.unicodeScalars.append("\\")
      json.unicodeScalars.append(scalar)
    case "\u{0}"..."\u{1F}":
      let digits = String(scalar.value, radix: 16)
      json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: json.unicodeScalars.append(scalar)
    }
  }
  return json + "\""
}
