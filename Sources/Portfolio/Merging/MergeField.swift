/// A field of a project that a merger can take over.
public enum MergeField: String, Sendable, CaseIterable {
  // An office belongs to a department, so the department comes first.
  case title, summary, department, office, strategy, status, period, budget, contact, visibility
  case themes, alignments, partners, audience, technologies, provides, requires, links
  case contributions, notes, sources

  /// Whether it holds several values that stand side by side, so that nothing has to give way.
  public var isList: Bool {
    switch self {
    case .title, .summary, .department, .office, .strategy, .status, .period, .budget, .contact,
      .visibility:
      false
    case .themes, .alignments, .partners, .audience, .technologies, .provides, .requires, .links,
      .contributions, .notes, .sources:
      true
    }
  }

  /// Those with a single value.
  public static let single = allCases.filter { !$0.isList }
}

// Single values as text, so that a replaced one can be kept and put back.
extension MergeField {
  /// A single value as text; nil where it is not given, and for lists.
  public func value(of project: Project) -> String? {
    switch self {
    case .title: project.title
    case .summary: project.summary
    case .department: project.department
    case .office: project.office
    case .strategy: project.strategy
    case .status: project.status?.rawValue
    case .period: project.period.flatMap(Self.text)
    case .budget: project.budget.map(Self.text)
    case .contact: project.contact
    case .visibility: project.visibility.map(Self.text)
    default: nil
    }
  }

  /// Sets a single value from its text. A text that is none of the field's values changes nothing.
  public func set(_ value: String?, of project: inout Project) {
    switch self {
    case .title: project.title = value ?? project.title
    case .summary: project.summary = value
    case .department: project.department = value
    case .office: project.office = value
    case .strategy: project.strategy = value
    case .status: project.status = value.flatMap(ProjectStatus.init)
    case .period: project.period = value.map(Self.period)
    case .budget: project.budget = value.flatMap(Self.budget)
    case .contact: project.contact = value
    case .visibility: project.visibility = value.flatMap(Self.visibility)
    default: break
    }
  }

  /// `2021-03/2024`, as ISO 8601-1:2019 writes intervals, with `..` for an open end (part 2).
  private static func text(_ period: Period) -> String? {
    guard period.start != nil || period.end != nil else { return nil }
    return "\(period.start?.description ?? open)/\(period.end?.description ?? open)"
  }

  private static let open = ".."

  private static func period(_ text: String) -> Period {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false)
    return Period(
      start: ends.first.flatMap { PartialDate($0) }, end: ends.last.flatMap { PartialDate($0) })
  }

  /// Hundredths, currency, and who pays: `25000000 EUR Förderprogramm des Landes`.
  private static func text(_ budget: Budget) -> String {
    "\(budget.cents) \(budget.currency)" + (budget.funding.map { " \($0)" } ?? "")
  }

  private static func budget(_ text: String) -> Budget? {
    let parts = text.split(separator: " ", maxSplits: 2)
    guard parts.count >= 2, let cents = Int64(parts[0]) else { return nil }
    return Budget(
      cents: cents, currency: String(parts[1]), funding: parts.count > 2 ? String(parts[2]) : nil)
  }

  /// Level, label, page: `public granted https://…`, with `-` for a label that is not given.
  private static func text(_ visibility: Visibility) -> String {
    guard visibility.label != nil || visibility.page != nil else {
      return visibility.level.rawValue
    }
    return "\(visibility.level.rawValue) \(visibility.label?.rawValue ?? "-")"
      + (visibility.page.map { " \($0)" } ?? "")
  }

  private static func visibility(_ text: String) -> Visibility? {
    let parts = text.split(separator: " ", maxSplits: 2).map(String.init)
    guard let level = parts.first.flatMap(Visibility.Level.init) else { return nil }
    return Visibility(
      level: level, label: parts.count > 1 ? Visibility.Label(rawValue: parts[1]) : nil,
      page: parts.count > 2 ? parts[2] : nil)
  }
}
