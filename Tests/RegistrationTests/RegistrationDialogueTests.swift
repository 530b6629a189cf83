import Portfolio
import Reports
import Testing

@testable import Registration

@Suite("The dialogue of a registration")
struct RegistrationDialogueTests {
  /// What was said, and what was kept last.
  private struct Conversation {
    let outcome: RegistrationDialogue.Outcome
    let transcript: String
    let kept: [RegistrationStep: String]
    let isComplete: Bool
  }

  private final class Kept {
    var answers: [RegistrationStep: String] = [:]
  }

  private func converse(
    _ lines: [String], after answers: [RegistrationStep: String] = [:],
    in language: Language = .german
  ) -> Conversation {
    let console = ScriptedConsole(lines)
    let kept = Kept()
    var dialogue = RegistrationDialogue(
      Registration(in: Town.portfolio, answers: answers), asOf: Town.day, language: language,
      style: .plain, console: console
    ) { kept.answers = $0 }
    let outcome = dialogue.run()
    return Conversation(
      outcome: outcome, transcript: console.transcript, kept: kept.answers,
      isComplete: console.isExhausted)
  }

  private static let short = [
    "Digitales Bauamt", "Bauanträge werden online gestellt.", "1", "", "2", "2026", "", "1", "1",
    "Kein Weg zum Amt.", "bau@stadt.example", "n",
  ]

  @Test("ends with the project that was described")
  func confirmed() throws {
    let conversation = converse(Self.short + ["j"])
    guard case .confirmed(let project) = conversation.outcome else {
      Issue.record("\(conversation.outcome)\n\(conversation.transcript)")
      return
    }
    #expect(conversation.isComplete)
    #expect(project.title == "Digitales Bauamt" && project.department == "bau")
    #expect(project.status == .planned && project.themes == ["verwaltung"])
    #expect(project.alignments.map(\.rationale) == ["Kein Weg zum Amt."])
    #expect(project.contact == "bau@stadt.example")
  }

  @Test("warns of what is registered already, right after title and description")
  func similar() {
    let conversation = converse([
      "Onleihe der Stadtbibliothek", "Bücher und Hörbücher der Bibliothek online ausleihen.",
    ])
    #expect(conversation.outcome == .paused)
    #expect(conversation.transcript.contains("[onleihe]"))
  }

  @Test("goes back, explains, corrects, and says how an answer was understood")
  func correction() {
    let conversation = converse(
      ["Bauamt", "<", "Digitales Bauamt", "?", "", "", "kult", "<", "<", "<", "<", ".", ""])
    #expect(conversation.kept[.title] == "Digitales Bauamt")
    #expect(conversation.kept[.department] == "kultur")
    #expect(conversation.transcript.contains("→ Kulturreferat"))
    #expect(
      conversation.transcript.contains("Daran wird erkannt, ob es das schon gibt"))
  }

  @Test("does not go on without title and department")
  func required() {
    let conversation = converse(["", "Titel", "", "", "", "2", "."])
    #expect(conversation.transcript.ranges(of: "lässt sich kein Projekt").count == 2)
    #expect(conversation.kept[.department] == "kultur")
  }

  @Test("shows a shorter list where an answer fits several, and takes a number of it")
  func narrowing() {
    let conversation = converse(["Titel", "", "referat", "3", "."])
    #expect(conversation.kept[.department] == "schule")
  }

  @Test("after an interruption goes on behind the last answer")
  func resumed() {
    let first = converse(Array(Self.short.prefix(3)))
    #expect(first.outcome == .paused)
    let second = converse(Array(Self.short.dropFirst(3)) + ["j"], after: first.kept)
    guard case .confirmed(let project) = second.outcome else {
      Issue.record("\(second.outcome)\n\(second.transcript)")
      return
    }
    #expect(second.isComplete)
    #expect(project.title == "Digitales Bauamt" && project.department == "bau")
    #expect(!second.transcript.contains("Wie heißt das Projekt?"))
  }

  @Test("lets every answer be changed by its number before it is registered")
  func review() {
    let conversation = converse(Self.short + ["1", "Bauamt digital", "99", "j"])
    guard case .confirmed(let project) = conversation.outcome else {
      Issue.record("\(conversation.outcome)\n\(conversation.transcript)")
      return
    }
    #expect(project.title == "Bauamt digital")
  }

  @Test("asks for details only who wants to give them, and can be discarded")
  func details() {
    let lines =
      Self.short.dropLast() + ["j", "2", "Familien", "Hochschule (Wissenschaft)", "1", "", "", "", "", "v"]
    let conversation = converse(Array(lines))
    #expect(conversation.outcome == .dropped)
    #expect(conversation.kept[.requires] == "konto")
    #expect(conversation.transcript.contains("Andere nennen: Familien, Schüler"))
  }

  @Test("speaks English, too")
  func english() {
    let conversation = converse(Self.short + ["y"], in: .english)
    guard case .confirmed = conversation.outcome else {
      Issue.record("\(conversation.outcome)")
      return
    }
    for word in ["Projekt", "Dienststelle", "fehlt", "Leitlinie"] {
      #expect(!conversation.transcript.contains(word), "\(word)")
    }
  }
}
