/// Why projects cannot be bundled. Nothing has been changed then.
public enum BundleError: Error, Hashable {
  /// There is no project in use with this id.
  case unknown(String)
  case oneProject(String)
  /// The joint project is itself part of one of the two.
  case circle(String, partOf: String)
  /// From this title no id can be made.
  case untitled(String)

  public var text: BilingualText {
    switch self {
    case .unknown(let id):
      BilingualText(de: "Projekt „\(id)“ gibt es nicht.", en: "There is no project '\(id)'.")
    case .oneProject(let id):
      BilingualText(
        de: "Beide Ids nennen dasselbe Projekt („\(id)“).",
        en: "Both ids name the same project ('\(id)').")
    case .circle(let parent, let part):
      BilingualText(
        de: "„\(parent)“ ist selbst Teil von „\(part)“ und kann nicht dessen Ganzes sein.",
        en: "'\(parent)' is part of '\(part)' itself and cannot be its whole.")
    case .untitled(let title):
      BilingualText(
        de: "Aus dem Titel „\(title)“ lässt sich keine Id bilden; er braucht Buchstaben.",
        en: "No id can be made from the title '\(title)'; it needs letters.")
    }
  }
}

/// What a bundling did.
public struct BundleOutcome: Sendable, Hashable {
  /// Id of the joint project.
  public let parent: String
  /// Whether it was registered on this occasion.
  public let isNew: Bool
}

/// What undoing a bundling did.
public struct UnbundleOutcome: Sendable, Hashable {
  /// Id of the joint project.
  public let parent: String
  /// Whether it went again, because the decision had registered it and nobody has used it since.
  public let isRemoved: Bool
}

extension Portfolio {
  /// The joint project of a bundling.
  public enum BundleParent: Sendable, Hashable {
    /// One that is registered, by its id.
    case registered(String)
    /// A new one; of the first project's department unless told.
    case new(title: String, department: String?)
  }

  /// Makes two projects parts of a joint one. The decision that does so has both sides' word, so
  /// the links need no further confirmation.
  ///
  /// - Throws: `BundleError`
  @discardableResult
  public mutating func bundle(
    _ one: String, _ other: String, under parent: BundleParent, date: PartialDate?
  ) throws(BundleError) -> BundleOutcome {
    let places = (try bundled(one), try bundled(other))
    guard places.0 != places.1 else { throw .oneProject(projects[places.0].id) }
    let (parentPlace, isNew) = try place(of: parent, first: places.0)
    let id = projects[parentPlace].id
    for place in [places.0, places.1] where place != parentPlace {
      guard !isPart(parentPlace, of: place) else {
        throw .circle(id, partOf: projects[place].id)
      }
    }
    for place in [places.0, places.1] where place != parentPlace {
      guard !isDirectPart(place, of: parentPlace) else { continue }
      projects[place].links.append(
        Link(project: id, kind: .partOf, proposed: date, confirmed: date))
    }
    return BundleOutcome(parent: id, isNew: isNew)
  }

  /// Undoes a bundling that a verdict stands for: takes back the links that it made, and the joint
  /// project if the verdict registered it and it is still as it was made. A part that has been
  /// merged since loses its link as well, and so do those that took it over.
  ///
  /// - Parameter verdict: one with outcome `bundle` that is no longer among the portfolio's.
  @discardableResult
  public mutating func unbundle(_ verdict: Verdict) -> UnbundleOutcome? {
    guard let id = verdict.bundle, let parent = try? bundled(id) else { return nil }
    let name = projects[parent].id
    for part in [verdict.first, verdict.second] { takeBack(verdict, from: part) }
    let isRemoved = verdict.createdBundle && name == id && isUnused(parent)
    if isRemoved { projects.remove(at: parent) }
    return UnbundleOutcome(parent: name, isRemoved: isRemoved)
  }

