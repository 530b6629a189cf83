internal import Portfolio

/// A basic service that projects of a foundation sub-strategy provide.
struct ServiceSupply {
  let service: Int
  /// At least one: those that run first, then those that most others are linked with, since a
  /// reader is to be sent where the service is in use. Ideas provide nothing yet.
  let providers: [Int]
  private let departments: Set<Int>

  /// A project that requires the service, or builds its own.
  struct Use {
    let project: Int
    /// The provider that it uses: linked with it in either direction, except by `replaces`, or by
    /// way of a project that it is part of or builds on. Nil if it uses none.
    let provider: Int?
    /// Whether it provides the service itself, although it is no foundation.
    let buildsItsOwn: Bool
  }

  /// All basic services that a foundation provides, in order.
  static func all(in snapshot: Snapshot) -> [ServiceSupply] {
    snapshot.services.indices.compactMap { ServiceSupply($0, in: snapshot) }
  }

  private init?(_ service: Int, in snapshot: Snapshot) {
    let providers = snapshot.providersOfService[service]
      .filter { Self.isFoundation($0, in: snapshot) }
      .map { provider -> (project: Int, runs: Int, links: Int) in
        let runs = snapshot.phase(of: provider) == .running ? 0 : 1
        return (provider, runs, -snapshot.linksToProject[provider].count)
      }
      .sorted {
        ($0.runs, $0.links, snapshot.projects[$0.project].id)
          < ($1.runs, $1.links, snapshot.projects[$1.project].id)
      }
      .map(\.project)
    if providers.isEmpty { return nil }
    self.service = service
    self.providers = providers
    departments = Set(providers.compactMap { snapshot.department(of: $0) })
  }

  private static func isFoundation(_ project: Int, in snapshot: Snapshot) -> Bool {
    let phase = snapshot.phase(of: project)
    guard phase.countsForCoverage, phase != .idea, let strategy = snapshot.strategy(of: project)
    else { return false }
    return snapshot.subStrategies[strategy].isFoundation
  }

  /// The active projects that require the service or build their own, without the foundation's. A
  /// department that runs the service may build another one beside it: that is for it to know.
  func uses(in snapshot: Snapshot) -> [Use] {
    let partners = partners(in: snapshot)
    let known = Set(providers)
    let builders = snapshot.providersOfService[service].filter {
      !known.contains($0) && !isNeighbourOfProviders($0, in: snapshot)
        && !isInFoundation($0, in: snapshot)
    }
    let own = Set(snapshot.providersOfService[service])
    let requirers = snapshot.requirersOfService[service].filter { !own.contains($0) }
    return (requirers + builders).sorted().filter { snapshot.isActive($0) }.map { project in
      Use(
        project: project, provider: provider(usedBy: project, through: partners, in: snapshot),
        buildsItsOwn: own.contains(project))
    }
  }

  private func isNeighbourOfProviders(_ project: Int, in snapshot: Snapshot) -> Bool {
    snapshot.department(of: project).map(departments.contains) ?? false
  }

  private func isInFoundation(_ project: Int, in snapshot: Snapshot) -> Bool {
    snapshot.strategy(of: project).map { snapshot.subStrategies[$0].isFoundation } ?? false
  }

  private func provider(
    usedBy project: Int, through partners: [Int: Int], in snapshot: Snapshot
  ) -> Int? {
    if let provider = partners[project] { return provider }
    for link in snapshot.linksFromProject[project]
    where (link.kind == .partOf || link.kind == .buildsOn)
      && snapshot.phase(of: link.target).countsForCoverage
    {
      if let provider = partners[link.target] { return provider }
    }
    return nil
  }

  /// For each project that is linked with a provider, in either direction, the first such provider.
  private func partners(in snapshot: Snapshot) -> [Int: Int] {
    var partners: [Int: Int] = [:]
    for provider in providers {
      for link in snapshot.linksFromProject[provider] where link.kind != .replaces {
        if partners[link.target] == nil { partners[link.target] = provider }
      }
      for link in snapshot.linksToProject[provider] where link.kind != .replaces {
        if partners[link.source] == nil { partners[link.source] = provider }
      }
    }
    return partners
  }
}
