internal import Portfolio

/// What other departments wait for.
enum InboxAnswers {
  /// Links to the department's projects that it has not answered, the oldest first.
  static func links(to department: Int, in snapshot: Snapshot) -> [Inbox.Item] {
    let own = snapshot.activeProjects.filter { snapshot.department(of: $0) == department }
    return own.flatMap { target in
      bySource(snapshot.linksToProject[target]).compactMap { links in
        guard links.allSatisfy({ $0.state == .proposed }), snapshot.isActive(links[0].source),
          snapshot.crossesDepartments(links[0].source, target)
        else { return nil }
        return item(links, in: snapshot)
      }
    }.sorted { age($0, snapshot) > age($1, snapshot) }
  }

  /// In days; what is not dated has waited longest.
  private static func age(_ item: Inbox.Item, _ snapshot: Snapshot) -> Int {
    item.since.map { $0.firstDay.days(until: snapshot.asOf) } ?? .max
  }

  private static func bySource(_ links: some Sequence<ResolvedLink>) -> [[ResolvedLink]] {
    var groups: [[ResolvedLink]] = []
    for link in links {
      if let place = groups.firstIndex(where: { $0[0].source == link.source }) {
        groups[place].append(link)
      } else {
        groups.append([link])
      }
    }
    return groups
  }

  private static func item(_ links: [ResolvedLink], in snapshot: Snapshot) -> Inbox.Item {
    let link = links[0]
    let (title, own) = (snapshot.title(of: link.source), snapshot.title(of: link.target))
    let owner = snapshot.ownerName(of: link.source)
    let command =
      "dach link \(snapshot.projects[link.source].id) \(snapshot.projects[link.target].id)"
    return Inbox.Item(
      kind: .answerLink, rule: nil, severity: .warning,
      message: BilingualText(
        de:
          "\(title.german) (\(owner.german)) \(link.kind.label.german) Ihrem Projekt \(own.german).",
        en:
          "\(title.english) (\(owner.english)) \(link.kind.label.english) your project \(own.english)."
      ),
      action: BilingualText(
        de: "Stimmt das, dann `\(command) --confirm`, sonst `\(command) --decline --reason \"…\"`.",
        en: "If that is so, `\(command) --confirm`, else `\(command) --decline --reason \"…\"`."),
      projects: [link.target], since: snapshot.proposed(links), count: 1)
  }

  /// Cooperations that another department has decided and this one has not answered.
  static func cooperations(of department: Int, in snapshot: Snapshot) -> [Inbox.Item] {
    snapshot.decidedPairs.compactMap { pair in
      guard let cooperation = Cooperation(on: pair, in: snapshot),
        cooperation.state == .proposed(awaiting: department)
      else { return nil }
      let own = snapshot.department(of: pair.first) == department ? pair.first : pair.second
      return item(
        cooperation, own: own, other: own == pair.first ? pair.second : pair.first, snapshot)
    }
  }

  private static func item(
    _ cooperation: Cooperation, own: Int, other: Int, _ snapshot: Snapshot
  ) -> Inbox.Item {
    let (title, otherTitle) = (snapshot.title(of: own), snapshot.title(of: other))
    let owner = snapshot.ownerName(of: other)
    let command =
      "dach decide \(snapshot.projects[own].id) \(snapshot.projects[other].id) cooperate"
    return Inbox.Item(
      kind: .answerCooperation, rule: nil, severity: .warning,
      message: BilingualText(
        de: """
          \(owner.german) möchte, dass \(otherTitle.german) und Ihr Projekt \(title.german) \
          zusammenarbeiten.
          """,
        en: """
          \(owner.english) would like \(otherTitle.english) and your project \(title.english) to work \
          together.
          """),
      action: BilingualText(
        de: "Einverstanden: `\(command) --confirm`, sonst `\(command) --decline --reason \"…\"`.",
        en: "If you agree: `\(command) --confirm`, else `\(command) --decline --reason \"…\"`."),
      projects: [own], since: cooperation.verdict.date, count: 1)
  }
}
