public import Findings
public import Portfolio
public import Reports

/// Asks a department whether what is registered about its projects is still true: one question for
/// each project whose record looks out of date, and one for all the others.
public struct ConfirmationDialogue {
  public struct Outcome: Sendable, Hashable {
    /// Ids of projects that are registered as they are.
    public var confirmed: [String]
    /// Ids of projects that have another status by now.
    public var changed: [String: ProjectStatus] = [:]
    /// Ids of projects left for later.
    public var open: [String] = []

    public init(confirmed: [String] = []) { self.confirmed = confirmed }
  }

  private enum Answer {
    case asItIs, later, stop
    case status(ProjectStatus)
  }

  /// Stands for a status that the record may have missed.
  private static let letters: [(letter: Character, status: ProjectStatus)] = [
    ("l", .running), ("f", .completed), ("e", .discontinued),
  ]
  private static let doubtful = "gap/project-overdue"

  private let snapshot: Snapshot
  private let department: String
  private let language: Language
  private let style: TerminalStyle
  private let console: any DialogueConsole

  /// - Parameter department: its id.
  public init(
    of department: String, in snapshot: Snapshot, language: Language, style: TerminalStyle,
    console: any DialogueConsole
  ) {
    self.snapshot = snapshot
    self.department = department
    self.language = language
    self.style = style
    self.console = console
  }

  /// What was answered, up to where the user stopped.
  public func run() -> Outcome {
    let own = snapshot.projects.filter { $0.department == department }
    var outcome = Outcome()
    let doubts = doubts(about: Set(own.map(\.id)))
    let questioned = own.filter { doubts[$0.id] != nil }
    for (place, project) in questioned.enumerated() {
      ask(about: project, doubts[project.id], "\(place + 1)/\(questioned.count)")
      switch answer(project) {
      case .asItIs: outcome.confirmed.append(project.id)
      case .later: outcome.open.append(project.id)
      case .status(let status): outcome.changed[project.id] = status
      case .stop:
        outcome.open += own.map(\.id).filter { !outcome.has($0) }
        return outcome
      }
    }
    let others = own.filter { doubts[$0.id] == nil }
    if !others.isEmpty, agrees(to: others) {
      outcome.confirmed += others.map(\.id)
    } else {
      outcome.open += others.map(\.id)
    }
    return outcome
  }

  /// Why records look out of date, by the projects' ids.
  private func doubts(about projects: Set<String>) -> [String: Finding] {
    let findings = Check(kinds: [.gap]).run(snapshot).findings
      .filter { $0.rule == Self.doubtful }
    return Dictionary(
      findings.flatMap { finding in finding.subjects.map { ($0.id, finding) } }
        .filter { projects.contains($0.0) },
      uniquingKeysWith: { first, _ in first })
  }

  private func ask(about project: Project, _ doubt: Finding?, _ place: String) {
    write("\n" + style.paint("\(place)  \(project.title)", .heading))
    if let doubt { write("     " + doubt.message[language]) }
    let choices =
      [BilingualText(de: "j stimmt so", en: "y right as it is")[language]]
      + statuses(for: project).map { "\($0.letter) \($0.status.label[language])" }
      + [BilingualText(de: "Enter später", en: "Enter later")[language]]
    console.write("     " + choices.joined(separator: " · ") + " > ")
  }

  private func statuses(
    for project: Project
  ) -> [(letter: Character, status: ProjectStatus)] {
    Self.letters.filter { $0.status != project.status }
  }

  private func answer(_ project: Project) -> Answer {
    while true {
      switch DialogueInput(console.readLine()) {
      case .skip: return .later
      case .pause: return .stop
      case .text(let text):
        guard text.count == 1, let letter = text.lowercased().first else { break }
        if letter == "j" || letter == "y" { return .asItIs }
        if let choice = statuses(for: project).first(where: { $0.letter == letter }) {
          return .status(choice.status)
        }
      default: break
      }
      console.write(
        BilingualText(
          de: "     Bitte einen der Buchstaben oder Enter > ",
          en: "     Please one of the letters, or Enter > ")[language])
    }
  }

  private func agrees(to others: [Project]) -> Bool {
    let count = others.count
    write("")
    for project in others {
      let status = project.status.map { " (\($0.label[language]))" } ?? ""
      write("  • " + project.title + style.paint(status, .quiet))
    }
    let question =
      count == 1
      ? BilingualText(
        de: "Stimmt, was über dieses Projekt registriert ist? [j/N] > ",
        en: "Is what is registered about this project right? [y/N] > ")
      : BilingualText(
        de: "Stimmt, was über diese \(count) Projekte registriert ist? [j/N] > ",
        en: "Is what is registered about these \(count) projects right? [y/N] > ")
    console.write(question[language])
    guard case .text(let text) = DialogueInput(console.readLine()) else { return false }
    return ["j", "ja", "y", "yes"].contains(text.lowercased())
  }

  private func write(_ text: String) { console.write(text + "\n") }
}

extension ConfirmationDialogue.Outcome {
  fileprivate func has(_ id: String) -> Bool {
    confirmed.contains(id) || changed[id] != nil || open.contains(id)
  }
}
