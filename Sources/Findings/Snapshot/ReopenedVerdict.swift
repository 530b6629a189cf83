public import Portfolio
internal import TextMatching

/// A verdict whose ground has shifted: what the projects say today is no longer what was decided
/// on, so the pair is asked about again.
public struct ReopenedVerdict: Sendable, Hashable {
  public let verdict: Verdict
  /// The projects, by index, whose texts have changed, with what they said when it was decided.
  let rewritten: [Rewritten]
  /// Ids of services that one of the two provides and the other requires, and did not then.
  let newlySupplied: [String]

  struct Rewritten: Sendable, Hashable {
    let project: Int
    let before: VerdictBasis.Side
  }

  /// A text that keeps less of its wording than this is another one: about a quarter of its telling
  /// words have gone or come. Measured on the 108 summaries of a real registry: letters swapped in
  /// every tenth word keep 0.95 and more, one sentence more than three keeps 0.87 in the median, one
  /// replaced of three 0.75, one replaced of two 0.70; another project's text has 0.14 at most.
  static let leastLikeness = 0.75

  /// Nil where the verdict still stands, or nobody noted what it rested on.
  init?(_ verdict: Verdict, sides: [(project: Int, record: Project, before: VerdictBasis.Side)]) {
    // What was agreed is followed until it is done, whatever the texts say.
    guard verdict.outcome != .cooperate, sides.count == 2 else { return nil }
    let rewritten = sides.filter { Self.isRewritten($0.before, in: $0.record) }
      .map { Rewritten(project: $0.project, before: $0.before) }
    let supplied =
      verdict.outcome == .notNeeded
      ? Self.newlySupplied(sides.map { (record: $0.record, before: $0.before) }) : []
    guard !rewritten.isEmpty || !supplied.isEmpty else { return nil }
    self.verdict = verdict
    self.rewritten = rewritten
    newlySupplied = supplied
  }

  private static func isRewritten(_ before: VerdictBasis.Side, in project: Project) -> Bool {
    if before.title == project.title, before.summary == project.summary { return false }
    return WordingLikeness.between(
      text(before.title, before.summary), text(project.title, project.summary)) < leastLikeness
  }

  private static func text(_ title: String, _ summary: String?) -> String {
    summary.map { "\(title) \($0)" } ?? title
  }

  private static func newlySupplied(
    _ sides: [(record: Project, before: VerdictBasis.Side)]
  ) -> [String] {
    let (one, other) = (sides[0], sides[1])
    let now =
      one.record.provides.filter(other.record.requires.contains)
      + other.record.provides.filter(one.record.requires.contains)
    let then =
      one.before.provides.filter(other.before.requires.contains)
      + other.before.provides.filter(one.before.requires.contains)
    return now.filter { !then.contains($0) }
  }
}
