import Portfolio

/// The two projects of a decision, as records: a merged project is told apart from the one that
/// goes on, where that is what the decision is about.
struct DecidedPair {
  /// Present ids.
  let first: String
  let second: String

  /// - Throws: `UnknownName`, `RefusedChange` where both are the same.
  init(_ one: String, _ other: String, in draft: RegistryDraft) throws {
    var ids = (try draft.record(named: one), try draft.record(named: other))
    let areMergedTogether = draft.areSame(ids.0, ids.1)
    if areMergedTogether, ids.0 == ids.1 {
      throw RefusedChange(
        de: "Beide Ids nennen dasselbe Projekt; eine Entscheidung betrifft zwei.",
        en: "Both ids name the same project; a decision is about two.")
    }
    // Towards a third project, the one that goes on stands for the merged one.
    if !areMergedTogether {
      ids = (try draft.presentID(of: ids.0), try draft.presentID(of: ids.1))
    }
    (first, second) = ids
  }

  /// Which of the two was merged into the other, however many mergers lie between.
  func merged(in portfolio: Portfolio) -> (id: String, into: String)? {
    for id in [first, second] {
      let other = id == first ? second : first
      var (place, seen) = (id, Set<String>())
      while seen.insert(place).inserted,
        let target = portfolio.mergedProjects.first(where: { $0.id == place })?.merged?.into
      {
        let record = portfolio.projects.first { $0.id == target || $0.formerly.contains(target) }
        place = record?.id ?? target
        if place == other { return (id, target) }
      }
    }
    // Both went into a third one.
    return portfolio.mergedProjects.first { $0.id == first }?.merged.map { (first, $0.into) }
  }

  /// Place of the latest verdict on one of the two questions.
  func latest(_ settlesDuplicate: Bool, in draft: RegistryDraft) -> Int? {
    let verdicts = draft.portfolio.verdicts
    let places = verdicts.indices.filter {
      verdicts[$0].outcome.settlesDuplicate == settlesDuplicate && isOn(verdicts[$0], in: draft)
    }
    return places.max { verdicts[$0].isOutlived(by: verdicts[$1]) }
  }

  /// Place of the verdict that is to be taken back; nil where there is none.
  ///
  /// - Throws: `RefusedChange` where it takes an outcome to tell which.
  func undone(_ outcome: Verdict.Outcome?, in draft: RegistryDraft) throws -> Int? {
    if let outcome {
      let latest = latest(outcome.settlesDuplicate, in: draft)
      return latest.flatMap { draft.portfolio.verdicts[$0].outcome == outcome ? $0 : nil }
    }
    let places = [true, false].compactMap { latest($0, in: draft) }
    guard places.count < 2 else {
      let outcomes = places.map { draft.portfolio.verdicts[$0].outcome.rawValue }
      throw RefusedChange(
        de: "Über beide ist zweierlei entschieden; nennen Sie, was Sie zurücknehmen: "
          + outcomes.map { "dach decide \(first) \(second) \($0) --undo" }.joined(separator: ", "),
        en: "Two things are decided on the two; name which one to take back: "
          + outcomes.map { "dach decide \(first) \(second) \($0) --undo" }.joined(separator: ", "))
    }
    return places.first
  }

  private func isOn(_ verdict: Verdict, in draft: RegistryDraft) -> Bool {
    if draft.areSame(first, second) {
      // Within one merged project, ids have to be told apart by record.
      let ids = [verdict.first, verdict.second].map { (try? draft.record(named: $0)) ?? $0 }
      return Set(ids) == [first, second]
    }
    return (draft.areSame(verdict.first, first) && draft.areSame(verdict.second, second))
      || (draft.areSame(verdict.first, second) && draft.areSame(verdict.second, first))
  }

  /// What both say about themselves now, the one that `id` stands for first.
  func basis(in draft: RegistryDraft, first id: String? = nil) -> VerdictBasis? {
    guard var one = draft.index(of: first), var other = draft.index(of: second) else { return nil }
    if let id, draft.areSame(id, second), !draft.areSame(id, first) { swap(&one, &other) }
    return VerdictBasis(
      first: VerdictBasis.Side(draft.portfolio.projects[one]),
      second: VerdictBasis.Side(draft.portfolio.projects[other]))
  }
}

extension Verdict {
  /// Whether the other one, which stands after it, counts instead: of equal dates the last does.
  fileprivate func isOutlived(by other: Verdict) -> Bool {
    guard let date else { return true }
    guard let otherDate = other.date else { return false }
    return date.lastDay <= otherDate.lastDay
  }
}

extension RegistryDraft {
  /// The present id of the record that has or had this id, in use or merged.
  ///
  /// - Throws: `UnknownName`
  func record(named id: String) throws -> String {
    let all = portfolio.projects + portfolio.mergedProjects
    if all.contains(where: { $0.id == id }) { return id }
    if let record = all.first(where: { $0.formerly.contains(id) }) { return record.id }
    throw UnknownName.project(id, in: portfolio)
  }

  /// The id of the project in use for which this one stands.
  ///
  /// - Throws: `UnknownName`
  func presentID(of id: String) throws -> String { portfolio.projects[try project(named: id)].id }

  /// Whether a project in use has or had this id, rather than a merged one.
  func isInUse(_ id: String) -> Bool {
    portfolio.projects.contains { $0.id == id || $0.formerly.contains(id) }
  }
}
