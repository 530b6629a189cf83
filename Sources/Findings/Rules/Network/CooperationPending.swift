internal import Portfolio

/// network/cooperation-pending: it was decided to work together, and nothing has come of it.
enum CooperationPending: Rule {
  static let documentation = RuleDocumentation(
    name: "network/cooperation-pending", severity: .warning,
    title: BilingualText(
      de: "Beschlossene Zusammenarbeit steht aus", en: "Agreed cooperation has not begun"),
    flags: BilingualText(
      de: """
        Zwei Projekte, über die `cooperate` entschieden wurde und die nach Ablauf der Frist (90 \
        Tage, einstellbar als `cooperateWithinDays`) weder verbunden noch Teile eines gemeinsamen \
        Projekts sind; ohne Frist, wenn die andere Dienststelle die Zusammenarbeit abgelehnt hat. \
        Die Regel schweigt, wenn eines der Projekte beendet ist oder das Datum der Entscheidung \
        nicht vermerkt ist.
        """,
      en: """
        Two projects on which `cooperate` was decided and which, after the time for it (90 days, to \
        be set as `cooperateWithinDays`), are neither linked nor parts of one project; at once \
        where the other department has declined. The rule keeps silent when one of the projects is \
        over or the date of the decision is not recorded.
        """),
    reason: BilingualText(
      de: "Ein Beschluss, dem nichts folgt, erledigt die Frage nur auf dem Papier.",
      en: "A decision that nothing follows settles the question on paper only."),
    remedy: BilingualText(
      de: """
        Tragen Sie ein, wie die Projekte zusammenhängen (`dach link PROJEKT ANDERES`), oder \
        entscheiden Sie neu: `dach decide PROJEKT ANDERES notNeeded --reason "…"`. Arbeiten beide \
        ohne Verbindung im Register zusammen, lautet es `alreadyDo`.
        """,
      en: """
        State how the projects are connected (`dach link PROJECT OTHER`), or decide anew: \
        `dach decide PROJECT OTHER notNeeded --reason "…"`. If both work together without a link \
        in the registry, it is `alreadyDo`.
        """),
    example: BilingualText(
      de: """
        Im März wurde entschieden, dass die Stadtbibliothek und das Bildungsbüro ihre \
        Terminbuchung gemeinsam weiterentwickeln. Im August ist noch nichts eingetragen.
        """,
      en: """
        In March it was decided that the library and the education office develop their booking \
        together. In August nothing has been stated yet.
        """))

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.decidedPairs.compactMap { pair in
      guard let cooperation = Cooperation(on: pair, in: snapshot),
        snapshot.isActive(pair.first), snapshot.isActive(pair.second)
      else { return nil }
      switch cooperation.state {
      case .done: return nil
      case .declined(let refusal):
        return finding(
          snapshot, cooperation,
          BilingualText(
            de: " Abgelehnt (\(refusal.date.wording.german)): \(quoted(refusal).german).",
            en: " Declined (\(refusal.date.wording.english)): \(quoted(refusal).english)."))
      case .agreed, .proposed:
        guard let date = cooperation.verdict.date,
          date.lastDay.days(until: snapshot.asOf) > snapshot.settings.cooperateWithinDays
        else { return nil }
        return finding(snapshot, cooperation, outstanding(cooperation, in: snapshot))
      }
    }
  }

  private static func quoted(_ refusal: Refusal) -> BilingualText { Quotation.of(refusal.reason) }

  private static func outstanding(
    _ cooperation: Cooperation, in snapshot: Snapshot
  ) -> BilingualText {
    let unlinked = BilingualText(
      de: " Eine Verbindung ist noch nicht eingetragen.", en: " No link has been stated yet.")
    guard case .proposed(let awaited?) = cooperation.state else { return unlinked }
    let name = snapshot.departments[awaited].name
    return BilingualText(
      de: unlinked.german + " \(name) hat noch nicht geantwortet.",
      en: unlinked.english + " \(name) has not answered yet.")
  }

  private static func finding(
    _ snapshot: Snapshot, _ cooperation: Cooperation, _ outcome: BilingualText
  ) -> Finding {
    let projects = [cooperation.pair.first, cooperation.pair.second]
      .sorted { snapshot.projects[$0].id < snapshot.projects[$1].id }
    let ids = projects.map { snapshot.projects[$0].id }.joined(separator: " ")
    let named = projects.map { project in
      let (title, owner) = (snapshot.title(of: project), snapshot.ownerName(of: project))
      return BilingualText(
        de: "\(title.german) (\(owner.german))", en: "\(title.english) (\(owner.english))")
    }
    let decided = decision(cooperation.verdict, in: snapshot)
    return snapshot.finding(
      documentation, about: projects.map(snapshot.subject),
      departments: snapshot.owners(of: projects),
      location: cooperation.verdict.location ?? snapshot.projects[projects[0]].location,
      message: BilingualText(
        de: "\(named[0].german) und \(named[1].german) sollen zusammenarbeiten\(decided.german)."
          + outcome.german,
        en: "\(named[0].english) and \(named[1].english) are to work together\(decided.english)."
          + outcome.english),
      action: BilingualText(
        de: """
          Tragen Sie die Verbindung ein (`dach link \(ids)`), oder entscheiden Sie neu \
          (`dach decide \(ids) notNeeded --reason "…"`).
          """,
        en: """
          State the link (`dach link \(ids)`), or decide anew \
          (`dach decide \(ids) notNeeded --reason "…"`).
          """))
  }

  /// ` (entschieden am 3. März 2026, Wirtschaftsreferat: „…“)`
  private static func decision(_ verdict: Verdict, in snapshot: Snapshot) -> BilingualText {
    let by = verdict.by.map { name in
      snapshot.departmentTable[name].map { snapshot.departments[$0].name } ?? name
    }
    let reason = verdict.reason.map(Quotation.of)
    let date = verdict.date?.wording
    let german = [date?.german, by, reason?.german].compactMap { $0 }
    let english = [date?.english, by, reason?.english].compactMap { $0 }
    guard !german.isEmpty else { return BilingualText(de: "", en: "") }
    return BilingualText(
      de: " (entschieden: \(german.joined(separator: ", ")))",
      en: " (decided: \(english.joined(separator: ", ")))")
  }
}
