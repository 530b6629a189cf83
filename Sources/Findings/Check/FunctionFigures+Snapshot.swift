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
  private var departmentHasProject: [Bool]
  private var strategyHasProject: [Bool]

  init(_ snapshot: Snapshot) {
    departmentHasProject = Array(repeating: false, count: snapshot.departments.count)
    strategyHasProject = Array(repeating: false, count: snapshot.subStrategies.count)
  }

  mutating func add(_ project: Int, in snapshot: Snapshot) {
    if snapshot.phase(of: project).countsForCoverage {
      if let department = snapshot.department(of: project) {
        departmentHasProject[department] = true
      }
      if let strategy = snapshot.strategy(of: project) { strategyHasProject[strategy] = true }
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

  /// Units that stand on their own and have no project are left out: nobody expects one of them.
  func bundling(_ snapshot: Snapshot) -> FunctionFigure {
    var numerator = strategyHasProject.count { $0 }
    var denominator = strategyHasProject.count
    for department in snapshot.departments.indices {
      let hasProject = departmentHasProject[department]
      if hasProject { numerator += 1 }
      if hasProject || snapshot.departments[department].kind == .department { denominator += 1 }
    }
    return FunctionFigure(
      function: .bundling, numerator: numerator, denominator: denominator, reviewed: nil,
      sentence: BilingualText(
        de: """
          \(numerator) von \(denominator) Geschäftsbereichen, weiteren Stellen mit Projekten und \
          Teilstrategien haben mindestens ein Projekt registriert, das nicht eingestellt ist.
          """,
        en: """
          \(numerator) of \(denominator) departments, further units with projects and \
          sub-strategies have at least one registered project that is not discontinued.
          """))
  }

  var orientation: FunctionFigure {
    FunctionFigure(
      function: .orientation, numerator: aligned, denominator: active, reviewed: reviewed,
      sentence: BilingualText(
        de: """
          \(aligned) von \(active) aktiven Projekten sind nach Angabe der Dienststellen mindestens \
          einer Leitlinie in ihrer geltenden Fassung zugeordnet; geprüft ist das bei \(reviewed).
          """,
        en: """
          \(aligned) of \(active) active projects are aligned to at least one guideline in its \
          present revision, as declared by the departments; \(reviewed) have been reviewed.
          """))
  }

  var networking: FunctionFigure {
    FunctionFigure(
      function: .networking, numerator: networked, denominator: active, reviewed: nil,
      sentence: BilingualText(
        de: """
          \(networked) von \(active) aktiven Projekten sind mit einem Projekt einer anderen \
          Dienststelle verbunden oder haben einen Partner aus Wissenschaft, Wirtschaft oder \
          Zivilgesellschaft.
          """,
        en: """
          \(networked) of \(active) active projects are linked to another department's project or \
          have a partner from science, business or civil society.
          """))
  }

  var visibility: FunctionFigure {
    FunctionFigure(
      function: .visibility, numerator: labelled, denominator: publicProjects, reviewed: nil,
      sentence: BilingualText(
        de: "\(labelled) von \(publicProjects) öffentlichen aktiven Projekten tragen das Label.",
        en: "\(labelled) of \(publicProjects) public active projects carry the label."))
  }
}
