internal import Portfolio

/// network/silo: departments strong in one theme, some of them without any link to others there.
enum Silo: Rule {
  static let documentation = RuleDocumentation(
    name: "network/silo", severity: .warning,
    title: BilingualText(
      de: "Nebeneinander im selben Themenkomplex", en: "side by side in one theme"),
    flags: BilingualText(
      de: """
        Ein Themenkomplex, in dem zwei oder mehr Dienststellen je mindestens `siloMinimum` laufende, \
        geplante oder angedachte Projekte haben, ohne dass dort zwei davon verbunden sind. Jeder \
        Themenkomplex wird einmal gemeldet; genannt werden die bis zu drei stärksten Paare. Als \
        Verbindung zählt auch die Entscheidung, dass zwei Projekte bereits zusammenarbeiten, nicht \
        aber eine mit einem eingestellten Projekt. Die Regel schweigt über Paare mit einer Verbindung, über Paare, für die eine Ausnahme gilt \
        (Themenkomplex und beide Dienststellen), und über Dienststellen, für die eine Ausnahme von \
        network/isolated-department gilt. Eine Ausnahme für den Themenkomplex allein legt den \
        ganzen Befund still.
        """,
      en: """
        A theme in which two or more departments each have at least `siloMinimum` running, planned \
        or proposed projects, no two of which are linked there. Each theme is reported once, with \
        up to three of the strongest pairs. The verdict that two projects work together already \
        counts as a link, one with a discontinued project does not. The rule keeps silent about \
        pairs with a link, about pairs for which a waiver is in force (the theme and both departments), and about departments waived for \
        network/isolated-department. A waiver of the theme alone silences the whole finding.
        """),
    reason: BilingualText(
      de: "Wer im selben Feld arbeitet, ohne voneinander zu wissen, baut leicht doppelt.",
      en: "Who works in the same field without knowing of each other easily builds things twice."),
    remedy: BilingualText(
      de: """
        Sehen Sie die Projekte der genannten Dienststellen durch und verbinden Sie, was \
        zusammengehört: `dach link PROJEKT ANDERES --kind coordinatesWith`. Arbeiten zwei mit Grund \
        getrennt, halten Sie ihn fest: \
        `dach waive network/silo THEMENKOMPLEX DIENSTSTELLE ANDERE --reason "…" --approver …`.
        """,
      en: """
        Look through the projects of the departments named and link what belongs together: \
        `dach link PROJECT OTHER --kind coordinatesWith`. If two work apart for a reason, record it: \
        `dach waive network/silo THEME DEPARTMENT OTHER --reason "…" --approver …`.
        """),
    example: BilingualText(
      de: """
        Schule und Kultur haben in „Bildung“ je vier Projekte; keines ist mit einem der anderen \
        Seite verbunden.
        """,
      en: """
        School and culture have four projects each in “Education”; none is linked to one of the \
        other side.
        """))

  static func findings(in snapshot: Snapshot) -> [Finding] {
    silos(in: snapshot, settled: contacts(snapshot).merging(waivedPairs(snapshot)) { $0.union($1) })
      .map { finding(snapshot, $0) }
  }

  /// A waiver may name the theme and two departments: it takes their pair out.
  ///
  /// A theme with many departments has very many pairs, so only those are listed that a waiver
  /// names at all.
  static func waivableParts(in snapshot: Snapshot) -> [[Subject]] {
    let contacts = contacts(snapshot)
    return pairsNamed(by: snapshot.portfolio.waivers, in: snapshot).flatMap { theme, pairs in
      let strong = Set(strongDepartments(theme, in: snapshot).map(\.department))
      let settled = contacts[theme] ?? []
      return pairs.subtracting(settled)
        .filter { strong.contains($0.first) && strong.contains($0.second) }
        .map { pair in
          [
            Subject(.theme, snapshot.themes[theme].id), snapshot.departmentSubject(pair.first),
            snapshot.departmentSubject(pair.second),
          ]
        }
    }
  }

