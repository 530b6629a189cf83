internal import Portfolio

extension Roadmap {
  /// The rules from whose findings the roadmap is made.
  public static let rules: [any Rule.Type] = [
    GuidelineUncovered.self, GuidelineAtRisk.self, DepartmentExpected.self, ThemeEmpty.self,
    MeasureWithoutProject.self, ContributionUnanswered.self, MissingLink.self, Silo.self,
    FoundationBypassed.self,
  ]

  /// - Parameter result: a check of the snapshot by at least `Roadmap.rules`; what it silences
  ///   stands in no roadmap.
  public static func make(_ snapshot: Snapshot, findings result: CheckResult) -> Roadmap {
    let overview = CoverageOverview.make(snapshot)
    let sorted = RoadmapFindings(result.findings, in: snapshot)
    let further = FurtherDevelopment(snapshot)
    let gaps = AdmittedGaps(snapshot)
    return Roadmap(
      asOf: snapshot.asOf,
      themes: snapshot.themes.indices.map { theme in
        RoadmapTheme(
          id: snapshot.themes[theme].id, name: snapshot.themes[theme].name,
          coverage: overview.themes[theme], standing: standing(snapshot, theme),
          develop: further.items(of: theme), new: sorted.new[theme] + gaps.items(of: theme),
          network: sorted.network[theme])
      },
      everywhere: sorted.everywhere + gaps.items(of: nil))
  }

  /// Projects that are not discontinued, by phase, then by title.
  private static func standing(_ snapshot: Snapshot, _ theme: Int) -> [RoadmapItem] {
    let order: [ProjectPhase] = [.running, .planned, .idea, .unknown, .ended]
    let projects = snapshot.projectsOfTheme[theme]
    return order.flatMap { phase in
      projects.filter { snapshot.phase(of: $0) == phase }
        .sorted { left, right in
          let (one, other) = (snapshot.projects[left], snapshot.projects[right])
          return (one.title, one.id) < (other.title, other.id)
        }
        .map { project in
          RoadmapItem(
            kind: .project, subject: snapshot.subject(project), finding: nil,
            sentence: ProjectStanding(project, in: snapshot).sentence)
        }
    }
  }
}

extension Roadmap {
  /// The same for one theme.
  ///
  /// - Returns: nil where there is no such theme.
  public func limited(to theme: String) -> Roadmap? {
    guard let found = themes.first(where: { $0.id == theme }) else { return nil }
    return Roadmap(asOf: asOf, themes: [found], everywhere: [])
  }
}

/// Findings sorted by the theme and the question that they answer.
private struct RoadmapFindings {
  private(set) var new: [[RoadmapItem]]
  private(set) var network: [[RoadmapItem]]
  private(set) var everywhere: [RoadmapItem] = []

  init(_ findings: [Finding], in snapshot: Snapshot) {
    new = Array(repeating: [], count: snapshot.themes.count)
    network = new
    let measures = Dictionary(
      snapshot.portfolio.measures.map { ($0.id, $0.theme) }, uniquingKeysWith: { first, _ in first }
    )
    let contributions = Dictionary(
      snapshot.portfolio.participations.flatMap(\.contributions).map { ($0.id, $0.theme) },
      uniquingKeysWith: { first, _ in first })
    let rules = Set(Roadmap.rules.map { $0.documentation.name })
    for finding in findings where rules.contains(finding.rule) {
      guard let subject = finding.subjects.first else { continue }
      let item = RoadmapItem(
        kind: .finding, subject: subject, finding: finding, sentence: finding.message)
      switch finding.category {
      case .network:
        for theme in Self.commonThemes(finding, in: snapshot) { network[theme].append(item) }
      case .gap, .duplicate:
        let named: String? =
          switch subject.kind {
          case .measure: measures[subject.id]
          case .contribution: contributions[subject.id] ?? nil
          default: finding.subjects.first { $0.kind == .theme }?.id
          }
        if let theme = named.flatMap({ snapshot.themeTable[$0] }) {
          new[theme].append(item)
        } else {
          everywhere.append(item)
        }
      }
    }
  }

  /// The themes to which all of the finding's projects belong, and those that it names itself.
  private static func commonThemes(_ finding: Finding, in snapshot: Snapshot) -> [Int] {
    let named = finding.subjects.filter { $0.kind == .theme }
      .compactMap { snapshot.themeTable[$0.id] }
    let projects = finding.subjects.filter { $0.kind == .project }
      .compactMap { snapshot.projectTable[$0.id] }
    guard let first = projects.first else { return named }
    return named
      + snapshot.themesOfProject[first].filter { theme in
        projects.dropFirst().allSatisfy { snapshot.themesOfProject[$0].contains(theme) }
      }
  }
}

/// Citizens' ideas that the city has answered with "this is a gap", while no project takes them up.
private struct AdmittedGaps {
  private var items: [Int?: [RoadmapItem]] = [:]

  init(_ snapshot: Snapshot) {
    let views = ContributionViews.make(snapshot, suggesting: false).contributions
    for view in views where view.answer?.kind == .gap && view.projects.isEmpty {
      let title = Quotation.of(view.title)
      let theme = view.theme.flatMap { snapshot.themeTable[$0] }
      items[theme, default: []].append(
        RoadmapItem(
          kind: .admittedGap, subject: Subject(.contribution, view.id), finding: nil,
          sentence: BilingualText(
            de: """
              \(title.german) wünschen sich Bürgerinnen und Bürger; die Stadt hat den Wunsch als \
              Lücke anerkannt.
              """,
            en: "Citizens ask for \(title.english); the city has acknowledged it as a gap.")))
    }
  }

  func items(of theme: Int?) -> [RoadmapItem] { items[theme] ?? [] }
}
