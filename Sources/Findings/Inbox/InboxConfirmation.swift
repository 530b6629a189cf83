internal import Portfolio

/// Projects of which the owner has not said for too long that what is registered is still true.
enum InboxConfirmation {
  static func item(of department: Int, in snapshot: Snapshot) -> Inbox.Item? {
    let limit = snapshot.asOf.advanced(byDays: -snapshot.settings.staleAfterDays)
    let stale = snapshot.activeProjects.filter { project in
      guard snapshot.department(of: project) == department else { return false }
      guard let confirmed = snapshot.projects[project].confirmed else { return true }
      return confirmed.lastDay < limit
    }
    guard !stale.isEmpty else { return nil }
    let names = Enumeration.of(stale.prefix(3).map { snapshot.title(of: $0) })
    let count = Quantity.projects(stale.count)
    let rest = stale.count > 3
    let id = snapshot.departments[department].id
    return Inbox.Item(
      kind: .confirm, rule: ProjectStale.documentation.name,
      severity: ProjectStale.documentation.severity,
      message: BilingualText(
        de: """
          Zu bestätigen \(stale.count == 1 ? "ist" : "sind") die Angaben zu \
          \(stale.count == 1 ? "einem Projekt" : "\(stale.count) Projekten")\
          \(rest ? ", darunter" : ":") \(names.german).
          """,
        en: """
          What is registered about \(count.english) is to be confirmed\(rest ? ", among them" : ":") \
          \(names.english).
          """),
      action: BilingualText(
        de: """
          Sehen Sie sie durch (`dach list --department \(id)`), ändern Sie, was nicht mehr stimmt \
          (`dach update ID`), und bestätigen Sie den Rest: `dach confirm --department \(id)`.
          """,
        en: """
          Look through them (`dach list --department \(id)`), change what is no longer true \
          (`dach update ID`), and confirm the rest: `dach confirm --department \(id)`.
          """),
      projects: Array(stale), since: nil, count: stale.count)
  }
}
