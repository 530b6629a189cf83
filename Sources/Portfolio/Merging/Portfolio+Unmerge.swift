extension Portfolio {
  /// Undoes a merger: the merged project is back as it was, and what the other one took over from
  /// it goes again, except what has been edited since.
  ///
  /// What a further merged project has as well passes to that one's account, so that mergers can be
  /// undone in any order.
  ///
  /// - Throws: `MergeError`
  @discardableResult
  public mutating func unmerge(_ id: String) throws(MergeError) -> UnmergeOutcome {
    guard let place = mergedProjects.firstIndex(where: { $0.id == id }),
      let merger = mergedProjects[place].merged
    else { throw .notMerged(id) }
    let survivorPlace = try survivorPlace(of: merger, mergedFrom: id)
    var restored = mergedProjects.remove(at: place)
    restored.merged = nil
    var undoing = Unmerging(
      survivor: projects[survivorPlace], restored: restored,
      others: mergedProjects.filter { $0.merged.map(leads(to: survivorPlace)) ?? false },
      survivors: survivors())
    for taken in merger.taken.reversed() { undoing.takeBack(taken) }
    projects[survivorPlace] = undoing.survivor
    for other in undoing.others {
      if let place = mergedProjects.firstIndex(where: { $0.id == other.id }) {
        mergedProjects[place] = other
      }
    }
    projects.append(restored)
    return UnmergeOutcome(
      survivor: undoing.survivor.id, restored: id, kept: undoing.kept.reversed())
  }

  private func survivorPlace(of merger: Merger, mergedFrom id: String) throws(MergeError) -> Int {
    if let place = try? place(of: merger.into) { return place }
    if let next = mergedProjects.first(where: { $0.id == merger.into })?.merged?.into {
      throw .survivorMerged(merger.into, into: next)
    }
    throw .stranded(id, into: merger.into)
  }

  private func leads(to place: Int) -> (Merger) -> Bool {
    let ids = Set([projects[place].id] + projects[place].formerly)
    return { ids.contains($0.into) }
  }
}

/// Takes back from a project what it took over from another.
private struct Unmerging {
  var survivor: Project
  let restored: Project
  /// Further projects merged into the same one, in the order in which that happened.
  var others: [Project]
  let survivors: [String: String]
  private(set) var kept: [TakenValue] = []

  init(
    survivor: Project, restored: Project, others: [Project], survivors: [String: String]
  ) {
    self.survivor = survivor
    self.restored = restored
    self.others = others
    self.survivors = survivors
  }

  mutating func takeBack(_ taken: TakenValue) {
    if let item = taken.item {
      takeBack(item, of: taken.field)
    } else {
      takeBackValue(taken)
    }
  }

  private mutating func takeBack(_ item: String, of field: MergeField) {
    // Somebody has taken it away already.
    guard field.items(of: survivor).contains(item) else { return }
    guard field.isSame(item, in: survivor, and: restored) else {
      return kept.append(TakenValue(field, item: item))
    }
    field.remove(item, from: &survivor)
    let likeness = field.likeness(of: item, resolve: resolve)
    refill { [resolve] takeover, other in
      for candidate in field.items(of: other)
      where field.likeness(of: candidate, resolve: resolve) == likeness {
        takeover.take(candidate, of: field)
      }
    }
  }

  private mutating func takeBackValue(_ taken: TakenValue) {
    let field = taken.field
    let value = field.value(of: restored)
    guard field.value(of: survivor) == value else {
      // A later merger has replaced it: what stood before is now that merger's to put back.
      for place in others.indices {
        guard
          let entry = others[place].merged?.taken.firstIndex(where: {
            $0.field == field && $0.item == nil && $0.replaced == value && value != nil
          })
        else { continue }
        others[place].merged?.taken[entry].replaced = taken.replaced
        return
      }
      if field.value(of: survivor) != nil { kept.append(TakenValue(field)) }
      return
    }
    // An office that has come since stands or falls with its department.
    if field == .department, taken.replaced != nil, kept.contains(TakenValue(.office)) {
      return kept.append(TakenValue(field))
    }
    if field == .department, taken.replaced == nil, survivor.office != nil {
      guard let place = others.firstIndex(where: { $0.department == value }) else {
        return kept.append(TakenValue(field))
      }
      others[place].merged?.note(TakenValue(field))
      return
    }
    field.set(taken.replaced, of: &survivor)
    if taken.replaced == nil { refill { takeover, _ in takeover.takeValue(of: field) } }
  }

  /// Lets the other merged projects give what has become free, the first of them first.
  private mutating func refill(_ take: (inout Takeover, Project) -> Void) {
    for place in others.indices {
      var takeover = Takeover(from: others[place], to: survivor, resolve: resolve)
      take(&takeover, others[place])
      survivor = takeover.survivor
      for taken in takeover.taken { others[place].merged?.note(taken) }
    }
  }

  private var resolve: (String) -> String { { [survivors] id in survivors[id] ?? id } }
}
