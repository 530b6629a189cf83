/// The pairs that may need each other for other reasons than a like text: found by what few
/// projects share, so that the number of pairs stays in proportion to the number of projects.
struct LinkCandidates {
  /// A list that more projects share brings nobody together, and is skipped.
  private static let longest = 20
  /// The same for audiences, technologies and partners, which say less than a service.
  private static let longestOfValues = 10

  private let context: LinkContext
  private var snapshot: Snapshot { context.snapshot }

  init(_ context: LinkContext) { self.context = context }

  /// In order, each once.
  func pairs() -> [ProjectPair] {
    let values = context.pairs.context
    var pairs = [values.partners, values.audience, values.technologies].flatMap { field in
      field.projects.rows.flatMap {
        Self.pairs(among: Array(field.projects[$0]), atMost: Self.longestOfValues)
      }
    }
    pairs += supplies() + provisions() + commonLinks() + likeProjects()
    pairs.sort()
    return pairs.enumerated().filter { $0.offset == 0 || pairs[$0.offset - 1] != $0.element }
      .map(\.element)
  }

  private static func pairs(among projects: [Int], atMost limit: Int) -> [ProjectPair] {
    guard projects.count > 1, projects.count <= limit else { return [] }
    return projects.indices.flatMap { index in
      projects[(index + 1)...].compactMap {
        $0 == projects[index] ? nil : ProjectPair(projects[index], $0)
      }
    }
  }

  /// The providers of a service with those who require it or one with a like name.
  private func supplies() -> [ProjectPair] {
    snapshot.providersOfService.rows.flatMap { service -> [ProjectPair] in
      let providers = snapshot.providersOfService[service]
      guard providers.count <= Self.longest else { return [] }
      return context.services.alike(service).flatMap { required in
        snapshot.requirersOfService[required].flatMap { requirer in
          providers.filter { $0 != requirer }.map { ProjectPair($0, requirer) }
        }
      }
    }
  }

  /// The providers of one service, and of services with like names.
  private func provisions() -> [ProjectPair] {
    snapshot.providersOfService.rows.flatMap { service in
      Self.pairs(
        among: context.services.alike(service).flatMap { Array(snapshot.providersOfService[$0]) },
        atMost: Self.longest)
    }
  }

  /// The projects that are linked with the same one.
  private func commonLinks() -> [ProjectPair] {
    snapshot.projects.indices.flatMap {
      Self.pairs(among: Array(Set(context.linked(with: $0))), atMost: Self.longest)
    }
  }

  /// Each project with those that its nearest ones are linked with, supply or use.
  private func likeProjects() -> [ProjectPair] {
    snapshot.projects.indices.flatMap { project in
      context.nearest.of(project).flatMap { near in
        Set(partners(of: near.project)).filter { $0 != project }.map { ProjectPair(project, $0) }
      }
    }
  }

  private func partners(of project: Int) -> [Int] {
    let linked = context.linked(with: project)
    let lists =
      [linked[...]]
      + snapshot.servicesProvidedByProject[project].map { snapshot.requirersOfService[$0] }
      + snapshot.servicesRequiredByProject[project].map { snapshot.providersOfService[$0] }
    return lists.filter { $0.count <= Self.longest }.flatMap { $0 }
  }
}
