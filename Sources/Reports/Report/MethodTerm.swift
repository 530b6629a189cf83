internal import Findings
internal import Portfolio

/// A figure or a word of the report, and what exactly it means.
struct MethodTerm: Sendable {
  let name: BilingualText
  let text: BilingualText

  static func all(_ settings: CheckSettings) -> [MethodTerm] {
    functions + coverage(settings) + findings(settings)
  }

  private static let functions = [
    MethodTerm(
      name: FunctionFigure.Function.bundling.name,
      text: BilingualText(
        de: """
          Anteil der Dienststellen und Teilstrategien, die mindestens ein Projekt registriert haben, \
          das nicht eingestellt ist. Gezählt werden alle Referate und Geschäftsbereiche, dazu Ämter, \
          Betriebe und Häuser, sobald sie ein Projekt haben, und alle Teilstrategien.
          """,
        en: """
          Share of the departments and sub-strategies that have registered at least one project that \
          is not discontinued. Counted are all departments, further offices, enterprises and \
          institutions as soon as they have a project, and all sub-strategies.
          """)),
    MethodTerm(
      name: FunctionFigure.Function.orientation.name,
      text: BilingualText(
        de: """
          Anteil der aktiven Projekte, die nach Angabe ihrer Dienststelle mindestens einer Leitlinie \
          in deren geltender Fassung dienen. Daneben steht, wie viele davon geprüft sind; die \
          beiden Zahlen werden nie vermischt.
          """,
        en: """
          Share of the active projects that, by their department's account, serve at least one \
          guideline in its present revision. Beside it stands how many of these have been reviewed; \
          the two figures are never mixed.
          """)),
    MethodTerm(
      name: FunctionFigure.Function.networking.name,
      text: BilingualText(
        de: """
          Anteil der aktiven Projekte, die mit einem Projekt einer anderen Dienststelle verbunden \
          sind, gleich in welcher Richtung, oder einen Partner aus Wissenschaft, Wirtschaft oder \
          Zivilgesellschaft haben.
          """,
        en: """
          Share of the active projects that are linked to a project of another department, in either \
          direction, or have a partner from science, business or civil society.
          """)),
    MethodTerm(
      name: FunctionFigure.Function.visibility.name,
      text: BilingualText(
        de: "Anteil der öffentlichen aktiven Projekte, denen das Label zuerkannt ist.",
        en: "Share of the public active projects to which the label has been granted.")),
    MethodTerm(
      name: BilingualText(de: "Aktiv", en: "Active"),
      text: BilingualText(
        de: """
          Ideen, geplante und laufende Projekte, dazu Projekte ohne Stand, deren Zeitraum nicht \
          abgelaufen ist.
          """,
        en: """
          Ideas, planned and running projects, and projects without a status whose period is not \
          over.
          """)),
  ]