  /// Every two departments that are strong in the same theme, without those for which a waiver is
  /// in force: whether they are in touch there.
  static func expectations(in snapshot: Snapshot) -> [ContactExpectation] {
    let (contacts, waived) = (contacts(snapshot), waivedPairs(snapshot))
    return snapshot.themes.indices.flatMap { theme -> [ContactExpectation] in
      let subject = Subject(.theme, snapshot.themes[theme].id)
      if snapshot.isWaived(rule: documentation.name, subjects: [subject]) { return [] }
      let strong = strongDepartments(theme, in: snapshot).map(\.department)
      return strong.indices.flatMap { place in
        strong[..<place].compactMap { other in
          let pair = Pair(strong[place], other)
          if waived[theme]?.contains(pair) == true { return nil }
          return ContactExpectation(
            departments: pair, reason: .theme(theme),
            isMet: contacts[theme]?.contains(pair) == true)
        }
      }
    }
  }

  private typealias Pair = DepartmentPair

  /// A department and how many active projects it has in the theme.
  private struct Strength {
    let department: Int
    let projects: Int
  }

  /// A theme with departments that work side by side there.
  private struct Theme {
    let index: Int
    /// The first few pairs without a link, the strongest first.
    let pairs: [(Strength, Strength)]
    /// How many pairs have no link.
    let count: Int
    /// Departments in at least one of them.
    let departments: [Int]
  }

  private static let shownPairs = 3

  /// - Parameter settled: by theme, the pairs that are not to be reported.
  private static func silos(in snapshot: Snapshot, settled: [Int: Set<Pair>]) -> [Theme] {
    snapshot.themes.indices.compactMap { theme in
      let strong = strongDepartments(theme, in: snapshot)
      let members = Set(strong.map(\.department))
      let settled = (settled[theme] ?? []).filter {
        members.contains($0.first) && members.contains($0.second)
      }
      let count = strong.count * (strong.count - 1) / 2 - settled.count
      guard count > 0 else { return nil }
      var settledOf: [Int: Int] = [:]
      for pair in settled {
        settledOf[pair.first, default: 0] += 1
        settledOf[pair.second, default: 0] += 1
      }
      let concerned = strong.map(\.department).filter { settledOf[$0] ?? 0 < strong.count - 1 }
      return Theme(
        index: theme, pairs: strongestPairs(strong, settled), count: count,
        departments: concerned.sorted())
    }
  }

  /// Pairs in order of their weaker side. Ends after `shownPairs` and at most one step for every
  /// settled pair, so that many departments do not make it quadratic.
  private static func strongestPairs(
    _ strong: [Strength], _ settled: Set<Pair>
  ) -> [(Strength, Strength)] {
    var pairs: [(Strength, Strength)] = []
    for (place, weaker) in strong.enumerated() {
      for stronger in strong[..<place]
      where !settled.contains(Pair(stronger.department, weaker.department)) {
        pairs.append((stronger, weaker))
        if pairs.count == shownPairs { return pairs }
      }
    }
    return pairs
  }

  /// Pairs of departments with a link inside a theme, by theme.
  private static func contacts(_ snapshot: Snapshot) -> [Int: Set<Pair>] {
    var contacts: [Int: Set<Pair>] = [:]
    func insert(_ one: Int, _ other: Int) {
      guard let left = snapshot.department(of: one), let right = snapshot.department(of: other),
        left != right
      else { return }
      for theme in snapshot.themesOfProject[one]
      where snapshot.themesOfProject[other].contains(theme) {
        contacts[theme, default: []].insert(Pair(left, right))
      }
    }
    for project in snapshot.projects.indices {
      for link in snapshot.linksFromProject[project] where snapshot.isContact(link) {
        insert(project, link.target)
      }
    }
    for pair in snapshot.decidedPairs
    where snapshot.networkVerdict(on: pair)?.outcome == .alreadyDo {
      insert(pair.first, pair.second)
    }
    return contacts
  }

  /// Pairs for which a waiver is in force, by theme.
  private static func waivedPairs(_ snapshot: Snapshot) -> [Int: Set<Pair>] {
    let inForce = snapshot.portfolio.waivers.filter { $0.isInForce(on: snapshot.asOf) }
    return pairsNamed(by: inForce, in: snapshot)
  }

