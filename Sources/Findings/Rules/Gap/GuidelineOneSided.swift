internal import Portfolio

/// gap/guideline-one-sided: several departments are expected to contribute, one does.
enum GuidelineOneSided: Rule {
  static let documentation = RuleDocumentation(
    name: "gap/guideline-one-sided", severity: .warning,
    title: BilingualText(
      de: "Leitlinie mit nur einer Dienststelle", en: "guideline served by one department alone"),
    flags: BilingualText(
      de: """
        Eine Leitlinie, die Beiträge mehrerer Dienststellen erwartet und zu der nur eine beiträgt. \
        Die Regel schweigt, wenn höchstens eine Dienststelle erwartet wird (Befreite, Freiwillige, \
        künftige Fristen und Ausnahmen zählen nicht), wenn gar keine beiträgt, und wenn bei einem \
        der Projekte keine Dienststelle eingetragen ist: Es könnte einer anderen gehören.
        """,
      en: """
        A guideline that expects several departments and that only one serves. The rule keeps \
        silent when at most one department is expected (those exempt, welcome, due later or waived \
        do not count), when none contributes at all, and when one of the projects names no \
        department: it may be another's.
        """),
    reason: BilingualText(
      de: "Die Dachstrategie soll die Geschäftsbereiche zusammenführen; allein gelingt das keinem.",
      en: "The umbrella strategy is to bring the departments together; no one can do that alone."),
    remedy: BilingualText(
      de: """
        Ordnen Sie passende Projekte der übrigen Dienststellen zu, oder stoßen Sie eine \
        Zusammenarbeit an. Genügt eine Dienststelle, halten Sie den Grund fest: \
        `dach waive gap/guideline-one-sided LEITLINIE --reason "…" --approver …`.
        """,
      en: """
        Align fitting projects of the other departments, or start a cooperation. If one department \
        is enough, record why: \
        `dach waive gap/guideline-one-sided GUIDELINE --reason "…" --approver …`.
        """),
    example: BilingualText(
      de: """
        „Nachhaltiger werden“ erwartet Umwelt, Bau und Verkehr; zugeordnet sind drei Projekte des \
        Umweltreferats.
        """,
      en: """
        “Become more sustainable” expects environment, building and transport; aligned are three \
        projects of the environment department.
        """))

  static let derivesFrom = [GuidelineUncovered.documentation.name]

  static func findings(in snapshot: Snapshot) -> [Finding] {
    let counter = ContributionCounter(snapshot)
    return snapshot.guidelines.indices.compactMap { guideline in
      let record = snapshot.guidelines[guideline]
      let obliged = snapshot.obligedDepartments(record.expects, of: Subject(.guideline, record.id))
        .map(\.contributor)
      guard obliged.count >= 2 else { return nil }
      let contributions = counter.declared(toGuideline: guideline)
      let contributing = contributions.departments(in: snapshot)
      let contributors = snapshot.contributors(to: guideline)
      guard contributing.count == 1, let only = contributing.first,
        contributors.allSatisfy({ snapshot.department(of: $0) != nil })
      else { return nil }
      let missing = obliged.filter { $0 != only }
      return finding(snapshot, guideline, only: only, projects: contributors.count, missing)
    }
  }

  private static func finding(
    _ snapshot: Snapshot, _ guideline: Int, only: Int, projects: Int, _ missing: [Int]
  ) -> Finding {
    let record = snapshot.guidelines[guideline]
    let name = Quotation.of(record.name)
    let contributor = snapshot.departments[only].name
    let count = Quantity.projects(projects)
    let others = Enumeration.of(missing.map { snapshot.departments[$0].name })
    return snapshot.finding(
      documentation, about: [Subject(.guideline, record.id)], departments: [only] + missing,
      location: record.location,
      message: BilingualText(
        de: """
          Zur Leitlinie \(name.german) trägt nur eine Dienststelle bei: \(contributor) \
          (\(count.german)). Erwartet werden auch: \(others.german).
          """,
        en: """
          Only one department serves the guideline \(name.english): \(contributor) \
          (\(count.english)). Also expected: \(others.english).
          """),
      action: BilingualText(
        de: """
          Ordnen Sie passende Projekte der übrigen Dienststellen zu: \
          `dach update ID --guideline \(record.id) --role … --rationale "…"`.
          """,
        en: """
          Align fitting projects of the other departments: \
          `dach update ID --guideline \(record.id) --role … --rationale "…"`.
          """))
  }
}
