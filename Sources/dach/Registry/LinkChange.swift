import Portfolio

/// A change of what one project says about its links to another.
struct LinkChange: Sendable {
  enum Action: Sendable {
    case state(LinkKind, note: String?)
    /// Confirms what the other one states, else states that the two coordinate.
    case stateOrConfirm
    /// The links of this kind, or of all kinds.
    case confirm(LinkKind?)
    /// Says no to them, with the reason.
    case decline(LinkKind?, reason: String)
    case remove(LinkKind?)
  }

  /// Ids as typed.
  private let source: String
  private let target: String
  private let action: Action

  init(from source: String, to target: String, _ action: Action) {
    self.source = source
    self.target = target
    self.action = action
  }

  /// - Throws: `UnknownName`, `RefusedChange`
  func apply(to draft: inout RegistryDraft) throws {
    let source = try draft.project(named: source)
    switch action {
    case .state(let kind, let note):
      try state(kind, note, from: source, to: draft.project(named: target), in: &draft)
    case .stateOrConfirm:
      try stateOrConfirm(from: source, to: draft.project(named: target), in: &draft)
    case .confirm(let kind):
      try confirm(kind, from: source, to: draft.project(named: target), in: &draft)
    case .decline(let kind, let reason):
      try decline(kind, reason, from: source, to: draft.project(named: target), in: &draft)
    case .remove(let kind): try remove(kind, from: source, in: &draft)
    }
  }

  /// Places in the source's list of those links that lead to the target, by whatever id.
  private func links(
    from source: Int, to target: Int, _ kind: LinkKind? = nil, in draft: RegistryDraft
  ) -> [Int] {
    let links = draft.portfolio.projects[source].links
    return links.indices.filter {
      draft.index(of: links[$0].project) == target && (kind == nil || links[$0].kind == kind)
    }
  }

  private func state(
    _ kind: LinkKind, _ note: String?, from source: Int, to target: Int,
    in draft: inout RegistryDraft
  ) throws {
    let id = draft.portfolio.projects[target].id
    let present = links(from: source, to: target, kind, in: draft).first
    try draft.change(source) { project in
      guard let present else {
        return project.links.append(
          Link(project: id, kind: kind, note: note, proposed: .today))
      }
      // Who states a declined link once more proposes it anew.
      if project.links[present].declined != nil {
        project.links[present].declined = nil
        project.links[present].proposed = .today
      }
      if let note, note != project.links[present].note {
        throw RefusedChange(
          de: "„\(project.id)“ nennt diese Verbindung zu „\(id)“ schon, mit anderer Erläuterung; "
            + "nehmen Sie sie erst mit --remove zurück.",
          en: "'\(project.id)' states this link to '\(id)' already, with another note; take it "
            + "back with --remove first.")
      }
    }
  }

  private func stateOrConfirm(
    from source: Int, to target: Int, in draft: inout RegistryDraft
  ) throws {
    if !links(from: target, to: source, in: draft).isEmpty {
      try confirm(nil, from: target, to: source, in: &draft)
    } else if links(from: source, to: target, in: draft).isEmpty {
      try state(.coordinatesWith, nil, from: source, to: target, in: &draft)
    } else {
      draft.change(source) { _ in }
    }
  }

  /// Links that were declined for this reason before keep their date.
  private func decline(
    _ kind: LinkKind?, _ reason: String, from source: Int, to target: Int,
    in draft: inout RegistryDraft
  ) throws {
    let places = links(from: source, to: target, kind, in: draft)
    guard !places.isEmpty, let today = PartialDate.today else {
      throw Self.nothing(
        to: BilingualText(de: "abzulehnen", en: "decline"), from: source, to: target, in: draft)
    }
    draft.change(source) { project in
      for place in places where project.links[place].declined?.reason != reason {
        project.links[place].declined = Refusal(date: today, reason: reason)
        project.links[place].confirmed = nil
      }
    }
  }

  private static func nothing(
    to verb: BilingualText, from source: Int, to target: Int, in draft: RegistryDraft
  ) -> RefusedChange {
    let (one, other) = (draft.portfolio.projects[source].id, draft.portfolio.projects[target].id)
    return RefusedChange(
      de: "„\(one)“ nennt keine solche Verbindung zu „\(other)“; es gibt nichts \(verb.german).",
      en: "'\(one)' states no such link to '\(other)'; there is nothing to \(verb.english).")
  }

  /// Links that were confirmed before keep their date.
  private func confirm(
    _ kind: LinkKind?, from source: Int, to target: Int, in draft: inout RegistryDraft
  ) throws {
    let places = links(from: source, to: target, kind, in: draft)
    guard !places.isEmpty else {
      throw Self.nothing(
        to: BilingualText(de: "zu bestätigen", en: "confirm"), from: source, to: target, in: draft)
    }
    draft.change(source) { project in
      for place in places where project.links[place].confirmed == nil {
        project.links[place].confirmed = .today
        project.links[place].declined = nil
      }
    }
  }

  /// Its target need not be registered: such links above all are to be taken back.
  private func remove(
    _ kind: LinkKind?, from source: Int, in draft: inout RegistryDraft
  ) throws {
    let unchanged = draft
    let leadsThere = { (link: Link) in unchanged.areSame(link.project, target) }
    if !draft.portfolio.projects[source].links.contains(where: leadsThere) {
      _ = try draft.project(named: target)
    }
    draft.change(source) { project in
      project.links.removeAll { leadsThere($0) && (kind == nil || $0.kind == kind) }
    }
  }
}
