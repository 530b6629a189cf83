/// Every rule there is, in the order in which they are listed and documented.
public enum Rules {
  public static let all: [any Rule.Type] = gap + duplicate + network

  static let gap: [any Rule.Type] = [
    GuidelineUncovered.self, GuidelineAtRisk.self, GuidelineOneSided.self, DepartmentExpected.self,
    ThemeEmpty.self, StrategyEmpty.self, DepartmentSilent.self, ProjectUnaligned.self,
    AlignmentOutdated.self, MeasureWithoutProject.self, ContributionUnanswered.self,
    ProjectOverdue.self, ProjectStale.self, ProjectIncomplete.self, LabelLapsed.self,
    WaiverExpired.self, WaiverUnused.self,
    AlignmentUnsupported.self, AlignmentSuggested.self, ThemeMismatch.self,
  ]

  static let duplicate: [any Rule.Type] = [
    SameDepartment.self, AcrossDepartments.self, BundleCandidate.self, NameCollision.self,
  ]

  static let network: [any Rule.Type] = [
    MissingLink.self, Silo.self, IsolatedDepartment.self, UnconfirmedLink.self, DanglingLink.self,
    EndedLink.self, DependencyEndsEarly.self, DependencyCycle.self, FoundationBypassed.self,
    PartnerUncoordinated.self, SingleBridge.self, CooperationPending.self,
  ]

  /// The rules that a pattern names: a full name (`gap/theme-empty`), a category (`gap`), or a
  /// name without its category (`theme-empty`). Empty where it names none.
  public static func matching(_ pattern: String) -> [any Rule.Type] {
    all.filter { $0.documentation.matches(pattern) }
  }

  public static func named(_ name: String) -> (any Rule.Type)? {
    all.first { $0.documentation.name == name }
  }
}

extension RuleDocumentation {
  func matches(_ pattern: String) -> Bool {
    name == pattern || category.rawValue == pattern || name == "\(category.rawValue)/\(pattern)"
  }
}
