import Portfolio

@testable import RegistryDatabase

/// A registry with a confidential project of the department `schule`. Every text that belongs to it,
/// and every row that names it, contains the word `geheim`, and so does what was true of `offenlage`
/// while that was confidential; nothing else does.
struct RightsSample {
  static let secret = "geheim-akte"
  /// In any spelling.
  static let mark = "%geheim%"

  /// One login for each group; `kultur` and `schule` are departments.
  enum Login: String, CaseIterable {
    case planner, kultur, schule, steward, owner, stranger
  }

  let temporary: TemporaryDatabase
  private let suffix = String(UInt32.random(in: .min ... .max), radix: 36)

  func name(_ login: Login) -> String { "\(login.rawValue)_\(suffix)" }

  /// A connection of its own under the login's name.
  func connect(_ login: Login) async throws -> Database {
    try await Database.connect(to: temporary.parameters.setting("user", to: name(login)))
  }

  /// Runs the closure as a login would.
  func run<Value: Sendable>(
    as login: Login, _ body: @escaping @Sendable (Session) throws -> Value
  ) async throws -> Value {
    let database = try await connect(login)
    let result = await Result { () async throws -> Value in try await database.run(body) }
    await database.close()
    return try result.get()
  }

  /// Runs the closure as PostgreSQL's superuser, from whom nothing is hidden.
  func run<Value: Sendable>(
    _ body: @escaping @Sendable (Session) throws -> Value
  ) async throws -> Value {
    try await temporary.database.run(body)
  }

  static func with(_ body: (RightsSample) async throws -> Void) async throws {
    try await withRegistry { temporary in
      let sample = RightsSample(temporary: temporary)
      try await sample.fill()
      try await body(sample)
      try await sample.dropLogins()
    }
  }

  private func fill() async throws {
    let names = Dictionary(uniqueKeysWithValues: Login.allCases.map { ($0, name($0)) })
    try await run { session in
      try session.bring(Self.earlier)
      try session.bring(Self.portfolio)
      try Self.decide(on: session)
      try Self.rename(on: session)
      try Self.check(on: session)
      for login in Login.allCases where login != .stranger {
        let group: AccessGroup =
          switch login {
          case .planner: .planner
          case .kultur, .schule: .department
          case .steward: .steward
          case .owner, .stranger: .owner
          }
        try Accounts(session).add(
          Account(
            name: names[login] ?? "", group: group,
            department: group == .department ? login.rawValue : nil,
            contact: "funktion@example.org"),
          password: "correct horse battery")
      }
      try session.execute("CREATE ROLE \(names[.stranger] ?? "") LOGIN")
    }
  }

  private func dropLogins() async throws {
    let names = Login.allCases.map(name)
    try await run { session in
      for name in names { try session.execute("DROP ROLE IF EXISTS \(name)") }
    }
  }

  // MARK: What is registered

  private static let open = "offenlage"

  private static func secretProject(_ title: String) -> Project {
    Project(
      id: secret, formerly: ["geheim-frueher"], title: title,
      summary: "Geheime Ausleihe von E-Books", department: "schule", themes: ["kultur-freizeit"],
      alignments: [
        Alignment(guideline: "buergernah", role: .primary, rationale: "geheim"),
        Alignment(guideline: "offen", role: .secondary, rationale: "geheim"),
      ],
      partners: [Partner(name: "Geheimdienst")], provides: ["anmeldung"],
      links: [Link(project: "onleihe", kind: .buildsOn, note: "geheim")],
      contributions: ["wunsch"],
      visibility: Visibility(
        level: .confidential, label: .granted, page: "https://example.org/geheim"),
      notes: ["geheim"], sources: [SourceReference(url: "https://example.org/geheim")],
      location: SourceLocation(file: "projects/schule/geheim-akte.yaml", line: 1))
  }

  private static let merged = Project(
    id: "geheim-doppelt", title: "Geheimes Doppel", department: "schule",
    visibility: Visibility(level: .confidential),
    merged: Merger(
      into: secret, by: "schule", taken: [TakenValue(.title, replaced: "Geheimer Titel")]),
    location: SourceLocation(file: "projects/schule/geheim-doppelt.yaml", line: 1))

  /// `offenlage` is confidential, and what is to be changed is still as it was.
  private static var earlier: Portfolio {
    var earlier = portfolio
    for index in earlier.projects.indices {
      switch earlier.projects[index].id {
      case secret: earlier.projects[index].title = "Geheime Akte, erste Fassung"
      case open:
        earlier.projects[index].title = "Noch geheim"
        earlier.projects[index].visibility = Visibility(level: .confidential)
        earlier.projects[index].partners = [Partner(name: "Geheime Partnerin")]
      case "schul-wlan": earlier.projects[index].title = "Netz"
      case "onleihe":
        earlier.projects[index].links.append(
          Link(project: secret, kind: .sharesDataWith, note: "geheim, später entfernt"))
      default: break
      }
    }
    earlier.waivers[0].reason = "noch geheim"
    earlier.verdicts[0].reason = "noch geheim"
    return earlier
  }

