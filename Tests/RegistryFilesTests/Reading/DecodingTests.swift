import Portfolio
import RegistryFiles
import Testing

// Swift Testing has a type of this name as well.
import struct Portfolio.SourceLocation

@Suite("Reading documents")
struct DecodingTests {
  private func read(_ text: String, as kind: DocumentKind) -> [RegistryRecord] {
    let (records, diagnostics) = RegistryReader.read(text, as: kind, file: "f.yaml")
    #expect(diagnostics.map(\.placeInFile) == [])
    return records
  }

  private func at(_ line: Int) -> SourceLocation { SourceLocation(file: "f.yaml", line: line) }

  private func date(_ text: String) -> PartialDate? { PartialDate(text) }

  @Test("a project with every key")
  func project() throws {
    let text = """
      # yaml-language-server: $schema=../../../schemas/json/project.schema.json
      id: digitales-bauamt--2
      formerly: [bauamt-online]
      claims: digitales-bauamt
      title: Digitales Bauamt
      summary: >-
        Bauanträge werden
        online gestellt.
      department: planung-bau
      office: bauordnungsbehoerde
      strategy: digitale-stadtverwaltung
      themes: [daten-infrastruktur-online-dienste]
      alignments:
        - guideline: buergernah
          role: primary
          rationale: Weil.
          revision: 2
          review: reviewed
        - {guideline: innovativ, role: secondary}
      status: running
      period: {start: 2021-03, end: 2024}
      budget: {amount: 250000.5, currency: CHF, funding: Landesmittel}
      contact: bauordnung@example.org
      partners:
        - name: Freistaat Bayern
          sector: state
      audience: [Bauherrinnen und Bauherren]
      technologies: [E-Akte]
      provides: [building-permits]
      requires: [online-identity]
      links:
        - project: mein-nuernberg
          kind: buildsOn
          note: Anmeldung
          confirmed: 2026-10-01
      contributions: [idee-17]
      visibility: {level: public, label: granted, page: "https://example.org/x"}
      notes: [Quellen nennen verschiedene Termine …]
      sources:
        - {url: "https://example.org", published: 2024-12-17, accessed: 2026-11-22}
      confirmed: 2026-10-01
      """
    let expected = Project(
      id: "digitales-bauamt--2", formerly: ["bauamt-online"], claims: "digitales-bauamt",
      title: "Digitales Bauamt", summary: "Bauanträge werden online gestellt.",
      department: "planung-bau", office: "bauordnungsbehoerde",
      strategy: "digitale-stadtverwaltung", themes: ["daten-infrastruktur-online-dienste"],
      alignments: [
        Alignment(
          guideline: "buergernah", role: .primary, rationale: "Weil.", revision: 2,
          review: .reviewed, line: 14),
        Alignment(guideline: "innovativ", role: .secondary, line: 19),
      ],
      status: .running, period: Period(start: date("2021-03"), end: date("2024")),
      budget: Budget(cents: 25_000_050, currency: "CHF", funding: "Landesmittel"),
      contact: "bauordnung@example.org",
      partners: [Partner(name: "Freistaat Bayern", sector: .state)],
      audience: ["Bauherrinnen und Bauherren"], technologies: ["E-Akte"],
      provides: ["building-permits"], requires: ["online-identity"],
      links: [
        Link(
          project: "mein-nuernberg", kind: .buildsOn, note: "Anmeldung",
          confirmed: date("2026-10-01"), line: 32)
      ],
      contributions: ["idee-17"],
      visibility: Visibility(level: .public, label: .granted, page: "https://example.org/x"),
      notes: ["Quellen nennen verschiedene Termine …"],
      sources: [
        SourceReference(
          url: "https://example.org", published: date("2024-12-17"),
          accessed: date("2026-11-22"))
      ],
      confirmed: date("2026-10-01"), location: at(2))
    #expect(read(text, as: .project) == [.project(expected)])
  }

