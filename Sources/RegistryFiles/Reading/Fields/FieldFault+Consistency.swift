import Portfolio

// Faults of values that do not go together, though each is right by itself.
extension FieldFault {
  static let reversedPeriod = FieldFault(
    code: "period-reversed",
    message: BilingualText(
      de: "das Ende liegt vor dem Beginn", en: "the end lies before the start"),
    hint: BilingualText(
      de: "Prüfen Sie, ob die beiden Daten vertauscht sind.",
      en: "See whether the two dates are swapped."))

  static let linkToItself = FieldFault(
    code: "link-to-itself",
    message: BilingualText(
      de: "das Projekt ist mit sich selbst verbunden", en: "the project is linked to itself"),
    hint: BilingualText(
      de: "Nennen Sie das andere Projekt, oder streichen Sie die Verbindung.",
      en: "Name the other project, or remove the link."))

  static func repeatedLink(to project: String) -> FieldFault {
    FieldFault(
      code: "repeated-link",
      message: BilingualText(
        de: "diese Verbindung zu „\(project)“ steht schon da",
        en: "this link to '\(project)' is there already"),
      hint: BilingualText(
        de: "Streichen Sie die Wiederholung, oder wählen Sie eine andere Art.",
        en: "Remove the repetition, or choose another kind."))
  }

  static func repeatedGuideline(_ guideline: String) -> FieldFault {
    FieldFault(
      code: "repeated-guideline",
      message: BilingualText(
        de: "der Leitlinie „\(guideline)“ ist das Projekt schon zugeordnet",
        en: "the project is aligned to the guideline '\(guideline)' already"),
      hint: BilingualText(
        de: "Fassen Sie beide Zuordnungen zu einer zusammen.",
        en: "Make one alignment of the two."))
  }

  static let severalPrimary = FieldFault(
    code: "several-primary",
    message: BilingualText(
      de: "mehr als eine Leitlinie ist „primary“", en: "more than one guideline is 'primary'"),
    hint: BilingualText(
      de: "Behalten Sie das Hauptziel; die übrigen sind „secondary“.",
      en: "Keep the main goal; the others are 'secondary'."))

  static func claimsMismatch(_ id: String, base: String) -> FieldFault {
    FieldFault(
      code: "claims-mismatch",
      message: BilingualText(
        de: "„\(id)“ braucht die Angabe „claims: \(base)“", en: "'\(id)' needs 'claims: \(base)'"),
      hint: BilingualText(
        de: "Zwei Bindestriche und eine Zahl vergibt nur das Programm, wenn eine Kennung schon "
          + "vergeben war. Wählen Sie sonst eine andere Kennung.",
        en: "Two hyphens and a number are given by the program alone, when an id was taken. "
          + "Otherwise choose another id."))
  }

  static let pairOfOne = FieldFault(
    code: "invalid-pair",
    message: BilingualText(
      de: "ein Paar besteht aus zwei verschiedenen Projekten",
      en: "a pair is made of two different projects"),
    hint: BilingualText(
      de: "Schreiben Sie „pair: [das-eine, das-andere]“.",
      en: "Write 'pair: [the-one, the-other]'."))

  static let bundleWithoutOutcome = FieldFault(
    code: "bundle-without-outcome",
    message: BilingualText(
      de: "„bundle“ gibt es nur bei „outcome: bundle“",
      en: "'bundle' goes with 'outcome: bundle' only"),
    hint: BilingualText(
      de: "Streichen Sie „bundle“, oder ändern Sie die Entscheidung.",
      en: "Remove 'bundle', or change the outcome."))

  static let expectationContributor = FieldFault(
    code: "expectation-contributor",
    message: BilingualText(
      de: "erwartet wird entweder „department“ oder „theme“",
      en: "either 'department' or 'theme' is expected"),
    hint: BilingualText(
      de: "Machen Sie aus beiden zwei Einträge, oder ergänzen Sie den fehlenden.",
      en: "Make two items of both, or add the missing one."))

  static let noSubjects = FieldFault(
    code: "empty-list",
    message: BilingualText(
      de: "mindestens eine Kennung wird gebraucht", en: "at least one id is needed"),
    hint: BilingualText(
      de: "Nennen Sie, wofür die Ausnahme gilt, etwa [innovativ, kultur].",
      en: "Name what the exception is for, e.g. [innovativ, kultur]."))
}
