extension Portfolio {
  /// Merges one project into another. What the first has and the second lacks goes over; where
  /// both say something else, the second's word stays, unless told otherwise. The first is
  /// archived as it was, and its ids stand for the second from now on.
  ///
  /// - Parameters:
  ///   - taking: single values in which the merged project's word is preferred.
  ///   - keeping: `visibility`, where it is known that contents become more widely visible.
  /// - Throws: `MergeError`
  @discardableResult
  public mutating func merge(
    _ id: String, into survivorID: String, by: String? = nil, date: PartialDate? = nil,
    reason: String? = nil, taking: Set<MergeField> = [], keeping: Set<MergeField> = []
  ) throws(MergeError) -> MergeOutcome {
    if let earlier = mergedProjects.first(where: { $0.id == id }), let merger = earlier.merged {
      throw .alreadyMerged(id, into: merger.into)
    }
    let place = try place(of: id)
    let survivorPlace = try self.place(of: survivorID)
    guard place != survivorPlace else { throw .oneProject(projects[place].id) }
    let merged = projects[place]
    if merged.isHidden(morethan: projects[survivorPlace]), !taking.contains(.visibility),
      !keeping.contains(.visibility)
    {
      throw .exposes(merged.id, merged.visibility?.level ?? .confidential)
    }
    var takeover = Takeover(
      from: merged, to: projects[survivorPlace], preferring: taking,
      resolve: resolver(and: [merged] + [projects[survivorPlace]]))
    takeover.takeAll()
    projects[survivorPlace] = takeover.survivor
    var archived = merged
    archived.merged = Merger(
      into: takeover.survivor.id, by: by, date: date, reason: reason, taken: takeover.taken)
    projects.remove(at: place)
    mergedProjects.append(archived)
    return MergeOutcome(
      survivor: takeover.survivor.id, merged: merged.id,
      taken: takeover.taken.filter { $0.replaced == nil }, conflicts: takeover.conflicts)
  }

  /// Place of a project in use by one of its ids.
  func place(of id: String) throws(MergeError) -> Int {
    guard
      let place = projects.firstIndex(where: { $0.id == id })
        ?? projects.firstIndex(where: { $0.formerly.contains(id) })
    else { throw .unknown(id) }
    return place
  }

  /// The id of the project in use for any of its ids; of two projects that are being merged, both
  /// count as the second.
  private func resolver(and pair: [Project]) -> (String) -> String {
    var names = survivors()
    for project in projects where !project.formerly.isEmpty {
      for former in project.formerly where names[former] == nil { names[former] = project.id }
    }
    let survivor = pair[1].id
    for id in [pair[0].id] + pair[0].formerly { names[id] = survivor }
    return { [names] id in
      let current = names[id] ?? id
      return current == pair[0].id ? survivor : current
    }
  }
}

extension Project {
  /// Whether fewer may see it than the other one.
  fileprivate func isHidden(morethan other: Project) -> Bool {
    let levels: [Visibility.Level] = [.public, .internal, .confidential]
    guard let own = visibility?.level, let others = other.visibility?.level,
      let rank = levels.firstIndex(of: own), let othersRank = levels.firstIndex(of: others)
    else { return false }
    return rank > othersRank
  }
}

/// Brings what one project has and another lacks to the other.
struct Takeover {
  private let source: Project
  private(set) var survivor: Project
  private let preferred: Set<MergeField>
  private let resolve: (String) -> String
  private(set) var taken: [TakenValue] = []
  private(set) var conflicts: [MergeOutcome.Conflict] = []

  init(
    from source: Project, to survivor: Project, preferring preferred: Set<MergeField> = [],
    resolve: @escaping (String) -> String
  ) {
    self.source = source
    self.survivor = survivor
    self.preferred = preferred
    self.resolve = resolve
  }

  mutating func takeAll() {
    for field in MergeField.allCases {
      if field.isList {
        for item in field.items(of: source) { take(item, of: field) }
      } else {
        takeValue(of: field)
      }
    }
  }

  mutating func takeValue(of field: MergeField) {
    guard let value = field.value(of: source) else { return }
    guard let own = field.value(of: survivor) else {
      // An office is one of its department's.
      guard field != .office || source.department == survivor.department else { return }
      field.set(value, of: &survivor)
      taken.append(TakenValue(field))
      return
    }
    guard own != value else { return }
    let isReplaced = preferred.contains(field)
    conflicts.append(
      MergeOutcome.Conflict(
        field: field, kept: isReplaced ? value : own, other: isReplaced ? own : value,
        isReplaced: isReplaced))
    guard isReplaced else { return }
    field.set(value, of: &survivor)
    taken.append(TakenValue(field, replaced: own))
  }

  mutating func take(_ item: String, of field: MergeField) {
    let likeness = field.likeness(of: item, resolve: resolve)
    guard
      !field.items(of: survivor).contains(where: { own in
        field.likeness(of: own, resolve: resolve) == likeness
      })
    else { return }
    // A link between the two would lead to itself now.
    if field == .links, let target = item.split(separator: " ").last,
      resolve(String(target)) == survivor.id
    {
      return
    }
    field.append(item, of: source, to: &survivor)
    taken.append(TakenValue(field, item: item))
  }
}
