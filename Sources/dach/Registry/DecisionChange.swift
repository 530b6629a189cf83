import Portfolio

/// A decision on two projects, or the taking back of one, with all that follows from it.
struct DecisionChange: Sendable {
  enum Action: Sendable {
    case record(Consequence)
    /// Takes the decision back; where both questions are decided, the one of this outcome.
    case undo(Verdict.Outcome?)
    /// The other department's answer to `cooperate`.
    case confirm
    case decline(reason: String)
  }

  /// What a decision does to the projects themselves.
  enum Consequence: Sendable {
    case none
    /// Merges the two into the one with this id.
    case merge(into: String, taking: Set<MergeField>, keeping: Set<MergeField>)
    case bundle(Portfolio.BundleParent)
  }

  /// With the ids as typed.
  private let verdict: Verdict
  private let action: Action

  init(_ verdict: Verdict, _ action: Action) {
    self.verdict = verdict
    self.action = action
  }

  /// - Throws: `UnknownName`, `RefusedChange`, `MergeError`, `BundleError`
  func apply(to draft: inout RegistryDraft) throws -> DecisionEffect {
    let pair = try DecidedPair(verdict.first, verdict.second, in: draft)
    var effect = DecisionEffect(first: pair.first, second: pair.second)
    switch action {
    case .record(let consequence):
      effect.concernsDuplicates = verdict.outcome.settlesDuplicate
      try record(consequence, on: pair, in: &draft, &effect)
    case .undo(let outcome):
      try undo(outcome, on: pair, in: &draft, &effect)
    case .confirm:
      try answer(on: pair, in: &draft) { verdict in
        verdict.confirmed = verdict.confirmed ?? .today
        verdict.declined = nil
      }
    case .decline(let reason):
      guard let today = PartialDate.today else { break }
      try answer(on: pair, in: &draft) { verdict in
        guard verdict.declined?.reason != reason else { return }
        verdict.declined = Refusal(date: today, reason: reason)
        verdict.confirmed = nil
      }
    }
    effect.after = draft.portfolio
    return effect
  }

  // MARK: Recording

  private func record(
    _ consequence: Consequence, on pair: DecidedPair, in draft: inout RegistryDraft,
    _ effect: inout DecisionEffect
  ) throws {
    if let merged = pair.merged(in: draft.portfolio) {
      // What is merged already needs no second decision, and another one only after an undo.
      if case .merge(let target, _, _) = consequence, draft.areSame(target, merged.into) { return }
      if verdict.outcome == .duplicate, case .none = consequence { return }
      throw MergeError.alreadyMerged(merged.id, into: merged.into)
    }
    let decided = try put(consequence, on: pair, in: &draft)
    effect.recorded = decided
    switch consequence {
    case .none: break
    case .merge(let target, let taking, let keeping):
      let merged = draft.areSame(target, pair.first) ? pair.second : pair.first
      let survivor = draft.areSame(target, pair.first) ? pair.first : pair.second
      guard draft.areSame(target, survivor) else {
        throw RefusedChange(
          de: "--into nennt eines der beiden Projekte: „\(pair.first)“ oder „\(pair.second)“.",
          en: "--into names one of the two projects: '\(pair.first)' or '\(pair.second)'.")
      }
      effect.merge = try draft.changeAll { portfolio in
        try portfolio.merge(
          merged, into: survivor, by: decided.by, date: decided.date, reason: decided.reason,
          taking: taking, keeping: keeping)
      }
    case .bundle(let parent):
      if decided.bundle != nil { return }
      effect.bundle = try draft.changeAll { portfolio in
        let outcome = try portfolio.bundle(
          pair.first, pair.second, under: parent.resolved(in: portfolio), date: decided.date)
        if let place = portfolio.verdicts.firstIndex(of: decided) {
          portfolio.verdicts[place].bundle = outcome.parent
          portfolio.verdicts[place].createdBundle = outcome.isNew
        }
        return outcome
      }
    }
  }