  /// Pairs that waivers of this rule name together with a theme.
  private static func pairsNamed(
    by waivers: [Waiver], in snapshot: Snapshot
  ) -> [Int: Set<Pair>] {
    var pairs: [Int: Set<Pair>] = [:]
    for waiver in waivers
    where waiver.rule == documentation.name && Set(waiver.subjects).count == 3 {
      let themes = waiver.subjects.compactMap { snapshot.themeTable[$0] }
      let departments = waiver.subjects.compactMap { snapshot.departmentTable[$0] }
      guard themes.count == 1, departments.count == 2 else { continue }
      pairs[themes[0], default: []].insert(Pair(departments[0], departments[1]))
    }
    return pairs
  }

  /// The strongest first.
  private static func strongDepartments(_ theme: Int, in snapshot: Snapshot) -> [Strength] {
    var counts: [Int: Int] = [:]
    for project in snapshot.projectsOfTheme[theme] where snapshot.isActive(project) {
      if let department = snapshot.department(of: project) {
        counts[department, default: 0] += 1
      }
    }
    return counts.filter { department, count in
      count >= snapshot.settings.siloMinimum
        && !snapshot.isWaived(
          rule: IsolatedDepartment.documentation.name,
          subjects: [snapshot.departmentSubject(department)])
    }
    .map { Strength(department: $0.key, projects: $0.value) }
    .sorted {
      ($1.projects, snapshot.departments[$0.department].id)
        < ($0.projects, snapshot.departments[$1.department].id)
    }
  }

  private static func finding(_ snapshot: Snapshot, _ theme: Theme) -> Finding {
    let record = snapshot.themes[theme.index]
    let first = theme.pairs[0]
    let (left, right) = (
      snapshot.departments[first.0.department].id, snapshot.departments[first.1.department].id
    )
    let look = "`dach list --department \(left)`, `dach list --department \(right)`"
    let link = "`dach link A B --kind coordinatesWith`"
    return snapshot.finding(
      documentation, about: [Subject(.theme, record.id)], departments: theme.departments,
      location: record.location, message: message(snapshot, theme, Quotation.of(record.name)),
      action: BilingualText(
        de: """
          Sehen Sie die Projekte durch (\(look)) und verbinden Sie, was zusammengehört: \(link).
          """,
        en: "Look through the projects (\(look)) and link what belongs together: \(link)."))
  }

  private static func message(
    _ snapshot: Snapshot, _ theme: Theme, _ name: BilingualText
  ) -> BilingualText {
    let pairs = theme.pairs.map { stronger, weaker in
      let (left, right) = (named(stronger, snapshot), named(weaker, snapshot))
      return BilingualText(
        de: "\(left.german) und \(right.german)", en: "\(left.english) and \(right.english)")
    }
    let rest = theme.count - pairs.count
    let more =
      switch rest {
      case 0: BilingualText(de: "", en: "")
      case 1: BilingualText(de: " Dazu kommt ein weiteres Paar.", en: " There is one more pair.")
      default:
        BilingualText(
          de: " Dazu kommen \(rest) weitere Paare.", en: " There are \(rest) more pairs.")
      }
    let isOne = theme.count == 1
    return BilingualText(
      de: """
        Im Themenkomplex \(name.german) arbeiten \(isOne ? "zwei " : "")Dienststellen ohne \
        Verbindung nebeneinander: \(pairs.map(\.german).joined(separator: "; ")).\(more.german)
        """,
      en: """
        In the theme \(name.english) \(isOne ? "two " : "")departments work side by side without a \
        link: \(pairs.map(\.english).joined(separator: "; ")).\(more.english)
        """)
  }

  /// `Kulturreferat (3 Projekte)`
  private static func named(_ strength: Strength, _ snapshot: Snapshot) -> BilingualText {
    let (name, count) = (
      snapshot.departments[strength.department].name, Quantity.projects(strength.projects)
    )
    return BilingualText(de: "\(name) (\(count.german))", en: "\(name) (\(count.english))")
  }
}
