internal import Portfolio
internal import TextMatching

/// What speaks for and against two projects having to do with each other, as plain figures.
struct PairComparison: Sendable {
  let pair: ProjectPair
  /// Cosines, 0…1.
  let text: Double
  let title: Double
  /// How alike the texts most alike to either are; see `Neighbourhoods`.
  let density: Double
  /// By how many standard deviations the meanings of the texts are closer than usual, and how close
  /// to either its nearest ones are; nil where no model tells.
  let meaning: (closeness: Double, density: Double)?
  /// How telling the numbers are that both texts state, 0…1.
  let figures: Double
  let audience: Double
  let technologies: Double
  let partners: Double
  /// How telling the shared values of the lists are, 0…1.
  let audienceRarity: Double
  let technologyRarity: Double
  let partnerRarity: Double
  /// The cosines of the lists, lowered where what they share is common.
  let audienceMatch: Double
  let technologyMatch: Double
  let partnerMatch: Double
  /// Nil where one of them has no theme.
  let sharesTheme: Bool?
  let sharesGuideline: Bool
  let bothProvide: Bool
  let supplies: Bool
  /// One provides what the other requires and nobody it is linked to provides.
  let lacksSupplier: Bool
  /// Days between their starts, where both are known.
  let startsApart: Int?
  /// Whether any project of the portfolio has a start.
  let startsAreRecorded: Bool
  /// Days between their ends, where both are known.
  let endsApart: Int?
  /// Whether only one of them has a known end.
  let onlyOneEnds: Bool
  /// Whether one is over or given up and the other is not.
  let differsInPhase: Bool
  /// Whether the periods certainly have no day in common.
  let missesInTime: Bool
  let sameDepartment: Bool
  let portfolioCount: Int
  /// What the city's own verdicts say about scores.
  let calibration: ScoreCalibration

  init(
    _ candidate: PairCandidate, in context: PairContext, _ neighbourhoods: Neighbourhoods,
    _ calibration: ScoreCalibration
  ) {
    let pair = candidate.pair
    self.calibration = calibration
    let (snapshot, one, other) = (context.snapshot, pair.first, pair.second)
    self.pair = pair
    let likeness = context.texts.likeness(of: candidate)
    (text, title) = (likeness.text, likeness.title)
    density = neighbourhoods.density(pair)
    meaning = context.meanings.flatMap { meanings in
      meanings.closeness(one, other).map { ($0, meanings.density(one, other)) }
    }
    figures = context.figures.specificity(pair)
    audience = context.audience.similarity(pair)
    technologies = context.technologies.similarity(pair)
    partners = context.partners.similarity(pair)
    let (sharedAudience, sharedTechnologies, sharedPartners) = (
      context.audience.shared(pair), context.technologies.shared(pair),
      context.partners.shared(pair)
    )
    audienceRarity = context.audience.rarity(sharedAudience)
    technologyRarity = context.technologies.rarity(sharedTechnologies)
    partnerRarity =
      Self.isOnlyFunded(pair, snapshot) ? 0 : context.partners.rarity(sharedPartners)
    audienceMatch = audience * context.audience.specificity(sharedAudience)
    technologyMatch = technologies * context.technologies.specificity(sharedTechnologies)
    partnerMatch = partners * context.partners.specificity(sharedPartners)
    let themes = snapshot.themesOfProject
    sharesTheme =
      themes[one].isEmpty || themes[other].isEmpty
      ? nil : themes[one].contains(where: themes[other].contains)
    sharesGuideline = snapshot.alignmentsOfProject[one].contains { alignment in
      snapshot.alignmentsOfProject[other].contains { $0.guideline == alignment.guideline }
    }
    bothProvide = !snapshot.servicesProvidedTogether(by: pair).isEmpty
    supplies = !snapshot.servicesSupplied(within: pair).isEmpty
    lacksSupplier = supplies && snapshot.lacksSupplier(within: pair)
    let (left, right) = (snapshot.projects[one].period, snapshot.projects[other].period)
    startsApart = Self.days(between: left?.start, and: right?.start)
    startsAreRecorded = context.startsAreRecorded
    endsApart = Self.days(between: left?.end, and: right?.end)
    onlyOneEnds = (left?.end == nil) != (right?.end == nil)
    differsInPhase = snapshot.isActive(one) != snapshot.isActive(other)
    missesInTime = !PairRelation(pair, in: snapshot).overlapsInTime
    sameDepartment =
      snapshot.department(of: one) != nil
      && snapshot.department(of: one) == snapshot.department(of: other)
    portfolioCount = context.count
  }

  /// A state that funds both, or a company that serves many, brings nobody together.
  private static func isOnlyFunded(_ pair: ProjectPair, _ snapshot: Snapshot) -> Bool {
    [pair.first, pair.second].contains { project in
      snapshot.projects[project].partners.allSatisfy {
        $0.sector == .state || $0.sector == .federal
      }
    }
  }

  /// The gap between the closest days that the written precision allows; nil where one is unknown.
  private static func days(between one: PartialDate?, and other: PartialDate?) -> Int? {
    guard let one, let other else { return nil }
    return max(
      one.lastDay.days(until: other.firstDay), other.lastDay.days(until: one.firstDay), 0)
  }
}

extension Snapshot {
  /// Indices of the services that both provide.
  func servicesProvidedTogether(by pair: ProjectPair) -> [Int] {
    let other = servicesProvidedByProject[pair.second]
    return servicesProvidedByProject[pair.first].filter(other.contains)
  }

  /// Indices of the services that one of the two provides and the other requires.
  func servicesSupplied(within pair: ProjectPair) -> [Int] {
    let (one, other) = (pair.first, pair.second)
    return servicesProvidedByProject[one].filter(servicesRequiredByProject[other].contains)
      + servicesProvidedByProject[other].filter(servicesRequiredByProject[one].contains)
  }

  /// Whether one provides a service that the other requires and lacks a supplier of.
  func lacksSupplier(within pair: ProjectPair) -> Bool {
    // Either way round: a project may provide what it requires itself.
    [(pair.first, pair.second), (pair.second, pair.first)].contains { provider, requirer in
      servicesProvidedByProject[provider].contains { service in
        servicesRequiredByProject[requirer].contains(service)
          && lacksSupplier(requirer, of: service)
      }
    }
  }

  /// Whether a project is not linked to any provider of the service, and no foundation project
  /// provides it; that case is `network/foundation-bypassed`.
  func lacksSupplier(_ requirer: Int, of service: Int) -> Bool {
    !providersOfService[service].contains { isFoundation($0) || areLinked(requirer, $0) }
  }

  func isFoundation(_ project: Int) -> Bool {
    strategy(of: project).map { subStrategies[$0].isFoundation } ?? false
  }
}
