public import Portfolio

extension RegistrationStep {
  /// What the answer is called in a summary of all of them.
  public var name: BilingualText {
    switch self {
    case .title: BilingualText(de: "Titel", en: "Title")
    case .summary: BilingualText(de: "Beschreibung", en: "Summary")
    case .department: BilingualText(de: "Dienststelle", en: "Department")
    case .office: BilingualText(de: "Amt", en: "Office")
    case .status: BilingualText(de: "Stand", en: "Status")
    case .start: BilingualText(de: "Beginn", en: "Start")
    case .end: BilingualText(de: "Ende", en: "End")
    case .themes: BilingualText(de: "Themenkomplexe", en: "Themes")
    case .guideline: BilingualText(de: "Leitlinie", en: "Guideline")
    case .rationale: BilingualText(de: "Begründung", en: "Rationale")
    case .contact: BilingualText(de: "Postfach", en: "Mailbox")
    case .secondary: BilingualText(de: "Weitere Leitlinien", en: "Further guidelines")
    case .audience: BilingualText(de: "Zielgruppen", en: "Audience")
    case .partners: BilingualText(de: "Partner", en: "Partners")
    case .requires: BilingualText(de: "Braucht Basisdienste", en: "Requires services")
    case .provides: BilingualText(de: "Stellt Basisdienste bereit", en: "Provides services")
    case .strategy: BilingualText(de: "Teilstrategie", en: "Sub-strategy")
    case .amount: BilingualText(de: "Budget", en: "Budget")
    case .visibility: BilingualText(de: "Sichtbarkeit", en: "Visibility")
    case .links: BilingualText(de: "Arbeitet zusammen mit", en: "Works together with")
    }
  }

  /// The question.
  public var question: BilingualText {
    switch self {
    case .title:
      BilingualText(de: "Wie heißt das Projekt?", en: "What is the project called?")
    case .summary:
      BilingualText(
        de: "Was tut es, und für wen? Zwei, drei Sätze genügen.",
        en: "What does it do, and for whom? Two or three sentences will do.")
    case .department:
      BilingualText(
        de: "Welche Dienststelle ist zuständig?", en: "Which department is in charge?")
    case .office:
      BilingualText(de: "Welches Amt innerhalb der Dienststelle?", en: "Which office within it?")
    case .status:
      BilingualText(de: "Wie weit ist es?", en: "How far is it?")
    case .start:
      BilingualText(
        de: "Wann hat es begonnen, oder wann soll es beginnen?",
        en: "When did it start, or when is it to start?")
    case .end:
      BilingualText(
        de: "Wann ist es beendet, oder wann soll es enden?",
        en: "When did it end, or when is it to end?")
    case .themes:
      BilingualText(
        de: "Zu welchen Themenkomplexen gehört es? Das wichtigste zuerst.",
        en: "Which themes does it belong to? The main one first.")
    case .guideline:
      BilingualText(
        de: "Welcher Leitlinie dient es vor allem?", en: "Which guideline does it mainly serve?")
    case .rationale:
      BilingualText(
        de: "Warum dient es dieser Leitlinie? Ein Satz.",
        en: "Why does it serve that guideline? One sentence.")
    case .contact:
      BilingualText(
        de: "Unter welchem Funktionspostfach ist es zu erreichen?",
        en: "Through which mailbox can it be reached?")
    case .secondary:
      BilingualText(
        de: "Dient es nebenbei weiteren Leitlinien?",
        en: "Does it serve further guidelines besides?")
    case .audience:
      BilingualText(de: "Für wen ist es gedacht?", en: "Whom is it for?")
    case .partners:
      BilingualText(
        de: "Wer außerhalb der Stadtverwaltung macht mit?",
        en: "Who takes part from outside the city's administration?")
    case .requires:
      BilingualText(de: "Welche Basisdienste braucht es?", en: "Which services does it need?")
    case .provides:
      BilingualText(
        de: "Welche Basisdienste stellt es anderen bereit?",
        en: "Which services does it provide to others?")
    case .strategy:
      BilingualText(
        de: "Zu welcher Teilstrategie gehört es?", en: "Which sub-strategy does it belong to?")
    case .amount:
      BilingualText(de: "Wie viel Geld ist vorgesehen (Euro)?", en: "What is its budget (euros)?")
    case .visibility:
      BilingualText(de: "Wer darf es sehen?", en: "Who may see it?")
    case .links:
      BilingualText(
        de: "Arbeitet es mit anderen Projekten zusammen?",
        en: "Does it work together with other projects?")
    }
  }
}
