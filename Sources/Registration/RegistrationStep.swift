internal import Portfolio

/// A question of a registration, in the order in which they are asked.
public enum RegistrationStep: String, Sendable, CaseIterable, Codable {
  case title, summary, department, office, status, start, end, themes, guideline, rationale, contact
  case secondary, audience, partners, requires, provides, strategy, amount, visibility, links

  /// Without an answer there is no project.
  public var isRequired: Bool { self == .title || self == .department }

  /// Asked of everybody; the rest only of those who want to say more.
  public var isEssential: Bool {
    switch self {
    case .title, .summary, .department, .office, .status, .start, .end, .themes, .guideline,
      .rationale, .contact:
      true
    case .secondary, .audience, .partners, .requires, .provides, .strategy, .amount, .visibility,
      .links:
      false
    }
  }

  /// How an answer is read.
  public enum Form: Sendable, Hashable {
    /// Free words.
    case text
    /// One of `Registration.choices`.
    case choice
    /// Several of them, the most important first.
    case choices
    /// Words separated by commas; those that others use are offered.
    case list
    case date
    case mailbox
    case money
  }

  public var form: Form {
    switch self {
    case .title, .summary, .rationale: .text
    case .department, .office, .status, .guideline, .strategy, .visibility: .choice
    case .themes, .secondary, .requires, .provides, .links: .choices
    case .audience, .partners: .list
    case .start, .end: .date
    case .contact: .mailbox
    case .amount: .money
    }
  }
}
