internal import Portfolio

/// network/silo: two departments are strong in one theme, without any link between them there.
enum Silo: Rule {
  static let documentation = RuleDocumentation(
    name: "network/silo", severity: .warning,
    title: BilingualText(
      de: "Zwei Dienststellen nebeneinander im selben Thema",
      en: "two departments side by side in one theme"),
    flags: BilingualText(
      de: """
        Zwei Dienststellen, die in einem Themenkomplex je mindestens `siloMinimum` laufende, \
        geplante oder angedachte Projekte haben, ohne dass dort zwei davon verbunden sind. Als \
        Verbindung zählt auch die Entscheidung, dass zwei Projekte bereits zusammenarbeiten. Die \
        Regel schweigt, sobald es eine solche Verbindung gibt.
        """,
      en: """
        Two departments that each have at least `siloMinimum` running, planned or proposed \
        projects in a theme, no two of which are linked there. The verdict that two projects work \
        together already counts as a link. The rule keeps silent once there is one.
        """),
    reason: BilingualText(
      de: "Wer im selben Feld arbeitet, ohne voneinander zu wissen, baut leicht doppelt.",
      en: "Who works in the same field without knowing of each other easily builds things twice."),
    remedy: BilingualText(
      de: """
        Die Projekte sichten, verbinden, was zusammengehört, oder mit `dach waive` begründen, warum \
        beide getrennt arbeiten.
        """,
      en: """
        Look through the projects, link what belongs together, or record with `dach waive` why the \
        two work apart.
        """),
    example: BilingualText(
      de:
        "Schule und Kultur haben in „Bildung“ je vier Projekte; keines ist mit dem anderen verbunden.",
      en:
        "School and culture have four projects each in “Education”; none is linked to the other's.")
  )

  static let derivesFrom = [IsolatedDepartment.documentation.name]

  static func findings(in snapshot: Snapshot) -> [Finding] {
    let contacts = contactsByTheme(snapshot)
    return snapshot.themes.indices.flatMap { theme in
      let strong = strongDepartments(theme, in: snapshot)
      return strong.indices.flatMap { first in
        strong[(first + 1)...].compactMap { second -> Finding? in
          let one = strong[first]
          let contact = Contact(theme: theme, one.department, second.department)
          return contacts.contains(contact) ? nil : finding(snapshot, theme, one, second)
        }
      }
    }
  }

  /// Two departments with a link inside a theme, by index.
  private struct Contact: Hashable {
    let theme: Int
    let pair: DepartmentContacts.Pair

    init(theme: Int, _ one: Int, _ other: Int) {
      self.theme = theme
      pair = DepartmentContacts.Pair(one, other)
    }
  }

  private static func contactsByTheme(_ snapshot: Snapshot) -> Set<Contact> {
    var contacts: Set<Contact> = []
    func insert(_ one: Int, _ other: Int) {
      guard let left = snapshot.department(of: one), let right = snapshot.department(of: other),
        left != right
      else { return }
      for theme in snapshot.themesOfProject[one]
      where snapshot.themesOfProject[other].contains(theme) {
        contacts.insert(Contact(theme: theme, left, right))
      }
    }
    for project in snapshot.projects.indices {
      for link in snapshot.linksFromProject[project] { insert(project, link.target) }
    }
    for pair in snapshot.decidedPairs
    where snapshot.networkVerdict(on: pair)?.outcome == .alreadyDo {
      insert(pair.first, pair.second)
    }
    return contacts
  }

  private struct Strength {
    let department: Int
    let projects: Int
  }

  private static func strongDepartments(_ theme: Int, in snapshot: Snapshot) -> [Strength] {
    var counts: [Int: Int] = [:]
    for project in snapshot.projectsOfTheme[theme] where snapshot.isActive(project) {
      if let department = snapshot.department(of: project) {
        counts[department, default: 0] += 1
      }
    }
    return counts.filter { $0.value >= snapshot.settings.siloMinimum }
      .map { Strength(department: $0.key, projects: $0.value) }
      .sorted { $0.department < $1.department }
  }

  private static func finding(
    _ snapshot: Snapshot, _ theme: Int, _ one: Strength, _ other: Strength
  ) -> Finding {
    let record = snapshot.themes[theme]
    let name = Quotation.of(record.name)
    let (left, right) = (
      snapshot.departments[one.department], snapshot.departments[other.department]
    )
    let subjects = [
      Subject(.theme, record.id), Subject(.department, left.id), Subject(.department, right.id),
    ]
    let command = ([documentation.name] + subjects.map(\.id)).joined(separator: " ")
    return snapshot.finding(
      documentation, about: subjects, departments: [one.department, other.department],
      location: nil,
      message: BilingualText(
        de: """
          Im Themenkomplex \(name.german) arbeiten zwei Dienststellen unverbunden nebeneinander: \
          \(left.name) (\(one.projects) Projekte) und \(right.name) (\(other.projects) Projekte).
          """,
        en: """
          In the theme \(name.english) two departments work side by side without a link: \
          \(left.name) (\(one.projects) projects) and \(right.name) (\(other.projects) projects).
          """),
      action: BilingualText(
        de: """
          Sehen Sie die Projekte beider Seiten durch (`dach network --department \(left.id)`) und \
          verbinden Sie, was zusammengehört (`dach link A B`), oder begründen Sie mit \
          `dach waive \(command)`, warum beide getrennt arbeiten.
          """,
        en: """
          Look through the projects of both (`dach network --department \(left.id)`) and link what \
          belongs together (`dach link A B`), or record with `dach waive \(command)` why they work \
          apart.
          """))
  }
}
