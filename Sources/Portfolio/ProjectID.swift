/// Ids for new projects.
public enum ProjectID {
  /// Long enough to be told apart, short enough to be typed.
  static let usualLength = 40

  /// An id made of the title that no project has or ever had: the title's first words, else with
  /// the department's id, else with a number.
  public static func proposal(
    for title: String, department: String?, in portfolio: Portfolio
  ) -> String {
    proposal(
      for: title, department: department,
      taken: Set((portfolio.projects + portfolio.mergedProjects).flatMap { [$0.id] + $0.formerly }))
  }

  /// The same where the ids that projects have or had are known already.
  public static func proposal(
    for title: String, department: String?, taken: Set<String>
  ) -> String {
    let base = shortened(Slug.proposal(for: title) ?? "projekt")
    if !taken.contains(base) { return base }
    if let department {
      let joined = "\(base)-\(department)"
      if Slug.isValid(joined), !taken.contains(joined) { return joined }
    }
    var number = 2
    while taken.contains("\(base)-\(number)") { number += 1 }
    return "\(base)-\(number)"
  }

  /// Cut between words.
  private static func shortened(_ slug: String) -> String {
    guard slug.count > usualLength else { return slug }
    let head = slug.prefix(usualLength + 1)
    guard let hyphen = head.lastIndex(of: "-") else { return String(slug.prefix(usualLength)) }
    return String(head[..<hyphen])
  }
}