  /// Follows the trace from the part to the project in use for which it stands.
  private mutating func takeBack(_ verdict: Verdict, from part: String) {
    var (id, seen) = (part, Set<String>())
    while seen.insert(id).inserted,
      let place = mergedProjects.firstIndex(where: { $0.id == id || $0.formerly.contains(id) })
    {
      mergedProjects[place].links = links(of: mergedProjects[place], without: verdict)
      guard let target = mergedProjects[place].merged?.into else { return }
      id = target
    }
    guard let place = try? place(of: id) else { return }
    projects[place].links = links(of: projects[place], without: verdict)
    // What another decision has made of a project that is merged into it counts for it, too.
    let survivors = survivors()
    for other in mergedProjects.indices where mergedProjects[other].merged?.into == id {
      var takeover = Takeover(from: mergedProjects[other], to: projects[place]) {
        survivors[$0] ?? $0
      }
      for item in MergeField.links.items(of: mergedProjects[other])
      where item.hasPrefix(LinkKind.partOf.rawValue) {
        takeover.take(item, of: .links)
      }
      projects[place] = takeover.survivor
      for taken in takeover.taken { mergedProjects[other].merged?.note(taken) }
    }
  }

  /// Takes the link away that the verdict made; where another one bundles the very project into
  /// the same whole, the link is now that one's.
  private func links(of project: Project, without verdict: Verdict) -> [Link] {
    let heir = verdicts.first { other in
      other.outcome == .bundle && isSameRecord(other.bundle, verdict.bundle)
        && [other.first, other.second].contains { isSameRecord($0, project.id) }
    }
    return project.links.compactMap { link in
      guard link.isMade(by: verdict), isSameRecord(link.project, verdict.bundle) else {
        return link
      }
      guard let heir else { return nil }
      var link = link
      (link.proposed, link.confirmed) = (heir.date, heir.date)
      return link
    }
  }

  /// Whether two ids are of one record, whatever it was merged into.
  private func isSameRecord(_ one: String?, _ other: String?) -> Bool {
    guard let one, let other else { return false }
    return one == other || record(of: one) == record(of: other)
  }

  private func record(of id: String) -> String {
    let all = projects + mergedProjects
    if all.contains(where: { $0.id == id }) { return id }
    return all.first { $0.formerly.contains(id) }?.id ?? id
  }

  private func bundled(_ id: String) throws(BundleError) -> Int {
    guard let place = try? place(of: survivors()[id] ?? id) else { throw .unknown(id) }
    return place
  }

  private mutating func place(
    of parent: BundleParent, first: Int
  ) throws(BundleError) -> (place: Int, isNew: Bool) {
    switch parent {
    case .registered(let id): return (try bundled(id), false)
    case .new(let title, let department):
      guard let slug = Slug.proposal(for: title) else { throw .untitled(title) }
      projects.append(
        Project(
          id: freeID(slug), title: title, department: department ?? projects[first].department,
          status: .idea))
      return (projects.count - 1, true)
    }
  }

  /// The slug, or the first of `slug-2`, `slug-3` … that no project has or had.
  private func freeID(_ slug: String) -> String {
    let all = projects + mergedProjects
    let taken = Set(all.map(\.id)).union(all.flatMap(\.formerly))
    guard taken.contains(slug) else { return slug }
    var number = 2
    while taken.contains("\(slug)-\(number)") { number += 1 }
    return "\(slug)-\(number)"
  }

  private func isDirectPart(_ part: Int, of whole: Int) -> Bool {
    let ids = Set([projects[whole].id] + projects[whole].formerly)
    return projects[part].links.contains {
      $0.kind == .partOf && $0.declined == nil && ids.contains($0.project)
    }
  }

  /// On whatever way; a project is no part of itself.
  private func isPart(_ part: Int, of whole: Int) -> Bool {
    var seen: Set<Int> = []
    var queue = [part]
    while let place = queue.popLast() {
      for link in projects[place].links where link.kind == .partOf && link.declined == nil {
        guard let next = try? bundled(link.project) else { continue }
        if next == whole { return true }
        if seen.insert(next).inserted { queue.append(next) }
      }
    }
    return false
  }

  /// Whether it is as a decision makes it, and nothing refers to it.
  private func isUnused(_ place: Int) -> Bool {
    let project = projects[place]
    var bare = Project(
      id: project.id, title: project.title, department: project.department, status: .idea)
    bare.location = project.location
    guard project == bare else { return false }
    return !(projects + mergedProjects).contains { other in
      other.links.contains { $0.project == project.id } || other.merged?.into == project.id
    }
      && !verdicts.contains { [$0.first, $0.second, $0.bundle].contains(project.id) }
      && !measures.contains { $0.projects.contains(project.id) }
  }
}

extension Link {
  /// Whether it is as the bundling made it.
  fileprivate func isMade(by verdict: Verdict) -> Bool {
    kind == .partOf && note == nil && declined == nil && proposed == verdict.date
      && confirmed == verdict.date
  }
}
