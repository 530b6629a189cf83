internal import Portfolio

/// What two projects that should know of each other have in common, in words.
struct LinkWording {
  let pair: PairWording
  private let evidence: LinkEvidence
  private let context: LinkContext
  private var snapshot: Snapshot { context.snapshot }

  init(_ evidence: LinkEvidence, in analysis: LinkAnalysis) {
    self.evidence = evidence
    context = analysis.context
    pair = PairWording(
      snapshot: context.snapshot, analysis: context.pairs, pair: evidence.pair,
      onlySubjects: true)
  }

  /// As a sentence with a space in front; empty where there is nothing to name.
  var shared: BilingualText {
    let concrete = pair.shared
    let parts =
      (concrete.german.isEmpty ? [] : [concrete])
      + [services, likeProject, commonLinks, themes, guidelines, period].compactMap { $0 }
    return pair.sentence(
      BilingualText(
        de: parts.map(\.german).joined(separator: "; "),
        en: parts.map(\.english).joined(separator: "; ")))
  }

  /// What is not the same service by name, but like it; and what both provide.
  private var services: BilingualText? {
    let provided = snapshot.servicesProvidedTogether(by: evidence.pair)
    if !provided.isEmpty {
      let names = Enumeration.of(provided.map { snapshot.services[$0].name }, limit: 3)
      return BilingualText(
        de: "beide stellen bereit: \(names.german)", en: "both provide: \(names.english)")
    }
    guard evidence.supply > 0, evidence.supply < 1 else { return nil }
    for (one, other) in [(pair.left, pair.right), (pair.right, pair.left)] {
      let required = snapshot.servicesRequiredByProject[one]
      let offered = snapshot.servicesProvidedByProject[other]
      for need in required.sorted() {
        for offer in offered.sorted()
        where context.services.likeness(need, offer) == evidence.supply {
          let names = [need, offer].map { Quotation.of(snapshot.services[$0].name) }
          return BilingualText(
            de: "das eine braucht \(names[0].german), das andere stellt \(names[1].german) bereit",
            en: "one requires \(names[0].english), the other provides \(names[1].english)")
        }
      }
    }
    return nil
  }

  private var likeProject: BilingualText? {
    // A project that both are linked with is named as such.
    guard let like = evidence.likeProject, !commonlyLinked.contains(like.project) else {
      return nil
    }
    let other = like.likeTo == pair.left ? pair.right : pair.left
    let (alike, own, partner) = (
      snapshot.title(of: like.project), snapshot.title(of: like.likeTo), snapshot.title(of: other)
    )
    guard !snapshot.areLinked(like.project, other) else {
      return BilingualText(
        de: "\(alike.german), das \(own.german) ähnelt, ist mit \(partner.german) verbunden",
        en: "\(alike.english), which resembles \(own.english), is linked with \(partner.english)")
    }
    let needs = snapshot.servicesRequiredByProject[like.project]
      .contains(where: snapshot.servicesProvidedByProject[other].contains)
    return needs
      ? BilingualText(
        de: """
          \(alike.german), das \(own.german) ähnelt, braucht, was \(partner.german) bereitstellt
          """,
        en: """
          \(alike.english), which resembles \(own.english), requires what \(partner.english) \
          provides
          """)
      : BilingualText(
        de: """
          \(alike.german), das \(own.german) ähnelt, stellt bereit, was \(partner.german) braucht
          """,
        en: """
          \(alike.english), which resembles \(own.english), provides what \(partner.english) \
          requires
          """)
  }

  /// The projects that both are linked with.
  private var commonlyLinked: Set<Int> {
    Set(context.linked(with: pair.left)).intersection(context.linked(with: pair.right))
  }

  private var commonLinks: BilingualText? {
    let common = commonlyLinked.map { snapshot.projects[$0] }.sorted { $0.id < $1.id }
    guard !common.isEmpty else { return nil }
    let titles = Enumeration.of(common.map { Quotation.of($0.title) }, limit: 2)
    return BilingualText(
      de: "beide sind verbunden mit \(titles.german)",
      en: "both are linked with \(titles.english)")
  }

  private var themes: BilingualText? {
    let other = snapshot.themesOfProject[pair.right]
    let names = snapshot.themesOfProject[pair.left].filter(other.contains)
      .map { Quotation.of(snapshot.themes[$0].name) }
    guard let name = names.first else { return nil }
    return BilingualText(
      de: "beide gehören zum Themenkomplex \(name.german)",
      en: "both belong to the theme \(name.english)")
  }

  private var guidelines: BilingualText? {
    let other = snapshot.alignmentsOfProject[pair.right].map(\.guideline)
    let names = snapshot.alignmentsOfProject[pair.left].map(\.guideline).filter(other.contains)
      .map { Quotation.of(snapshot.guidelines[$0].name) }
    guard let name = names.first else { return nil }
    return BilingualText(
      de: "beide dienen der Leitlinie \(name.german)",
      en: "both serve the guideline \(name.english)")
  }

  /// Until when both run, where that is known of both.
  private var period: BilingualText? {
    let ends = [pair.left, pair.right].compactMap { snapshot.projects[$0].period?.end }
    guard ends.count == 2, let end = ends.min(by: { $0.lastDay < $1.lastDay }) else { return nil }
    return BilingualText(
      de: "beide laufen bis mindestens \(end.wording.german)",
      en: "both run until \(end.wording.english) at least")
  }
}
