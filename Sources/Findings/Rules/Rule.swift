public import Portfolio

/// A check of the portfolio: a pure function from a snapshot to findings.
///
/// Each rule has a file of its own, named like the rule, that holds its documentation, its logic
/// and its wording. `Rules.all` lists them.
public protocol Rule: Sendable {
  static var documentation: RuleDocumentation { get }

  /// Names of the rules whose waiver silences this one too: a finding is silenced when a waiver
  /// of one of these rules names some or all of its subjects and no others.
  static var derivesFrom: [String] { get }

  /// Whether it reads `Snapshot.pairs`, which takes longer to make than all other rules run.
  static var comparesPairs: Bool { get }

  static func findings(in snapshot: Snapshot) -> [Finding]

  /// Where one finding speaks for several cases: the subjects by which a waiver may take a single
  /// case out of it. The rule itself leaves out what is waived so.
  static func waivableParts(in snapshot: Snapshot) -> [[Subject]]
}

extension Rule {
  public static var derivesFrom: [String] { [] }

  public static var comparesPairs: Bool { false }

  public static func waivableParts(in snapshot: Snapshot) -> [[Subject]] { [] }
}

/// A rule's page, from which `dach explain`, `dach rules` and `docs/rules.md` are made.
public struct RuleDocumentation: Sendable, Hashable {
  /// `category/name`, named after what is flagged.
  public let name: String
  public let severity: Severity
  /// The rule in a few words.
  public let title: BilingualText
  /// What is flagged, exactly, and when the rule keeps silent.
  public let flags: BilingualText
  /// Why it matters to the city.
  public let reason: BilingualText
  /// How a finding is closed.
  public let remedy: BilingualText
  /// A worked example.
  public let example: BilingualText

  public init(
    name: String, severity: Severity, title: BilingualText, flags: BilingualText,
    reason: BilingualText, remedy: BilingualText, example: BilingualText
  ) {
    self.name = name
    self.severity = severity
    self.title = title
    self.flags = flags
    self.reason = reason
    self.remedy = remedy
    self.example = example
  }

  public var category: RuleCategory {
    RuleCategory(rawValue: String(name.prefix { $0 != "/" })) ?? .gap
  }
}

/// The three things the registry flags.
public enum RuleCategory: String, Sendable, CaseIterable {
  case gap, duplicate, network
}
