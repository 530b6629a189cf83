internal import Portfolio

/// How far a project is, in one sentence.
struct ProjectStanding {
  private let snapshot: Snapshot
  private let project: Int

  init(_ project: Int, in snapshot: Snapshot) {
    self.project = project
    self.snapshot = snapshot
  }

  var sentence: BilingualText {
    let (title, owner) = (snapshot.title(of: project), snapshot.ownerName(of: project))
    return BilingualText(
      de: "\(title.german) (\(owner.german)) \(predicate.german).",
      en: "\(title.english) (\(owner.english)) \(predicate.english).")
  }

  private var predicate: BilingualText {
    let period = snapshot.projects[project].period
    let end = snapshot.end(of: project).map { Quarter(containing: $0).description }
    let start = period?.start.map(\.wording)
    switch snapshot.phase(of: project) {
    case .running:
      guard let end else {
        return BilingualText(de: "läuft, Ende offen", en: "is running, end open")
      }
      return BilingualText(de: "läuft bis \(end)", en: "is running until \(end)")
    case .planned:
      guard let start else { return BilingualText(de: "ist geplant", en: "is planned") }
      return BilingualText(
        de: "ist geplant, Beginn: \(start.german)", en: "is planned, start: \(start.english)")
    case .idea: return BilingualText(de: "ist eine Idee", en: "is an idea")
    case .unknown:
      return BilingualText(de: "nennt keinen Stand", en: "states no status")
    case .ended: return BilingualText(de: "ist abgeschlossen", en: "is finished")
    case .discontinued: return BilingualText(de: "ist eingestellt", en: "is discontinued")
    }
  }
}
