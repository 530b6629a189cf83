public import Portfolio

/// What is expected of one department, ordered by what helps most: first what others wait for, then
/// what the check has found, the gravest and the most frequent first.
public struct Inbox: Sendable, Hashable {
  public struct Item: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
      /// Another department has proposed a link.
      case answerLink
      /// Another department has decided that two projects shall work together.
      case answerCooperation
      /// Projects wait to be looked through and confirmed.
      case confirm
      /// The check has found something.
      case finding
    }

    public let kind: Kind
    /// Of a finding.
    public let rule: String?
    public let severity: Severity
    /// What it is about, as one full sentence.
    public let message: BilingualText
    /// What to do about it, with the command.
    public let action: BilingualText
    /// Indices of the department's own projects that it is about.
    public let projects: [Int]
    /// Since when others wait.
    public let since: PartialDate?
    /// How many findings are told together.
    public let count: Int
  }

  /// Index of the department.
  public let department: Int
  public let items: [Item]

  /// - Parameter result: of a whole check.
  public init(of department: Int, in snapshot: Snapshot, _ result: CheckResult) {
    self.department = department
    let answers =
      InboxAnswers.links(to: department, in: snapshot)
      + InboxAnswers.cooperations(of: department, in: snapshot)
    let confirmation = InboxConfirmation.item(of: department, in: snapshot)
    let findings = InboxFindings.items(of: department, in: snapshot, result)
    items = answers + Self.ordered(findings + [confirmation].compactMap { $0 })
  }

  /// The gravest and most frequent first; equals keep their order.
  private static func ordered(_ items: [Item]) -> [Item] {
    items.enumerated().sorted { one, other in
      (other.element.severity, other.element.count, one.offset)
        < (one.element.severity, one.element.count, other.offset)
    }.map(\.element)
  }
}
