import Portfolio
import Testing

@testable import ProjectQuery

@Suite("Names, dates and amounts in queries")
struct ResolutionTests {
  private static let vocabulary = Vocabulary(
    Portfolio(
      strategy: Strategy(
        id: "dach", name: "Dach",
        guidelines: [Guideline(id: "innovativ", name: "Innovativ", kind: .goal)],
        themes: [
          Theme(id: "mobilitaet-energie-umwelt", name: "Mobilität, Energie und Umwelt"),
          Theme(id: "kultur-freizeit", name: "Kultur und Freizeit"),
        ],
        services: [Service(id: "online-payment", name: "Bezahldienst")]),
      departments: [
        Department(
          id: "planung-bau", name: "Planungs- und Baureferat", aliases: ["Baureferat"],
          offices: [Office(id: "vermessung", name: "Amt für Vermessung")]),
        Department(id: "kultur", name: "Kulturreferat"),
        Department(id: "bauordnung", name: "Bauordnungsbehörde"),
      ],
      projects: [Project(id: "digitales-bauamt", formerly: ["bauamt"], title: "Digitales Bauamt")]))

  private func filter(_ text: String) throws -> ProjectFilter {
    let today = try #require(CalendarDay("2026-11-22"))
    // As if "der" were the only stop word.
    let resolver = Resolver(Self.vocabulary, today: today) { $0 != "der" }
    return try resolver.resolve(QueryReading(text)).filter
  }

  @Test(
    "records are found by id, name, alias and the beginning of a word",
    arguments: [
      ("theme:mobil", "theme:mobilitaet-energie-umwelt"),
      ("theme:Mobilität", "theme:mobilitaet-energie-umwelt"),
      ("theme:\"energie und\"", "theme:mobilitaet-energie-umwelt"),
      ("department:Baureferat", "department:planung-bau"),
      ("department:\"PLANUNGS- UND BAUREFERAT\"", "department:planung-bau"),
      ("department:vermess", "office:vermessung"),
      ("requires:payment", "requires:online-payment"),
      ("requires:bezahl", "requires:online-payment"),
      ("id:bauamt", "id:digitales-bauamt"), ("linked:Kulturreferat", "linked:kultur"),
      ("status:läuft", "status:running"), ("status:\"in Planung\"", "status:planned"),
      ("missing:mittel", "budget:none"), ("has:budget", "budget:any"),
      ("theme:mobil der", "theme:mobil"),
    ])
  func names(written: String, meant: String) throws {
    #expect(try filter(written) == filter(meant))
  }

  @Test("an asterisk stands for all that begin so")
  func asterisk() throws {
    #expect(
      try filter("department:bau*") == .isOne(of: ["planung-bau", "bauordnung"], in: .department))
  }

  @Test(
    "dates stand for all of their days",
    arguments: [
      ("ends<2027", "nil…2026-12-31"), ("ends<=2027", "nil…2027-12-31"),
      ("ends>2027-02", "2027-03-01…nil"), ("ends>=Q2/2027", "2027-04-01…nil"),
      ("ends:2025..2027", "2025-01-01…2027-12-31"), ("ends:15.3.2027", "2027-03-15…2027-03-15"),
      ("ends:3/2027", "2027-03-01…2027-03-31"), ("ends>heute-6m", "2026-05-23…nil"),
      ("ends<=today+2w", "nil…2026-12-06"), ("ends:heute", "2026-11-22…2026-11-22"),
      ("ends>=today-1j", "2025-11-22…nil"), ("ends:2027-Q4..", "2027-10-01…nil"),
    ])
  func dates(text: String, days: String) throws {
    guard case .day(.ends, let from, let through) = try filter(text) else {
      Issue.record("\(text) is no condition on a day")
      return
    }
    #expect("\(from?.description ?? "nil")…\(through?.description ?? "nil")" == days)
  }

  @Test(
    "amounts are read as German and English write them",
    arguments: [
      ("250000", 25_000_000), ("250.000", 25_000_000), ("1.250.000", 125_000_000),
      ("\"1.234,56 €\"", 123_456), ("99.50", 9_950), ("250k", 25_000_000), ("250T€", 25_000_000),
      ("1.5M", 150_000_000), ("\"1,5 Mio\"", 150_000_000), ("0", 0),
    ])
  func amounts(text: String, cents: Int64) throws {
    #expect(try filter("budget:" + text) == .budget(from: cents, through: cents))
  }

  @Test(
    "what cannot be meant is refused at its place",
    arguments: [
      ("theme:kutlur", 6..<12, "kultur"), ("department:bau", 11..<14, "bau*"),
      ("ends>bald", 5..<9, "heute-6m"), ("budget>viel", 7..<11, "250.000"),
      ("budget:5..1", 7..<11, "kleinere"), ("title:none", 6..<10, nil),
      ("status:runing", 7..<13, "running"), ("linked:kutlur", 7..<13, "kultur"),
      ("similar:digitales-bauant", 8..<24, "digitales-bauamt"), ("theme<3", 5..<6, "thema:"),
      ("budget:99999999999999999999", 7..<27, "250.000"), ("ends:2026-02-30", 5..<15, "2027"),
      ("ends>today-99999y", 5..<17, "2027"), ("them:x", 0..<4, "theme"),
      ("kultur)", 6..<7, nil), ("\"kultur", 0..<1, "schließende"), ("a or", 2..<4, "\"or\""),
      ("budget>=", 0..<8, nil), (">5", 0..<1, "budget>=100000"), ("sort:farbe", 5..<10, "title"),
      ("-(sort:id)", 2..<6, "Ende"), ("theme:\"\"", 6..<8, "theme:none"), ("a-b*", 0..<4, "Park*"),
    ] as [(String, Range<Int>, String?)])
  func faults(text: String, place: Range<Int>, suggestion: String?) throws {
    let failure = #expect(throws: QueryFaults.self) { try filter(text) }
    let fault = try #require(failure?.faults.first)
    #expect(fault.range == place)
    #expect(fault.message.german != fault.message.english)
    if let suggestion {
      #expect(fault.suggestion?.german.contains(suggestion) == true, "\(fault)")
    } else {
      #expect(fault.suggestion == nil)
    }
  }

  @Test("everything wrong is told at once, in form and in names, in the order of the query")
  func several() throws {
    let failure = #expect(throws: QueryFaults.self) {
      try filter("them:kultur ends>bald (status:runing")
    }
    #expect(failure?.faults.map(\.range.lowerBound) == [0, 17, 22, 30])
    #expect(
      failure?.render(in: .english).hasPrefix(
        """
        There is no field 'them'.
          them:kultur ends>bald (status:runing
          ^^^^
          Did you mean 'theme'?

        'bald' is no date.
          them:kultur ends>bald (status:runing
                           ^^^^
        """) == true)
  }

  @Test("a word typed wrongly is replaced where it is looked for, not where it is excluded")
  func correction() throws {
    let query = try Query.parse("Pakraum theme:mobil -Pakraum")
    let correction = QueryCorrection(query) { $0 == "Pakraum" ? "Parkraum" : nil }
    #expect(correction.query == (try Query.parse("Parkraum theme:mobil -Pakraum")))
    #expect(correction.replacements.map(\.meant) == ["Parkraum"])
  }
}