  private static func coverage(_ settings: CheckSettings) -> [MethodTerm] {
    [
      MethodTerm(
        name: BilingualText(de: "Gemeldet und geprüft", en: "Declared and reviewed"),
        text: BilingualText(
          de: """
            „Gemeldet“ ist, was die Dienststellen angeben. „Geprüft“ ist, was die federführende \
            Stelle davon für die geltende Fassung der Leitlinie bestätigt hat. Eingestellte Projekte \
            zählen nicht.
            """,
          en: """
            “Declared” is what the departments state. “Reviewed” is what the steward has confirmed \
            of it for the guideline's present revision. Discontinued projects do not count.
            """)),
      MethodTerm(
        name: BilingualText(
          de: "Ein Vorhaben, ein Beitrag", en: "One undertaking, one contribution"),
        text: BilingualText(
          de: """
            In der Übersicht der Leitlinien zählen Teil und Ganzes, gebündelte und doppelt \
            registrierte Projekte als ein Beitrag. Die Tabelle nach Dienststellen zählt jedes Projekt in jedem Feld, in dem \
            es steht, und in jeder Summe einmal.
            """,
          en: """
            In the overview of guidelines a part and its whole, bundled projects and ones registered twice are one \
            contribution. The table by departments counts a project in every cell where it stands, \
            and in every total once.
            """)),
      MethodTerm(
        name: BilingualText(de: "Lücke", en: "Gap"),
        text: BilingualText(
          de: """
            Erwartete Beiträge minus gemeldete minus durch Ausnahmen erlassene. Erwartet wird nur, \
            was die Strategie verlangt und was fällig ist.
            """,
          en: """
            Expected contributions minus declared ones minus waived ones. Expected is only what the \
            strategy demands and what is due.
            """)),
      MethodTerm(
        name: BilingualText(de: "Abdeckung gefährdet", en: "Coverage at risk"),
        text: BilingualText(
          de: """
            Zur Leitlinie gibt es nur Ideen oder nur Beendetes, oder das letzte laufende Projekt \
            endet innerhalb von \(settings.horizonMonths) Monaten.
            """,
          en: """
            For the guideline there are only ideas or only finished projects, or the last running \
            one ends within \(settings.horizonMonths) months.
            """)),
      MethodTerm(
        name: BilingualText(de: "Farben", en: "Colours"),
        text: BilingualText(
          de: """
            Je dunkler ein Feld auf hellem Grund, je heller eines auf dunklem, desto größer seine \
            Zahl im Verhältnis zur größten der Tabelle, in fünf Stufen. Die Zahl steht immer dabei.
            """,
          en: """
            The darker a cell on light ground, the lighter on dark ground, the larger its number in \
            proportion to the table's largest, in five steps. The number is always given.
            """)),
    ]
  }

  private static func findings(_ settings: CheckSettings) -> [MethodTerm] {
    [
      MethodTerm(
        name: BilingualText(de: "Fehler, Warnung, Hinweis", en: "Error, warning, note"),
        text: BilingualText(
          de: """
            Die Schwere legt die Regel fest: Ein Fehler verlangt eine Entscheidung, eine Warnung soll \
            bald geklärt werden, ein Hinweis ist ein Angebot. `dach explain REGEL` erklärt jede Regel.
            """,
          en: """
            The rule sets the severity: an error demands a decision, a warning should be settled \
            soon, a note is an offer. `dach explain RULE` explains every rule.
            """)),
      MethodTerm(
        name: BilingualText(de: "Prozentangabe bei Befunden", en: "Percentages of findings"),
        text: BilingualText(
          de: """
            Geschätzte Wahrscheinlichkeit, dass der Befund zutrifft. Ohne Angabe folgt er \
            unmittelbar aus den Daten.
            """,
          en: """
            Estimated probability that the finding is right. Without one it follows from the data \
            directly.
            """)),
      MethodTerm(
        name: BilingualText(de: "Gezeigte Befunde", en: "Findings shown"),
        text: BilingualText(
          de: """
            Je Dienststelle stehen alle Lücken im Bericht, von Dubletten und fehlender Vernetzung die \
            \(settings.findingsPerDepartment) wichtigsten; die Zahl der übrigen steht dabei.
            """,
          en: """
            For each department the report shows all gaps, and of duplicates and missing networking \
            the \(settings.findingsPerDepartment) most important; the number of the others is given.
            """)),
      MethodTerm(
        name: BilingualText(de: "Kennung und „seit“", en: "Id and “since”"),
        text: BilingualText(
          de: """
            Die Kennung eines Befunds ergibt sich aus der Regel und dem, worum es geht, und bleibt \
            über alle Prüfungen gleich. „Seit“ nennt den ersten Tag, seit dem ihn jede gespeicherte \
            Prüfung gefunden hat.
            """,
          en: """
            A finding's id follows from its rule and what it is about, and stays the same in all \
            checks. “Since” names the first day from which every stored check has found it.
            """)),
      MethodTerm(
        name: BilingualText(de: "Ausnahmen", en: "Waivers"),
        text: BilingualText(
          de: """
            Was mit Begründung und Genehmigung ausgenommen ist, erscheint nicht unter den Befunden, \
            bis die Ausnahme abläuft. Wie viele es sind, steht auf der ersten Seite.
            """,
          en: """
            What has been waived with a reason and an approval is not among the findings until the \
            waiver expires. How many there are is said on the first page.
            """)),
    ]
  }
}
