internal import Portfolio

/// Existing solutions that should be developed further: what ends soon without a successor, what
/// citizens asked for, and what other departments use or need.
struct FurtherDevelopment {
  private let snapshot: Snapshot
  /// Titles of the contributions that a project takes up or answers, by project.
  private var wishes: [Int: [String]] = [:]

  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    for view in ContributionViews.make(snapshot, suggesting: false).contributions {
      for project in view.projects { wishes[project.index, default: []].append(view.title) }
    }
  }

  /// By reason, then in the order of the portfolio.
  func items(of theme: Int) -> [RoadmapItem] {
    let projects = snapshot.projectsOfTheme[theme].filter { snapshot.isActive($0) }
    return projects.compactMap(ending) + projects.compactMap(asked) + projects.compactMap(used)
  }

  private func ending(_ project: Int) -> RoadmapItem? {
    let horizon = snapshot.asOf.advanced(byMonths: snapshot.settings.horizonMonths)
    guard snapshot.phase(of: project) == .running, let end = snapshot.end(of: project),
      end >= snapshot.asOf, end <= horizon, !hasSuccessor(project)
    else { return nil }
    let (title, quarter) = (snapshot.title(of: project), Quarter(containing: end))
    return item(
      .endingWithoutSuccessor, project,
      BilingualText(
        de: "\(title.german) endet in \(quarter); ein Nachfolger ist nicht registriert.",
        en: "\(title.english) ends in \(quarter); no successor is registered."))
  }

  /// Whether an active project replaces it or builds on it.
  private func hasSuccessor(_ project: Int) -> Bool {
    snapshot.linksToProject[project].contains {
      ($0.kind == .replaces || $0.kind == .buildsOn) && snapshot.isActive($0.source)
    }
  }

  private func asked(_ project: Int) -> RoadmapItem? {
    guard let wishes = wishes[project] else { return nil }
    let title = snapshot.title(of: project)
    let names = Enumeration.of(wishes.map(Quotation.of), limit: 3)
    return item(
      .askedByCitizens, project,
      BilingualText(
        de: "\(title.german) greift Wünsche aus der Bürgerbeteiligung auf: \(names.german).",
        en: "\(title.english) takes up wishes of citizens: \(names.english)."))
  }

  private func used(_ project: Int) -> RoadmapItem? {
    let services = snapshot.servicesProvidedByProject[project]
    let requirers = services.flatMap { snapshot.requirersOfService[$0] }
    let builders = snapshot.linksToProject[project].filter(\.kind.isDependency).map(\.source)
    let users = Set(requirers + builders).filter {
      $0 != project && snapshot.isActive($0) && snapshot.crossesDepartments($0, project)
    }
    guard !users.isEmpty else { return nil }
    let title = snapshot.title(of: project)
    let count = users.count
    return item(
      .usedByOthers, project,
      BilingualText(
        de: """
          \(title.german) wird von \
          \(count == 1 ? "einem Projekt einer anderen Dienststelle" : "\(count) Projekten anderer Dienststellen") \
          gebraucht.
          """,
        en: """
          \(title.english) is needed by \(Quantity.projects(count).english) of \
          \(count == 1 ? "another department" : "other departments").
          """))
  }

  private func item(
    _ kind: RoadmapItem.Kind, _ project: Int, _ sentence: BilingualText
  ) -> RoadmapItem {
    RoadmapItem(kind: kind, subject: snapshot.subject(project), finding: nil, sentence: sentence)
  }
}
