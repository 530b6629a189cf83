public import Portfolio

/// What a rule flags: about whom, why, and what to do.
public struct Finding: Sendable, Hashable {
  /// The rule's name, e.g. `gap/guideline-uncovered`.
  public var rule: String
  public var severity: Severity
  /// Probability in 0…1 that the finding is right. Rules that follow from the data alone say 1.
  public var score: Double
  /// What the finding is about; its order carries meaning for the reader only.
  public var subjects: [Subject]
  /// Ids of the departments concerned, without repetition.
  public var departments: [String]
  /// Why it is flagged, as one or two full sentences.
  public var message: BilingualText
  /// What to do about it, as one full sentence.
  public var action: BilingualText
  /// What speaks for it. Where a rule weighs evidence, the weights add up to the score's
  /// log-odds; rules that follow from the data alone give none.
  public var evidence: [Evidence]
  /// The same for the same rule and subjects, whatever else changes. See `Fingerprint`.
  public var fingerprint: String
  /// The first day of the unbroken series of checks that found it.
  public var since: CalendarDay?
  public var location: SourceLocation?

  public init(
    rule: String, severity: Severity, score: Double = 1, subjects: [Subject],
    departments: [String], message: BilingualText, action: BilingualText,
    evidence: [Evidence] = [], fingerprint: String, since: CalendarDay? = nil,
    location: SourceLocation? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.score = score
    self.subjects = subjects
    self.departments = departments
    self.message = message
    self.action = action
    self.evidence = evidence
    self.fingerprint = fingerprint
    self.since = since
    self.location = location
  }
}

/// How much a finding matters, the gravest first.
public enum Severity: String, Sendable, CaseIterable, Comparable {
  case error, warning, note

  private var rank: Int {
    switch self {
    case .error: 2
    case .warning: 1
    case .note: 0
    }
  }

  /// Graver severities are greater.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  /// What people call it.
  public var label: BilingualText {
    switch self {
    case .error: BilingualText(de: "Fehler", en: "error")
    case .warning: BilingualText(de: "Warnung", en: "warning")
    case .note: BilingualText(de: "Hinweis", en: "note")
    }
  }
}

/// A thing that a finding is about.
public struct Subject: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    case project, guideline, theme, strategy, department, service, measure, contribution, partner
    case waiver
  }

  public var kind: Kind
  public var id: String

  public init(_ kind: Kind, _ id: String) {
    self.kind = kind
    self.id = id
  }
}

/// One reason for a finding, with its share of the score.
public struct Evidence: Sendable, Hashable {
  /// The field it comes from, e.g. `title`.
  public var field: String
  /// In log-odds (natural logarithm): positive speaks for the finding, negative against it.
  public var weight: Double
  public var detail: BilingualText

  public init(field: String, weight: Double, detail: BilingualText) {
    self.field = field
    self.weight = weight
    self.detail = detail
  }
}
