public import Portfolio

extension RegistrationStep {
  /// Why it is asked, and how to answer, with an example.
  public var reason: BilingualText {
    switch self {
    case .title:
      BilingualText(
        de: """
          Unter diesem Namen finden es andere Dienststellen und, wenn es öffentlich ist, die Bürgerinnen \
          und Bürger. Beispiel: Digitales Bauamt
          """,
        en: """
          Other departments, and citizens where it is public, find it by this name. \
          Example: Digital building permits
          """)
    case .summary:
      BilingualText(
        de: """
          Daran wird erkannt, ob es das schon gibt und wer an Ähnlichem arbeitet. Beispiel: \
          Bauanträge werden online gestellt und geprüft. Für Bauherren und Planungsbüros.
          """,
        en: """
          By this it is seen whether it exists already, and who works on something similar. Example: \
          Building applications are made and examined online. For builders and planners.
          """)
    case .department:
      BilingualText(
        de:
          "Sie führt den Eintrag und wird gefragt, wenn etwas offen ist. Nummer oder Name genügt.",
        en: "It keeps the entry and is asked where something is open. A number or a name will do.")
    case .office:
      BilingualText(
        de: "Damit Rückfragen gleich an der richtigen Stelle ankommen.",
        en: "So that questions arrive at the right place at once.")
    case .status:
      BilingualText(
        de:
          "Nur geplante und laufende Projekte decken eine Leitlinie ab; Ideen zählen als Aussicht.",
        en: "Only planned and running projects cover a guideline; ideas count as a prospect.")
    case .start, .end:
      BilingualText(
        de: """
          Daran zeigt sich, welche Projekte gleichzeitig laufen und was bald ausläuft. So genau, wie Sie \
          es wissen: 2026, 03/2026, 15.03.2026 oder Q1/2026.
          """,
        en: """
          It shows which projects run at the same time and what ends soon. As precisely as you know: \
          2026, 03/2026, 15.03.2026 or Q1/2026.
          """)
    case .themes:
      BilingualText(
        de: "Danach ist der Fahrplan gegliedert. Mehrere mit Komma: 2, 4",
        en: "The roadmap is divided by them. Several with commas: 2, 4")
    case .guideline:
      BilingualText(
        de: "Daran misst die Stadt, ob ihre Strategie umgesetzt wird.",
        en: "By this the city measures whether its strategy is carried out.")
    case .rationale:
      BilingualText(
        de: "Die Federführung prüft die Zuordnung. Beispiel: Der Antrag gelingt ohne Weg zum Amt.",
        en: "The steward reviews the alignment. Example: Applying needs no visit to the office.")
    case .contact:
      BilingualText(
        de: """
          Andere Dienststellen fragen dort nach. Kein Postfach einer Person: das Register speichert keine \
          personenbezogenen Daten. Beispiel: bauordnung@stadt.example
          """,
        en: """
          Other departments ask there. Not a person's mailbox: the registry stores no personal data. \
          Example: bauordnung@stadt.example
          """)
    case .secondary:
      BilingualText(
        de: "Mehrere mit Komma: 1, 3", en: "Several with commas: 1, 3")
    case .audience:
      BilingualText(
        de: """
          Projekte für dieselben Menschen sollten voneinander wissen. Mehrere mit Komma: Familien, \
          Unternehmen
          """,
        en: """
          Projects for the same people should know of each other. Several with commas: families, \
          businesses
          """)
    case .partners:
      BilingualText(
        de: """
          Damit nicht mehrere Dienststellen unabgestimmt mit demselben Partner verhandeln. Mehrere mit \
          Komma, der Bereich in Klammern: Technische Hochschule (Wissenschaft), Musterwerk GmbH \
          (Wirtschaft)
          """,
        en: """
          So that departments do not deal with the same partner without knowing of each other. Several \
          with commas, the sector in brackets: Technical University (science), Sample Ltd (business)
          """)
    case .requires:
      BilingualText(
        de: """
          Was es schon gibt, muss niemand neu bauen; wer einen Dienst bereitstellt, erfährt, dass er \
          gebraucht wird. Mehrere mit Komma.
          """,
        en: """
          What exists need not be built anew, and who provides a service learns that it is needed. \
          Several with commas.
          """)
    case .provides:
      BilingualText(
        de: "Was andere davon mitnutzen können. Mehrere mit Komma.",
        en: "What others can use of it. Several with commas.")
    case .strategy:
      BilingualText(
        de: "So erscheint es auch in der Übersicht dieser Teilstrategie.",
        en: "It then appears in the overview of that sub-strategy as well.")
    case .amount:
      BilingualText(
        de: "Für die Auswertung nach Geld. Beispiel: 250.000 oder 99,50",
        en: "For figures by money. Example: 250,000 or 99.50")
    case .visibility:
      BilingualText(
        de: """
          Öffentliches steht auf der Seite der Stadt; Internes sehen alle Dienststellen; Vertrauliches \
          nur die eigene und die Federführung.
          """,
        en: """
          What is public appears on the city's page; all departments see what is internal; \
          what is confidential only your own and the steward.
          """)
    case .links:
      BilingualText(
        de: """
          Die andere Seite wird gebeten, es zu bestätigen. Id oder Titel, mehrere mit Komma.
          """,
        en: "The other side is asked to confirm. Id or title, several with commas.")
    }
  }
}
