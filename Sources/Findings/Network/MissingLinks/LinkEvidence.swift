internal import TextMatching

/// What speaks for and against two projects' departments working together, as plain figures.
struct LinkEvidence: Sendable {
  /// A project like one of the two that has to do with the other one.
  struct LikeProject: Sendable, Hashable {
    /// That project.
    let project: Int
    /// Which of the two it resembles.
    let likeTo: Int
    /// The cosine of their titles and summaries, 0…1.
    let similarity: Double
  }

  let comparison: PairComparison
  /// The cosine of all that is written about either, 0…1.
  let profile: Double
  /// How like the most similar services are of which one requires and the other provides one,
  /// 0…1; 1 is the same service.
  let supply: Double
  /// The same of two services that both provide, lowered where many do.
  let provision: Double
  let likeProject: LikeProject?
  /// 2 / the number of projects that have the rarest partner both share; 0 where none is shared.
  let partners: Double
  /// Whether both name the same audience.
  let sharesAudience: Bool
  /// Resource allocation over the declared links; see `LinkWeights.commonLinks`.
  let commonLinks: Double

  var pair: ProjectPair { comparison.pair }

  init(_ comparison: PairComparison, in context: LinkContext) {
    let pair = comparison.pair
    self.comparison = comparison
    profile = context.profiles.similarity(pair.first, pair.second)
    supply = context.services.supply(pair)
    provision = context.services.provision(pair)
    likeProject = context.likeProject(pair)
    sharesAudience = !context.pairs.context.audience.shared(pair).isEmpty
    let isShared = !context.pairs.context.partners.shared(pair).isEmpty
    partners = isShared ? comparison.partnerRarity : 0
    commonLinks = context.commonLinks(pair)
  }

  /// Whether there is anything that both could talk about by name: words that happen to stand in
  /// both texts are no reason to meet.
  var hasOccasion: Bool {
    comparison.sharesTheme == true || supply > 0 || provision > 0 || partners > 0
      || likeProject != nil || commonLinks > 0 || sharesAudience
  }

  /// Whether their departments should work together.
  ///
  /// - Parameters:
  ///   - correction: what the verdicts so far say of all such scores; see `LinkCalibration`.
  ///   - countsSupply: false where the supply is another rule's business.
  func score(correction: Double = 0, countsSupply: Bool = true) -> PairScore {
    typealias Weight = LinkWeights
    let doublings =
      logarithm(Double(comparison.portfolioCount) / Weight.referenceCount) / logarithm(2)
    let services =
      (countsSupply ? Weight.supply * supply * supply : 0)
      + Weight.provision * provision * provision
    return PairScore([
      .init(field: .base, weight: Weight.base + Weight.perDoubling * max(doublings, 0)),
      .init(field: .profile, weight: Weight.profile * profile),
      .init(field: .neighbours, weight: Weight.neighbours * comparison.density),
      .init(field: .services, weight: services),
      .init(field: .likeProject, weight: Weight.likeProject * (likeProject?.similarity ?? 0)),
      .init(field: .partners, weight: Weight.partners * partners),
      .init(field: .theme, weight: comparison.sharesTheme == true ? Weight.sameTheme : 0),
      .init(field: .guideline, weight: comparison.sharesGuideline ? Weight.sameGuideline : 0),
      .init(field: .links, weight: Weight.commonLinks * commonLinks),
      .init(field: .period, weight: comparison.missesInTime ? Weight.missesInTime : 0),
      .init(field: .answers, weight: correction),
    ])
  }
}
