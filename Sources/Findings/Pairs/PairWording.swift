internal import Portfolio
internal import TextMatching

/// The sentences about two projects.
struct PairWording {
  let snapshot: Snapshot
  let analysis: PairAnalysis
  let pair: ProjectPair
  /// The two projects in order of their ids, so that the order in which they were read changes
  /// no sentence.
  let left: Int
  let right: Int
  /// Whether of the words that both texts have only those are named that tell what they are about.
  private let onlySubjects: Bool

  init(
    snapshot: Snapshot, analysis: PairAnalysis, pair: ProjectPair, onlySubjects: Bool = false
  ) {
    self.snapshot = snapshot
    self.analysis = analysis
    self.pair = pair
    self.onlySubjects = onlySubjects
    let isInOrder = snapshot.projects[pair.first].id <= snapshot.projects[pair.second].id
    (left, right) = isInOrder ? (pair.first, pair.second) : (pair.second, pair.first)
  }

  private var one: Project { snapshot.projects[left] }
  private var other: Project { snapshot.projects[right] }

  /// `„A“ (Kulturreferat) und „B“ (Jugendamt)`
  var both: BilingualText {
    let (left, right) = (named(left), named(right))
    return BilingualText(
      de: "\(left.german) und \(right.german)", en: "\(left.english) and \(right.english)")
  }

  /// `„A“ und „B“ (beide Kulturreferat)`
  var bothOfOneDepartment: BilingualText {
    let titles = (snapshot.title(of: left), snapshot.title(of: right))
    let owner = snapshot.ownerName(of: left)
    return BilingualText(
      de: "\(titles.0.german) und \(titles.1.german) (beide \(owner.german))",
      en: "\(titles.0.english) and \(titles.1.english) (both \(owner.english))")
  }

  private func named(_ project: Int) -> BilingualText {
    let (title, owner) = (snapshot.title(of: project), snapshot.ownerName(of: project))
    return BilingualText(
      de: "\(title.german) (\(owner.german))", en: "\(title.english) (\(owner.english))")
  }

  /// The concrete things they share, as half sentences after "Beide" and "Both".
  var shared: BilingualText {
    let parts = [services, words, audience, technologies, partners].compactMap { $0 }
    guard !parts.isEmpty else { return BilingualText(de: "", en: "") }
    return BilingualText(
      de: parts.map(\.german).joined(separator: "; "),
      en: parts.map(\.english).joined(separator: "; "))
  }

  /// ` Xxx.` as a sentence of its own, or nothing.
  func sentence(_ text: BilingualText) -> BilingualText {
    guard !text.german.isEmpty else { return text }
    return BilingualText(
      de: " \(text.german.capitalizingFirst).", en: " \(text.english.capitalizingFirst).")
  }

  private var services: BilingualText? {
    let sides = [(left, right), (right, left)].map { provider, user in
      (
        provider: provider, user: user,
        services: snapshot.servicesProvidedByProject[provider]
          .filter(snapshot.servicesRequiredByProject[user].contains)
      )
    }
    guard let side = sides.first(where: { !$0.services.isEmpty }) else { return nil }
    let provider = snapshot.title(of: side.provider)
    let user = snapshot.title(of: side.user)
    let names = Enumeration.of(side.services.map { snapshot.services[$0].name }, limit: 3)
    return BilingualText(
      de: "\(provider.german) stellt bereit, was \(user.german) braucht: \(names.german)",
      en: "\(provider.english) provides what \(user.english) requires: \(names.english)")
  }

  private var words: BilingualText? {
    let texts = [one, other].map { $0.title + ". " + ($0.summary ?? "") }
    let words = analysis.context.texts
      .sharedWords(texts[0], texts[1], limit: 4, onlySubjects: onlySubjects)
    guard !words.isEmpty else { return nil }
    let list = Enumeration.of(words.map(Quotation.of), limit: 4)
    return BilingualText(
      de: "in beiden Beschreibungen steht \(list.german)",
      en: "both descriptions mention \(list.english)")
  }

  private var audience: BilingualText? {
    values(analysis.context.audience, of: one.audience).map {
      BilingualText(de: "beide richten sich an: \($0.german)", en: "both serve: \($0.english)")
    }
  }

  private var technologies: BilingualText? {
    values(analysis.context.technologies, of: one.technologies).map {
      BilingualText(de: "beide setzen ein: \($0.german)", en: "both use: \($0.english)")
    }
  }

  private var partners: BilingualText? {
    values(analysis.context.partners, of: one.partners.map(\.name)).map {
      BilingualText(
        de: "beide arbeiten zusammen mit: \($0.german)", en: "both work with: \($0.english)")
    }
  }

  /// The values of the first project's list that the second has too.
  private func values(_ field: FieldValues, of list: [String]) -> BilingualText? {
    let shared = list.filter { field.hasValue($0, right) }
    return shared.isEmpty ? nil : Enumeration.of(shared, limit: 3)
  }

  /// Whom to talk to, as a sentence: ` Ansprechstellen: kultur@…; Jugendamt.`
  var contacts: BilingualText {
    let contacts = [left, right].map(contact)
    if contacts[0] == contacts[1] {
      return BilingualText(
        de: " Ansprechstelle: \(contacts[0].german).", en: " Contact: \(contacts[0].english).")
    }
    return BilingualText(
      de: " Ansprechstellen: \(contacts[0].german); \(contacts[1].german).",
      en: " Contacts: \(contacts[0].english); \(contacts[1].english).")
  }

  private func contact(_ project: Int) -> BilingualText {
    let department = snapshot.department(of: project).map { snapshot.departments[$0] }
    if let known = snapshot.projects[project].contact ?? department?.contact ?? department?.name {
      return BilingualText(de: known, en: known)
    }
    let title = snapshot.title(of: project)
    return BilingualText(
      de: "für \(title.german) ist noch keine Dienststelle eingetragen",
      en: "no department is recorded for \(title.english) yet")
  }

  /// The command that records a decision.
  func command(_ outcome: Verdict.Outcome) -> String {
    "dach decide \(one.id) \(other.id) \(outcome.rawValue) --reason \"…\""
  }
}

extension String {
  fileprivate var capitalizingFirst: String {
    guard let first, !hasPrefix("„") else { return self }
    return first.uppercased() + dropFirst()
  }
}
