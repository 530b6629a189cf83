internal import Portfolio
internal import TextMatching

/// How much two projects have to do with each other by the services they provide and require.
///
/// In a list, people write the same service in different words, so like names count in part. A
/// registry's own services are told apart on purpose: there only the same one counts.
struct ServiceLikeness: Sendable {
  /// Less alike names are different services.
  private static let leastLikeness = 0.5
  /// A service that more projects provide brings nobody together: who needs it has enough to
  /// choose from.
  private static let mostProviders = 20

  private let snapshot: Snapshot
  /// The other services with a like name.
  private let alike: [Int: [Int: Double]]

  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    let listed = snapshot.services.indices.filter {
      snapshot.services[$0].id == snapshot.services[$0].name
    }
    let names = TextCorpus(listed.map { [WeightedText(snapshot.services[$0].name)] })
    var alike: [Int: [Int: Double]] = [:]
    for pair in SimilarityJoin(names, atLeast: Self.leastLikeness, workers: 1).pairs {
      let (left, right) = (listed[pair.left], listed[pair.right])
      let keys = [left, right].map { TitleKey(snapshot.services[$0].name) }
      // `Portal 1` and `Portal 2` are two.
      guard !keys[0].isSeries(with: keys[1]) else { continue }
      alike[left, default: [:]][right] = pair.similarity
      alike[right, default: [:]][left] = pair.similarity
    }
    self.alike = alike
  }

  /// Whether too many provide it to bring anybody together.
  func isCommon(_ service: Int) -> Bool {
    snapshot.providersOfService[service].count > Self.mostProviders
  }

  /// The service itself and those with a like name, ascending.
  func alike(_ service: Int) -> [Int] {
    ([service] + (alike[service] ?? [:]).keys).sorted()
  }

  /// How like the most similar services are of which one requires and the other provides one,
  /// 0…1; 1 is the same service.
  func supply(_ pair: ProjectPair) -> Double {
    max(
      supply(to: pair.first, by: pair.second), supply(to: pair.second, by: pair.first))
  }

  /// The same of two services that both provide, lowered where many provide them.
  func provision(_ pair: ProjectPair) -> Double {
    let others = snapshot.servicesProvidedByProject[pair.second]
    var best = 0.0
    for one in snapshot.servicesProvidedByProject[pair.first] {
      for other in others {
        let providers = [one, other].map { snapshot.providersOfService[$0].count }
        best = max(best, likeness(one, other) * 2 / Double(max(providers[0], providers[1], 2)))
      }
    }
    return best
  }

  private func supply(to user: Int, by provider: Int) -> Double {
    var best = 0.0
    for required in snapshot.servicesRequiredByProject[user] {
      for provided in snapshot.servicesProvidedByProject[provider] where !isCommon(provided) {
        best = max(best, likeness(required, provided))
      }
    }
    return best
  }

  /// 1 for the same service, else that of their names where they are alike.
  func likeness(_ one: Int, _ other: Int) -> Double {
    one == other ? 1 : alike[one]?[other] ?? 0
  }
}
