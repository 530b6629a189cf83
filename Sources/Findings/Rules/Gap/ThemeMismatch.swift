internal import Portfolio

/// gap/theme-mismatch: a project's text speaks for another theme than the one it is entered under.
enum ThemeMismatch: Rule {
  static let documentation = RuleDocumentation(
    name: "gap/theme-mismatch", severity: .note,
    title: BilingualText(
      de: "Themenkomplex passt nicht zum Text", en: "theme does not fit the text"),
    flags: BilingualText(
      de: """
        Ein Projekt, dessen Titel und Beschreibung deutlich für einen anderen Themenkomplex sprechen \
        als für die eingetragenen. Verglichen wird mit den Worten der Strategie und mit den übrigen \
        Projekten. Die Regel schweigt, wenn die Beschreibung fehlt oder kürzer als 80 Zeichen ist, \
        über abgeschlossene und eingestellte Projekte und in Registern mit weniger als 20 oder mehr \
        als 200.000 Projekten.
        """,
      en: """
        A project whose title and summary clearly speak for another theme than those entered. They \
        are compared with the words of the strategy and with the other projects. The rule keeps \
        silent where the summary is missing or shorter than 80 characters, about finished and \
        discontinued projects, and in registries of fewer than 20 or more than 200,000 projects.
        """),
    reason: BilingualText(
      de: """
        Unter dem falschen Themenkomplex fehlt das Projekt in der Roadmap dort, wo man es sucht, und \
        ähnliche Projekte finden nicht zueinander.
        """,
      en: """
        Under the wrong theme a project is missing from the roadmap where people look for it, and \
        similar projects do not find each other.
        """),
    remedy: BilingualText(
      de: """
        Prüfen Sie den Themenkomplex; `dach align PROJEKT` zeigt, was wofür spricht. Gehört das \
        Projekt woandershin, tragen Sie es um: `dach update PROJEKT --theme THEMA`. Ist der Eintrag \
        richtig, halten Sie den Grund fest: \
        `dach waive gap/theme-mismatch PROJEKT THEMA --reason "…" --approver …`.
        """,
      en: """
        Review the theme; `dach align PROJECT` shows what speaks for which. If the project belongs \
        elsewhere, move it: `dach update PROJECT --theme THEME`. If the entry is right, record why: \
        `dach waive gap/theme-mismatch PROJECT THEME --reason "…" --approver …`.
        """),
    example: BilingualText(
      de:
        "„Ladesäulen in Parkhäusern“ steht unter „Kultur und Freizeit“, spricht aber von Verkehr.",
      en: "“Charging points in car parks” stands under “Culture and leisure” but is about traffic.")
  )

  static func findings(in snapshot: Snapshot) -> [Finding] {
    guard snapshot.themes.count > 1 else { return [] }
    return AlignmentEvidence.projects(in: snapshot).compactMap { project in
      guard let better = betterTheme(for: project, in: snapshot) else { return nil }
      return finding(snapshot, project, better)
    }
  }

  /// The theme the text clearly speaks for, where it clearly speaks against those entered.
  private static func betterTheme(for project: Int, in snapshot: Snapshot) -> Int? {
    let declared = snapshot.themesOfProject[project]
    guard !declared.isEmpty else { return nil }
    let themes = snapshot.alignments.probabilities(of: project).themes
    let fit = declared.reduce(0) { $0 + themes[$1] }
    guard fit < AlignmentEvidence.mostOfWrongTheme,
      declared.allSatisfy({ snapshot.alignments.knows(.theme($0)) }),
      let best = themes.indices.max(by: { themes[$0] < themes[$1] }),
      themes[best] >= AlignmentEvidence.leastOfBetterTheme
    else { return nil }
    return best
  }

  private static func finding(_ snapshot: Snapshot, _ project: Int, _ better: Int) -> Finding? {
    let declared = Array(snapshot.themesOfProject[project])
    let favour = AlignmentExplanation(snapshot, project, [.theme(better)])
    guard let first = declared.first, !favour.terms.isEmpty else { return nil }
    let against = AlignmentExplanation(
      snapshot, project, declared.map(AlignmentTarget.theme), isAgainst: true)
    let title = snapshot.title(of: project)
    let names = Enumeration.of(declared.map { Quotation.of(snapshot.themes[$0].name) })
    let name = Quotation.of(snapshot.themes[better].name)
    let words = AlignmentEvidence.wording(favour)
    let (id, target) = (snapshot.projects[project].id, snapshot.themes[better].id)
    var finding = snapshot.finding(
      documentation, about: [snapshot.subject(project), snapshot.subject(.theme(first))],
      departments: snapshot.owners(of: [project]), location: snapshot.projects[project].location,
      message: BilingualText(
        de: """
          \(title.german) ist unter \(names.german) eingetragen; der Text spricht aber für \
          \(name.german): \(words.german)
          """,
        en: """
          \(title.english) is entered under \(names.english), but the text speaks for \
          \(name.english): \(words.english)
          """),
      action: BilingualText(
        de: """
          Prüfen Sie den Themenkomplex (`dach align \(id)` zeigt die Gründe) und tragen Sie das \
          Projekt gegebenenfalls um: `dach update \(id) --theme \(target)`.
          """,
        en: """
          Review the theme (`dach align \(id)` shows the reasons) and move the project if need be: \
          `dach update \(id) --theme \(target)`.
          """))
    finding.score = against.probability
    finding.evidence = against.evidence
    return finding
  }
}
