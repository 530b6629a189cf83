internal import Portfolio
internal import TextMatching

/// Different undertakings whose names cannot be told apart.
public enum NameCollision: Rule {
  public static let documentation = RuleDocumentation(
    name: "duplicate/name-collision",
    severity: .warning,
    title: BilingualText(de: "Verwechselbarer Name", en: "Confusable name"),
    flags: BilingualText(
      de: """
        Zwei Projekte, deren Titel bis auf Schreibweise und allgemeine Wörter („digital“, \
        „Portal“) gleich sind, obwohl es verschiedene Vorhaben sind; und ein Eintrag, der eine \
        schon vergebene Kennung beansprucht hat. Die Regel schweigt über Reihen (Jahre, Runden) \
        und über verknüpfte und entschiedene Paare.
        """,
      en: """
        Two projects whose titles are the same but for spelling and general words (“digital”, \
        “portal”), although they are different undertakings; and a record that asked for an id \
        already taken. The rule keeps silent about series (years, rounds) and about linked and \
        decided pairs.
        """),
    reason: BilingualText(
      de: "Gleiche Namen führen in Beschlüssen, Haushalt und Öffentlichkeit zu Verwechslungen.",
      en: "Like names lead to confusion in decisions, budgets and public."),
    remedy: BilingualText(
      de: """
        Geben Sie einem der Titel einen Zusatz, etwa den Namen der Dienststelle; bei einer \
        doppelten Kennung geben Sie dem zweiten Eintrag eine eigene. Sollen die Namen bleiben, \
        halten Sie das fest: `dach decide PROJEKT ANDERES different --reason "…"`.
        """,
      en: """
        Add to one of the titles, such as the department's name; where an id was taken, give the \
        second record one of its own. If the names are to stay, record that: \
        `dach decide PROJECT OTHER different --reason "…"`.
        """),
    example: BilingualText(
      de: "„Kundenportal“ der Stadtwerke und „Kundenportal“ der Volkshochschule.",
      en: "The utilities' “Customer portal” and the adult education centre's “Customer portal”."))

  /// More projects than this under one name are compared with the first of them only, so that a
  /// registry of "Website" records does not grow a quadratic list.
  private static let largestGroup = 20

  public static let comparesPairs = true

  public static func findings(in snapshot: Snapshot) -> [Finding] {
    let analysis = snapshot.pairs
    let rule = PairFinding(snapshot: snapshot, rule: documentation)
    let claims = claimedPairs(snapshot)
    let duplicates = Set(analysis.comparisons(.duplicate).map(\.pair))
    let alike = alikeTitles(snapshot).filter { !duplicates.contains($0) && !claims.contains($0) }
    return claims.sorted().map { claim($0, rule, analysis) }
      + alike.sorted().map { collision($0, rule, analysis) }
  }

  /// The records that asked for a taken id, with the record that has it.
  private static func claimedPairs(_ snapshot: Snapshot) -> Set<ProjectPair> {
    var pairs: Set<ProjectPair> = []
    for index in snapshot.projects.indices {
      guard let id = snapshot.projects[index].claims,
        let holder = snapshot.projectTable[id], holder != index
      else { continue }
      let pair = ProjectPair(holder, index)
      if !PairRelation(pair, in: snapshot).isDecided { pairs.insert(pair) }
    }
    return pairs
  }

  private static func alikeTitles(_ snapshot: Snapshot) -> [ProjectPair] {
    var groups: [String: [(project: Int, key: TitleKey)]] = [:]
    for index in snapshot.projects.indices {
      let key = TitleKey(snapshot.projects[index].title)
      groups[key.words, default: []].append((index, key))
    }
    return groups.values.filter { $0.count > 1 }.flatMap { group in
      pairs(of: group).filter { left, right in
        guard !left.key.isSeries(with: right.key) else { return false }
        let relation = PairRelation(ProjectPair(left.project, right.project), in: snapshot)
        return !relation.isLinked && !relation.isDecided
      }.map { ProjectPair($0.project, $1.project) }
    }
  }

  private static func pairs<Member>(of group: [Member]) -> [(Member, Member)] {
    guard group.count <= largestGroup else { return group.dropFirst().map { (group[0], $0) } }
    return group.indices.flatMap { index in
      group[(index + 1)...].map { (group[index], $0) }
    }
  }

  private static func collision(
    _ pair: ProjectPair, _ rule: PairFinding, _ analysis: PairAnalysis
  ) -> Finding {
    let wording = PairWording(snapshot: rule.snapshot, analysis: analysis, pair: pair)
    let (both, contacts) = (wording.both, wording.contacts)
    return rule.make(
      score: nil, wording: wording,
      message: BilingualText(
        de: """
          \(both.german) heißen gleich oder fast gleich, sind nach ihren Angaben aber verschiedene \
          Vorhaben.
          """,
        en: """
          \(both.english) have the same or nearly the same name, but by their records are different \
          undertakings.
          """),
      action: BilingualText(
        de: """
          Vereinbaren Sie einen Zusatz für einen der Titel.\(contacts.german) Bleiben die Namen: \
          `\(wording.command(.different))`.
          """,
        en: """
          Agree on an addition to one of the titles.\(contacts.english) If the names stay: \
          `\(wording.command(.different))`.
          """))
  }

  private static func claim(
    _ pair: ProjectPair, _ rule: PairFinding, _ analysis: PairAnalysis
  ) -> Finding {
    let wording = PairWording(snapshot: rule.snapshot, analysis: analysis, pair: pair)
    let projects = rule.snapshot.projects
    let id = projects[pair.first].claims ?? projects[pair.second].claims ?? ""
    let (both, contacts) = (wording.both, wording.contacts)
    return rule.make(
      score: nil, wording: wording,
      message: BilingualText(
        de: "\(both.german) wurden unter derselben Kennung „\(id)“ gemeldet; beide sind erhalten.",
        en: "\(both.english) were registered under the same id “\(id)”; both are kept."),
      action: BilingualText(
        de: """
          Klären Sie, ob es ein Vorhaben ist (`\(wording.command(.duplicate))`), oder geben Sie \
          dem zweiten eine eigene Kennung.\(contacts.german)
          """,
        en: """
          Settle whether it is one undertaking (`\(wording.command(.duplicate))`), or give the \
          second an id of its own.\(contacts.english)
          """))
  }
}