  private static var portfolio: Portfolio {
    var portfolio = SmallRegistry.portfolio
    portfolio.strategy?.services = [Service(id: "anmeldung", name: "Anmeldung")]
    portfolio.participations = [
      Participation(
        id: "befragung", name: "Befragung",
        contributions: [
          Contribution(id: "wunsch", title: "Mehr Bücher"),
          Contribution(
            id: "frage", title: "Was ist mit der geheimen Akte?",
            answer: ContributionAnswer(kind: .exists, project: secret)),
        ],
        location: SourceLocation(file: "participation/befragung.yaml", line: 1))
    ]
    portfolio.measures = [
      Measure(
        id: "ausbau", title: "Ausbau", theme: "kultur-freizeit", projects: ["onleihe", secret],
        location: SourceLocation(file: "roadmap/ausbau.yaml", line: 1))
    ]
    portfolio.projects[0].links = [
      Link(project: secret, kind: .dependsOn), Link(project: "schul-wlan", kind: .buildsOn),
    ]
    portfolio.projects[1].links = [Link(project: "onleihe", kind: .coordinatesWith)]
    for index in [0, 1] {
      portfolio.projects[index].partners = [Partner(name: "Stadtwerke")]
      portfolio.projects[index].contributions = ["wunsch"]
      portfolio.projects[index].requires = ["anmeldung"]
      portfolio.projects[index].sources = [SourceReference(url: "https://example.org")]
    }
    portfolio.projects.append(secretProject("Geheime Akte"))
    portfolio.projects.append(SmallRegistry.project(open, "Offenlage", "schule"))
    for (id, department) in [("alt-kultur", "kultur"), ("alt-schule", "schule")] {
      portfolio.mergedProjects.append(
        Project(
          id: id, title: "Altes", department: department,
          merged: Merger(
            into: "onleihe", by: department, taken: [TakenValue(.summary, replaced: nil)]),
          location: SourceLocation(file: "projects/\(department)/\(id).yaml", line: 1)))
    }
    portfolio.mergedProjects.append(merged)
    portfolio.verdicts = [
      Verdict(
        first: "onleihe", second: secret, outcome: .different, reason: "geheim", by: "schule",
        location: SourceLocation(file: "decisions/verdicts.yaml", line: 1)),
      Verdict(
        first: "onleihe", second: "schul-wlan", outcome: .notNeeded, by: "kultur",
        location: SourceLocation(file: "decisions/verdicts.yaml", line: 2)),
      Verdict(
        first: "offenlage", second: "schul-wlan", outcome: .notNeeded, by: "schule",
        location: SourceLocation(file: "decisions/verdicts.yaml", line: 3)),
    ]
    portfolio.waivers = [
      Waiver(
        rule: "gap/project-stale", subjects: [secret], reason: "geheim", approver: "kultur",
        location: SourceLocation(file: "decisions/waivers.yaml", line: 1)),
      Waiver(
        rule: "gap/guideline-uncovered", subjects: ["offen"], reason: "später",
        approver: "kultur", location: SourceLocation(file: "decisions/waivers.yaml", line: 2)),
    ]
    return portfolio
  }

  /// A decision of a steward's that is changed and taken back, and a command that names the secret.
  private static func decide(on session: Session) throws {
    let work = RegistryImport(
      isComplete: false, command: "update", source: secret, listedChanges: .max)
    _ = try work.amend(on: session) { registry in
      registry.projects.filter { $0.id == secret }.map { project in
        var project = project
        project.summary = "Geheim, geändert"
        return .project(project)
      }
    }
  }

  /// A project that everybody sees and the secret one had another id for a while.
  private static func rename(on session: Session) throws {
    for (id, other) in [("schul-wlan", "netz-der-schulen"), (secret, "geheim-anders")] {
      for (from, to) in [(id, other), (other, id)] {
        try session.execute(
          "UPDATE project SET id = $1 WHERE id = $2", [.text(to), .text(from)])
      }
    }
  }

  private static func check(on session: Session) throws {
    guard let day = CalendarDay("2026-11-20") else { return }
    let finding = StoredFinding(
      fingerprint: "0123456789abcdef", rule: "gap/project-stale", severity: "warning", score: 1,
      subjects: [StoredFinding.Subject(kind: "project", id: secret)], departments: ["schule"],
      message: BilingualText(de: "Geheim", en: "geheim"),
      action: BilingualText(de: "Geheim", en: "geheim"))
    try AnalysisRuns(session, scope: AnalysisRuns.wholeRegistry)
      .store([finding], figures: ["projects": 4], asOf: day)
  }
}

extension Result where Failure == any Error {
  /// What an asynchronous closure returns or throws.
  fileprivate init(_ body: () async throws -> Success) async {
    do {
      self = .success(try await body())
    } catch {
      self = .failure(error)
    }
  }
}