  @Test("keys in any order, and those not given left out")
  func anyOrder() {
    let text = "title: T\nstatus: ~\nthemes:\nsummary: null\naudience: []\nid: a\nperiod: {}\n"
    #expect(
      read(text, as: .project) == [
        .project(Project(id: "a", title: "T", period: Period(), location: at(1)))
      ])
  }

  @Test("a strategy with every key")
  func strategy() throws {
    let text = """
      id: digitales-nuernberg
      name: Digitales Nürnberg
      summary: S
      vision: V
      lead: wirtschaft
      functions:
        - {id: buendelung, name: Bündelung, text: B, sources: [strategie]}
      guidelines:
        - id: innovativ
          name: Innovativer
          kind: goal
          description: D
          keywords: [KI]
          revision: 3
          expects:
            - {department: kultur, obligation: may, minimum: 2, by: 2027-12}
            - theme: kultur-freizeit
          sources: [smart_city_atlas]
      themes:
        - id: kultur-freizeit
          name: Kultur
          aliases: [Freizeit]
          description: D
          keywords: [Museum]
          expects: []
          sources: [strategie]
      services:
        - {id: online-identity, name: Bürgerkonto, description: D}
      milestones:
        - {date: 2019-10-23, kind: council, text: T, sources: [strategie]}
      statements:
        - {topic: organisation, text: T, sources: [strategie]}
      figures:
        - {name: Online-Dienste, value: über 250, date: 2019, sources: [strategie]}
      openQuestions: [Wortlaut]
      checks: {horizonMonths: 6, staleAfterDays: 100, siloMinimum: 2, findingsPerDepartment: 9}
      sources:
        - {id: strategie, title: T, url: "https://example.org", published: 2020-01}
        - {id: smart_city_atlas, title: T}
      """
    let milestone = try #require(date("2019-10-23"))
    let expected = Strategy(
      id: "digitales-nuernberg", name: "Digitales Nürnberg", summary: "S", vision: "V",
      lead: "wirtschaft",
      functions: [
        StrategyFunction(
          id: "buendelung", name: "Bündelung", text: "B", sources: ["strategie"])
      ],
      guidelines: [
        Guideline(
          id: "innovativ", name: "Innovativer", kind: .goal, description: "D", keywords: ["KI"],
          revision: 3,
          expects: [
            Expectation(
              contributor: .department("kultur"), obligation: .may, minimum: 2,
              by: date("2027-12")),
            Expectation(contributor: .theme("kultur-freizeit")),
          ], sources: ["smart_city_atlas"], location: at(9))
      ],
      themes: [
        Theme(
          id: "kultur-freizeit", name: "Kultur", aliases: ["Freizeit"], description: "D",
          keywords: ["Museum"], sources: ["strategie"], location: at(20))
      ],
      services: [
        Service(
          id: "online-identity", name: "Bürgerkonto", description: "D", location: at(28))
      ],
      milestones: [
        Milestone(date: milestone, kind: .council, text: "T", sources: ["strategie"])
      ],
      statements: [Statement(topic: "organisation", text: "T", sources: ["strategie"])],
      figures: [
        KeyFigure(
          name: "Online-Dienste", value: "über 250", date: date("2019"), sources: ["strategie"])
      ],
      openQuestions: ["Wortlaut"],
      checks: CheckSettings(
        horizonMonths: 6, staleAfterDays: 100, siloMinimum: 2, findingsPerDepartment: 9),
      sources: [
        Source(
          id: "strategie", title: "T", url: "https://example.org", published: date("2020-01")),
        Source(id: "smart_city_atlas", title: "T"),
      ], location: at(1))
    #expect(read(text, as: .strategy) == [.strategy(expected)])
  }

  @Test("the list of departments, each with its line")
  func departments() {
    let text = """
      departments:
        - id: wirtschaft
          name: Wirtschaftsreferat
          aliases: [Wirtschafts- und Wissenschaftsreferat]
          role: R
          contact: wirtschaft@example.org
          offices:
            - {id: foerderung, name: Förderung, aliases: [WiF]}
          notes: [N]
          sources: [strategie]
        - {id: klinikum, name: Klinikum, kind: enterprise}
      """
    #expect(
      read(text, as: .departments) == [
        .department(
          Department(
            id: "wirtschaft", name: "Wirtschaftsreferat",
            aliases: ["Wirtschafts- und Wissenschaftsreferat"], role: "R",
            contact: "wirtschaft@example.org",
            offices: [Office(id: "foerderung", name: "Förderung", aliases: ["WiF"])],
            notes: ["N"], sources: ["strategie"], location: at(2))),
        .department(
          Department(id: "klinikum", name: "Klinikum", kind: .enterprise, location: at(11))),
      ])
  }

  @Test("a sub-strategy, a participation process, a roadmap")
  func others() {
    let subStrategy = """
      id: schul-it
      name: N
      summary: S
      lead: schule-sport
      foundation: true
      period: {start: 2017-02-15}
      budget: {amount: 85500000}
      decisions:
        - {date: 2017-02-15, body: Stadtrat, text: T}
      notes: [N]
      sources: [x]
      """
    #expect(
      read(subStrategy, as: .subStrategy) == [
        .subStrategy(
          SubStrategy(
            id: "schul-it", name: "N", summary: "S", lead: "schule-sport", isFoundation: true,
            period: Period(start: date("2017-02-15")), budget: Budget(cents: 8_550_000_000),
            decisions: [CouncilDecision(date: date("2017-02-15"), body: "Stadtrat", text: "T")],
            notes: ["N"], sources: ["x"], location: at(1)))
      ])
    let participation = """
      id: dn-2019
      name: N
      formats:
        - {id: blitz, name: B, kind: survey, purpose: P, period: {end: 2019-04-11},
           participants: [über 400], sources: [x]}
      contributions:
        - {id: idee-17, title: T, text: X, format: blitz, theme: t, date: 2019-05-02,
           answer: {kind: exists, project: p, sentence: S, date: 2019-09}}
      results:
        - {topic: A, text: B, sources: [x]}
      notes: [N]
      """
    #expect(
      read(participation, as: .participation) == [
        .participation(
          Participation(
            id: "dn-2019", name: "N",
            formats: [
              ParticipationFormat(
                id: "blitz", name: "B", kind: .survey, purpose: "P",
                period: Period(end: date("2019-04-11")), participants: ["über 400"],
                sources: ["x"], location: at(4))
            ],
            contributions: [
              Contribution(
                id: "idee-17", title: "T", text: "X", format: "blitz", theme: "t",
                date: date("2019-05-02"),
                answer: ContributionAnswer(
                  kind: .exists, project: "p", sentence: "S", date: date("2019-09")),
                location: at(7))
            ],
            results: [Statement(topic: "A", text: "B", sources: ["x"])], notes: ["N"],
            location: at(1)))
      ])
    let roadmap = """
      measures:
        - {id: m, title: T, description: D, theme: t, lead: kultur, by: 2027, projects: [p],
           sources: [x]}
      """
    #expect(
      read(roadmap, as: .roadmap) == [
        .measure(
          Measure(
            id: "m", title: "T", description: "D", theme: "t", lead: "kultur", by: date("2027"),
            projects: ["p"], sources: ["x"], location: at(2)))
      ])
  }

  @Test("verdicts and waivers")
  func decisions() {
    let text = """
      verdicts:
        - {pair: [a, b--2], outcome: bundle, reason: R, by: wirtschaft, date: 2026-11-02, bundle: c}
      waivers:
        - {rule: gap/department-expected, subjects: [innovativ, kultur], reason: R,
           approver: wirtschaft, approved: 2026-11-02, expires: 2027-11}
      """
    #expect(
      read(text, as: .decisions) == [
        .verdict(
          Verdict(
            first: "a", second: "b--2", outcome: .bundle, reason: "R", by: "wirtschaft",
            date: date("2026-11-02"), bundle: "c", location: at(2))),
        .waiver(
          Waiver(
            rule: "gap/department-expected", subjects: ["innovativ", "kultur"], reason: "R",
            approver: "wirtschaft", approved: date("2026-11-02"), expires: date("2027-11"),
            location: at(4))),
      ])
  }

  @Test(
    "what other readers take for numbers and truth values as the text it is",
    arguments: ["no", "on", "1.10", "08", "2020-01", "0x1F", "true", "1e3", "=", "12:30:45"])
  func text(_ written: String) {
    #expect(
      read("id: a\ntitle: \(written)\naudience: [\(written)]\n", as: .project) == [
        .project(Project(id: "a", title: written, audience: [written], location: at(1)))
      ])
  }

  @Test("null as text where it is quoted or tagged")
  func quotedNull() {
    for title in ["'null'", "\"~\"", "!!str null", "! null"] {
      let records = read("id: a\ntitle: \(title)\n", as: .project)
      #expect(records.count == 1, "\(title)")
    }
  }

  @Test("the same from a text with byte order mark, CRLF, and several documents")
  func windowsText() {
    let text =
      "\u{FEFF}%YAML 1.1\r\n---\r\nid: a\r\ntitle: T\r\n---\r\nid: b\r\ntitle: U\r\n...\r\n"
    #expect(
      read(text, as: .project) == [
        .project(Project(id: "a", title: "T", location: at(3))),
        .project(Project(id: "b", title: "U", location: at(6))),
      ])
    #expect(read("\u{FEFF}id: a\ntitle: T\n", as: .project).count == 1)
    #expect(faults("\u{FEFF}id: a\r\ntitle: T\r\nx: 1\r\n") == ["3:1 unknown-key"])
  }

  @Test("columns in characters, not bytes")
  func columns() {
    #expect(faults("id: a\ntitle: T\nperiod: {ä: ö, ü: x}\n").last == "3:16 unknown-key")
  }
}