  /// Puts the verdict in the place of the latest one on the same question, where there is one; one
  /// that says the same of the same texts already keeps its date.
  private func put(
    _ consequence: Consequence, on pair: DecidedPair, in draft: inout RegistryDraft
  ) throws -> Verdict {
    var verdict = verdict
    verdict.first = pair.first
    verdict.second = pair.second
    verdict.by = verdict.by.map { draft.portfolio.departmentID(of: $0) ?? $0 }
    verdict.date = .today
    guard let latest = pair.latest(verdict.outcome.settlesDuplicate, in: draft) else {
      verdict.basis = pair.basis(in: draft)
      draft.put(verdict, at: nil)
      return verdict
    }
    let earlier = draft.portfolio.verdicts[latest]
    if let parent = earlier.bundle, !isSameBundle(consequence, as: parent, in: draft) {
      throw RefusedChange(
        de: "„\(pair.first)“ und „\(pair.second)“ sind in „\(parent)“ gebündelt. Nehmen Sie das "
          + "erst zurück: dach decide \(pair.first) \(pair.second) --undo",
        en: "'\(pair.first)' and '\(pair.second)' are bundled in '\(parent)'. Undo that first: "
          + "dach decide \(pair.first) \(pair.second) --undo")
    }
    // The ids under which it was taken stay, so that its record stays the same one; unless one of
    // them is now a merged project's, whose text is no longer what is decided on.
    if earlier.bundle != nil || draft.isInUse(earlier.first) && draft.isInUse(earlier.second) {
      verdict.first = earlier.first
      verdict.second = earlier.second
    }
    // By the date the links are known that a bundling made.
    if earlier.bundle != nil { verdict.date = earlier.date }
    verdict.basis = pair.basis(in: draft, first: verdict.first)
    verdict.location = earlier.location
    verdict.bundle = earlier.bundle
    verdict.createdBundle = earlier.createdBundle
    var same = verdict
    same.date = earlier.date
    same.confirmed = earlier.confirmed
    if same == earlier { verdict = earlier }
    draft.put(verdict, at: latest)
    return verdict
  }

  private func isSameBundle(
    _ consequence: Consequence, as parent: String, in draft: RegistryDraft
  ) -> Bool {
    guard verdict.outcome == .bundle else { return false }
    return switch consequence {
    case .bundle(.registered(let id)): draft.areSame(id, parent)
    case .bundle(.new(let title, _)):
      draft.index(of: parent).map { draft.portfolio.projects[$0].title == title } ?? false
    case .none, .merge: true
    }
  }

  // MARK: Taking back and answering

  private func undo(
    _ outcome: Verdict.Outcome?, on pair: DecidedPair, in draft: inout RegistryDraft,
    _ effect: inout DecisionEffect
  ) throws {
    let place = try pair.undone(outcome, in: draft)
    let merged = pair.merged(in: draft.portfolio)
    let verdict = place.map { draft.portfolio.verdicts[$0] }
    (effect.unmerge, effect.unbundle) = try draft.changeAll { portfolio in
      if let place { portfolio.verdicts.remove(at: place) }
      var (unmerge, unbundle): (UnmergeOutcome?, UnbundleOutcome?) = (nil, nil)
      if let merged, verdict?.outcome.settlesDuplicate ?? true {
        unmerge = try portfolio.unmerge(merged.id)
      }
      if let verdict, verdict.outcome == .bundle { unbundle = portfolio.unbundle(verdict) }
      return (unmerge, unbundle)
    }
    effect.withdrawn = verdict
    effect.concernsDuplicates = verdict?.outcome.settlesDuplicate ?? (merged != nil)
  }

  private func answer(
    on pair: DecidedPair, in draft: inout RegistryDraft, _ change: (inout Verdict) -> Void
  ) throws {
    guard let place = pair.latest(false, in: draft),
      draft.portfolio.verdicts[place].outcome == .cooperate
    else {
      throw RefusedChange(
        de: "Über „\(pair.first)“ und „\(pair.second)“ ist nicht entschieden, dass sie "
          + "zusammenarbeiten; es gibt nichts zu beantworten.",
        en: "It has not been decided that '\(pair.first)' and '\(pair.second)' work together; "
          + "there is nothing to answer.")
    }
    var verdict = draft.portfolio.verdicts[place]
    change(&verdict)
    draft.put(verdict, at: place)
  }
}

extension Portfolio.BundleParent {
  /// With the department by its id.
  ///
  /// - Throws: `UnknownName`
  fileprivate func resolved(in portfolio: Portfolio) throws -> Self {
    guard case .new(let title, let department?) = self else { return self }
    return .new(title: title, department: try portfolio.departmentID(named: department))
  }
}
