internal import Portfolio

/// What contributes to one guideline or theme, each undertaking once: what is discontinued is left
/// out, and a part that contributes beside its whole does not count again.
struct Contributions: Sendable {
  /// Several projects of the guideline or theme that are one undertaking, by index.
  struct Joint: Sendable {
    /// The whole comes first.
    let projects: [Int]
    /// The project that stands for all of them.
    var representative: Int { projects[0] }
  }

  /// Indices of the projects that are an undertaking each.
  let alone: [Int]
  let joint: [Joint]
  /// For an undertaking, by its representative: departments that own a part of it which is not
  /// aligned by itself.
  fileprivate(set) var participants: [Int: [Int]] = [:]

  /// One project for each undertaking, in order.
  var representatives: [Int] { (alone + joint.map(\.representative)).sorted() }

  /// The projects that are counted with another.
  var merged: [Int] { joint.flatMap { $0.projects.dropFirst() }.sorted() }

  var isEmpty: Bool { alone.isEmpty && joint.isEmpty }

  /// For each undertaking its representative and all its projects.
  var undertakings: [(representative: Int, projects: [Int])] {
    alone.map { ($0, [$0]) } + joint.map { ($0.representative, $0.projects) }
  }
}

extension Contributions {
  /// The representatives of the undertakings in which a department takes part, by department:
  /// as owner of a project of the undertaking, or of a part of it.
  func byDepartment(in snapshot: Snapshot) -> [Int: [Int]] {
    var shares: [Int: [Int]] = [:]
    for project in alone {
      if let department = snapshot.department(of: project) {
        shares[department, default: []].append(project)
      }
    }
    for group in joint {
      for department in snapshot.owners(of: group.projects) {
        shares[department, default: []].append(group.representative)
      }
    }
    for (representative, departments) in participants {
      for department in departments where shares[department]?.contains(representative) != true {
        shares[department, default: []].append(representative)
      }
    }
    return shares.mapValues { $0.sorted() }
  }

  /// The same by theme, for the themes of the undertaking's own projects.
  func byTheme(in snapshot: Snapshot) -> [Int: [Int]] {
    var shares: [Int: [Int]] = [:]
    for undertaking in undertakings {
      let themes = Set(undertaking.projects.flatMap { snapshot.themesOfProject[$0] })
      for theme in themes { shares[theme, default: []].append(undertaking.representative) }
    }
    return shares.mapValues { $0.sorted() }
  }

  /// Indices of all departments that take part, in order.
  func departments(in snapshot: Snapshot) -> [Int] {
    Set(snapshot.owners(of: alone + joint.flatMap(\.projects)) + participants.values.joined())
      .sorted()
  }
}

/// Counts contributions to many guidelines and themes; links and verdicts are read once.
struct ContributionCounter {
  private let snapshot: Snapshot
  private let undertakings: Undertakings

  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    undertakings = Undertakings(snapshot)
  }

  /// What serves a guideline, as the departments declare it.
  func declared(toGuideline guideline: Int) -> Contributions {
    contributions(of: snapshot.alignmentsOfGuideline[guideline].map(\.project))
  }

  /// What serves a guideline as the steward has reviewed it, in its present revision.
  func reviewed(toGuideline guideline: Int) -> Contributions {
    contributions(
      of: snapshot.alignmentsOfGuideline[guideline].lazy
        .filter { $0.isReviewed && $0.isCurrent }.map(\.project))
  }

  /// What belongs to a theme.
  func declared(toTheme theme: Int) -> Contributions {
    contributions(of: snapshot.projectsOfTheme[theme])
  }

  /// What belongs to a theme and has a reviewed alignment to any guideline.
  func reviewed(toTheme theme: Int) -> Contributions {
    contributions(of: snapshot.projectsOfTheme[theme].lazy.filter { snapshot.isReviewed($0) })
  }

  /// - Parameter projects: in order; one that is aligned twice is still one.
  private func contributions(of projects: some Sequence<Int>) -> Contributions {
    var counted: [Int] = []
    for project in projects
    where project != counted.last && snapshot.phase(of: project).countsForCoverage {
      counted.append(project)
    }
    let groups = undertakings.grouping(counted)
    var contributions = Contributions(
      alone: groups.alone, joint: groups.joint.map(Contributions.Joint.init))
    guard undertakings.haveMembers else { return contributions }
    for group in groups.alone.map({ [$0] }) + groups.joint {
      let others = undertakings.participants(in: group).filter {
        snapshot.phase(of: $0).countsForCoverage
      }
      if !others.isEmpty { contributions.participants[group[0]] = snapshot.owners(of: others) }
    }
    return contributions
  }
}
