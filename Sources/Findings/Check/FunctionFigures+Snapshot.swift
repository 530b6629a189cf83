internal import Portfolio

extension FunctionFigures {
  /// Measures the four functions in one pass over the projects.
  init(_ snapshot: Snapshot) {
    var counts = Counts(snapshot)
    for project in snapshot.projects.indices { counts.add(project, in: snapshot) }
    bundling = counts.bundling(snapshot)
    orientation = counts.orientation
    networking = counts.networking
    visibility = counts.visibility
  }
}

private struct Counts {
  private var active = 0
  private var aligned = 0
  private var reviewed = 0
  private var networked = 0
  private var publicProjects = 0
  private var labelled = 0
  private let isHeard: [Bool]
  private var strategyHasProject: [Bool]

  init(_ snapshot: Snapshot) {
    isHeard = DepartmentSilent.heardDepartments(snapshot)
    strategyHasProject = Array(repeating: false, count: snapshot.subStrategies.count)
  }

  mutating func add(_ project: Int, in snapshot: Snapshot) {
    if snapshot.phase(of: project).countsForCoverage,
      let strategy = snapshot.strategy(of: project)
    {
      strategyHasProject[strategy] = true
    }
    guard snapshot.isActive(project) else { return }
    active += 1
    let alignments = snapshot.alignmentsOfProject[project].lazy.filter(\.isCurrent)
    if !alignments.isEmpty { aligned += 1 }
    if alignments.contains(where: \.isReviewed) { reviewed += 1 }
    if isNetworked(project, in: snapshot) { networked += 1 }
    if let visibility = snapshot.projects[project].visibility, visibility.level == .public {
      publicProjects += 1
      if visibility.label == .granted { labelled += 1 }
    }
  }

  private func isNetworked(_ project: Int, in snapshot: Snapshot) -> Bool {
    snapshot.linksFromProject[project].contains {
      snapshot.crossesDepartments(project, $0.target)
    }
      || snapshot.linksToProject[project].contains {
        snapshot.crossesDepartments(project, $0.source)
      }
      || snapshot.projects[project].partners.contains { $0.sector?.isCitySociety == true }
  }

  /// Departments (`kind: department`), further units with projects and sub-strategies that have at
  /// least one project that is not discontinued. Units that stand on their own and have no project
  /// are left out: nobody expects one of them. A department is missing here exactly where
  /// gap/department-silent would flag it.
  func bundling(_ snapshot: Snapshot) -> FunctionFigure {
    var numerator = strategyHasProject.count { $0 }
    var denominator = strategyHasProject.count
    for department in snapshot.departments.indices {
      if isHeard[department] { numerator += 1 }
      if isHeard[department] || snapshot.departments[department].kind == .department {
        denominator += 1
      }
    }
    let verb = (de: numerator == 1 ? "hat" : "haben", en: numerator == 1 ? "has" : "have")
    return FunctionFigure(
      function: .bundling, numerator: numerator, denominator: denominator, reviewed: nil,
      sentence: BilingualText(
        de: """
          \(numerator) von \(denominator) Dienststellen und Teilstrategien \(verb.de) Projekte \
          registriert.
          """,
        en: """
          \(numerator) of \(denominator) departments and sub-strategies \(verb.en) registered \
          projects.
          """))
  }

  /// Active projects that are aligned to at least one guideline in its present revision, as the
  /// departments declare it; beside them those of which the steward has reviewed such an alignment.
  var orientation: FunctionFigure {
    let verb = (de: aligned == 1 ? "dient" : "dienen", en: aligned == 1 ? "serves" : "serve")
    return FunctionFigure(
      function: .orientation, numerator: aligned, denominator: active, reviewed: reviewed,
      sentence: BilingualText(
        de: """
          \(aligned) von \(active) aktiven Projekten \(verb.de) nach eigener Angabe einer \
          Leitlinie, geprüft: \(reviewed).
          """,
        en: """
          \(aligned) of \(active) active projects \(verb.en) a guideline by their own account, \
          reviewed: \(reviewed).
          """))
  }

  /// Active projects that are linked to a project of another department, in either direction, or
  /// have a partner from science, business or civil society.
  var networking: FunctionFigure {
    let verb = (de: networked == 1 ? "ist" : "sind", en: networked == 1 ? "is" : "are")
    return FunctionFigure(
      function: .networking, numerator: networked, denominator: active, reviewed: nil,
      sentence: BilingualText(
        de: """
          \(networked) von \(active) aktiven Projekten \(verb.de) mit anderen Dienststellen oder \
          der Stadtgesellschaft vernetzt.
          """,
        en: """
          \(networked) of \(active) active projects \(verb.en) linked to other departments or to \
          the city's society.
          """))
  }

  /// Public active projects to which the label has been granted.
  var visibility: FunctionFigure {
    let verb = (de: labelled == 1 ? "trägt" : "tragen", en: labelled == 1 ? "carries" : "carry")
    return FunctionFigure(
      function: .visibility, numerator: labelled, denominator: publicProjects, reviewed: nil,
      sentence: BilingualText(
        de: "\(labelled) von \(publicProjects) öffentlichen Projekten \(verb.de) das Label.",
        en: "\(labelled) of \(publicProjects) public projects \(verb.en) the label."))
  }
}
