public import Portfolio
internal import TextMatching

/// What a planner wants to know of an idea or a project: what it serves and why, what is there
/// already, and whom to talk to.
public struct AlignmentAdvice: Sendable {
  /// A guideline or theme that the text serves.
  public struct Service: Sendable {
    public let target: AlignmentTarget
    public let name: String
    public let id: String
    public let explanation: AlignmentExplanation
    /// Whether it is entered with the project.
    public let isDeclared: Bool
  }

  /// A department that runs something similar.
  public struct Contact: Sendable, Hashable {
    public let department: String
    /// Function mailboxes, the most similar project's first; empty where none is known.
    public let mailboxes: [String]
    /// Titles of its similar projects.
    public let projects: [String]
  }

  public let themes: [Service]
  public let guidelines: [Service]
  public let similar: [SimilarProject]
  public let contacts: [Contact]

  private static let mostSimilar = 5

  /// - Parameter limit: of themes and of guidelines, the best first.
  public init(for project: Int, in snapshot: Snapshot, limit: Int) {
    let ranking = snapshot.alignments.ranking(of: project)
    func services(_ scores: [AlignmentScore]) -> [Service] {
      scores.prefix(limit).map { score in
        Service(
          target: score.target, name: snapshot.name(of: score.target),
          id: snapshot.id(of: score.target),
          explanation: AlignmentExplanation(snapshot, project, [score.target]),
          isDeclared: snapshot.declares(project, score.target))
      }
    }
    themes = services(ranking.themes)
    guidelines = services(ranking.guidelines)
    similar = Self.similar(to: project, in: snapshot)
    contacts = Self.contacts(of: similar, in: snapshot)
  }

  /// Advice on a text that is not registered: as the last project of the portfolio.
  public init(text: String, in portfolio: Portfolio, asOf day: CalendarDay, limit: Int) {
    var portfolio = portfolio
    portfolio.projects.append(Project(id: "", title: "", summary: text))
    let snapshot = Snapshot(portfolio, asOf: day)
    self.init(for: portfolio.projects.count - 1, in: snapshot, limit: limit)
  }

  /// How much the same subjects count beside the same words: a few words of an idea have few
  /// letters in common with a long description of the same thing.
  private static let weightOfSubjects = 0.25
  private static let leastLikeness = 0.2

  private static func similar(to project: Int, in snapshot: Snapshot) -> [SimilarProject] {
    let (texts, alignments) = (snapshot.corpora.texts, snapshot.alignments)
    return snapshot.projects.indices.filter { $0 != project }
      .map { other -> (index: Int, text: Double, likeness: Double) in
        let text = texts.similarity(project, other)
        let subjects = alignments.subjectSimilarity(project, other)
        return (other, text, text + weightOfSubjects * subjects)
      }
      .filter { $0.text >= SimilarProject.leastSimilarity || $0.likeness >= leastLikeness }
      .sorted { ($1.likeness, $0.index) < ($0.likeness, $1.index) }
      .prefix(mostSimilar)
      .map { SimilarProject(snapshot, $0.index, similarity: $0.text) }
  }

  private static func contacts(
    of similar: [SimilarProject], in snapshot: Snapshot
  ) -> [Contact] {
    var order: [Int] = []
    var projects: [Int: [Int]] = [:]
    for index in similar.compactMap({ snapshot.projectTable[$0.id] }) {
      guard let department = snapshot.department(of: index) else { continue }
      if projects[department] == nil { order.append(department) }
      projects[department, default: []].append(index)
    }
    return order.map { department in
      let own = projects[department] ?? []
      let house = snapshot.departments[department]
      var mailboxes: [String] = []
      for mailbox in own.compactMap({ snapshot.projects[$0].contact ?? house.contact })
      where !mailboxes.contains(mailbox) {
        mailboxes.append(mailbox)
      }
      return Contact(
        department: house.name, mailboxes: mailboxes,
        projects: own.map { snapshot.projects[$0].title })
    }
  }
}

extension Snapshot {
  /// Whether the project is entered with the guideline or theme.
  func declares(_ project: Int, _ target: AlignmentTarget) -> Bool {
    switch target {
    case .theme(let index): themesOfProject[project].contains(index)
    case .guideline(let index): alignmentsOfProject[project].contains { $0.guideline == index }
    }
  }
}
