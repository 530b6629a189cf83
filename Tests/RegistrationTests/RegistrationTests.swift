import Portfolio
import Testing

@testable import Registration

@Suite("Answers of a registration")
struct RegistrationTests {
  private func registration(
    _ answers: [(RegistrationStep, String)]
  ) throws -> Registration {
    var registration = Registration(in: Town.portfolio)
    for (step, text) in answers { try registration.answer(text, to: step) }
    return registration
  }

  private static let all: [(RegistrationStep, String)] = [
    (.title, "Digitales Bauamt"), (.summary, "Bauanträge werden online gestellt."),
    (.department, "Referat VI"), (.office, "bauordnung"), (.status, "läuft"), (.start, "Q2/2024"),
    (.end, "Q2/2026"), (.themes, "freizeit, Verwaltung"), (.guideline, "bürgernah"),
    (.rationale, "Kein Weg zum Amt."), (.contact, "bau@stadt.example"), (.secondary, "Grün"),
    (.audience, "Bauherren, Familien"),
    (.partners, "Hochschule (Wissenschaft), Musterwerk GmbH (Wirtschaft), Verein (BUND)"),
    (.requires, "Bürgerkonto; E-Payment"), (.amount, "1.234,50 €"), (.visibility, "öffentlich"),
    (.links, "Onleihe"),
  ]

  @Test("make the project that was meant")
  func project() throws {
    let project = try registration(Self.all).project
    #expect(project.title == "Digitales Bauamt")
    #expect(project.department == "bau" && project.office == "bauordnung")
    #expect(project.status == .running)
    #expect(project.period?.start?.description == "2024-04")
    #expect(project.period?.end?.description == "2026-06")
    #expect(project.themes == ["freizeit", "verwaltung"])
    #expect(
      project.alignments == [
        Alignment(
          guideline: "buergernah", role: .primary, rationale: "Kein Weg zum Amt.", revision: 2),
        Alignment(guideline: "gruen", role: .secondary, revision: 1),
      ])
    #expect(
      project.partners == [
        Partner(name: "Hochschule", sector: .science),
        Partner(name: "Musterwerk GmbH", sector: .business), Partner(name: "Verein (BUND)"),
      ])
    #expect(project.requires == ["konto", "zahlung"])
    #expect(project.budget?.cents == 123_450)
    #expect(project.visibility == Visibility(level: .public))
    #expect(project.links == [Link(project: "onleihe", kind: .coordinatesWith)])
  }

  @Test("are understood again as they are kept")
  func kept() throws {
    let registration = try registration(Self.all)
    let again = Registration(in: Town.portfolio, answers: registration.answers)
    #expect(again.project == registration.project)
    #expect(again.answers == registration.answers)
    #expect(again.answers.count == Self.all.count)
  }

  @Test(
    "that cannot be are refused and change nothing",
    arguments: [
      (RegistrationStep.department, "Tiefbau"), (.status, "bald"), (.start, "gestern"),
      (.end, "2020"), (.contact, "bau"), (.contact, "sabine.muster@stadt.example"),
      (.amount, "viel"), (.themes, "Verwaltung, Sport"), (.department, "referat"),
    ])
  func refused(step: RegistrationStep, text: String) throws {
    var registration = try registration(Self.all)
    let before = registration.answers
    #expect(throws: RefusedAnswer.self) { try registration.answer(text, to: step) }
    #expect(registration.answers == before)
  }

  @Test("that fit several choices name them")
  func several() throws {
    var registration = try registration([])
    do {
      try registration.answer("referat", to: .department)
      Issue.record("'referat' is no department")
    } catch {
      #expect(error.choices.map(\.id) == ["bau", "kultur", "schule"])
    }
  }

  @Test("on the office and the reason go with the department and the guideline")
  func dependent() throws {
    var registration = try registration(Self.all)
    try registration.answer("kultur", to: .department)
    try registration.answer("gruen", to: .guideline)
    #expect(!registration.isAnswered(.office) && !registration.isAnswered(.rationale))
    #expect(!registration.steps.contains(.office))
    #expect(registration.steps.contains(.rationale))
  }

  @Test("every question has its words in both languages, and a reason")
  func wording() {
    for step in RegistrationStep.allCases {
      for text in [step.name, step.question, step.reason] {
        #expect(!text.german.isEmpty && !text.english.isEmpty, "\(step)")
      }
      #expect(step.question.german != step.question.english, "\(step)")
    }
  }

  @Test(
    "ids come from the title's first words and are never taken twice",
    arguments: [
      ("Digitales Bauamt", "digitales-bauamt"), ("Onleihe", "onleihe-bau"), ("???", "projekt"),
      (
        "Elektronische Vergabe von Kindergartenplätzen in allen Stadtteilen",
        "elektronische-vergabe-von"
      ),
    ])
  func ids(title: String, id: String) {
    #expect(ProjectID.proposal(for: title, department: "bau", in: Town.portfolio) == id)
  }
}
