import Portfolio
import ProjectQuery
import TestSupport
import Testing
import TextMatching

@testable import RegistryDatabase

@Suite("Queries against the database")
struct QueryTests {
  private static let today = CalendarDay(year: 2026, month: 11, day: 22)

  @Test("find what the same queries find in memory, in the same order")
  func oracle() async throws {
    let seed = UInt64.random(in: .min ... .max)
    try await withRegistry { temporary in
      try await temporary.database.run { session in
        var sample = QuerySample(seed: seed)
        var answered = 0
        for _ in 0..<3 {
          let count = 60
          let portfolio = sample.portfolio(projects: count)
          try session.bring(portfolio, prune: true)
          let evaluation = try Self.evaluation(portfolio)
          for _ in 0..<400 {
            answered += try Self.compare(sample.query(count), session, evaluation, seed) ? 1 : 0
          }
        }
        // Random queries that found all or nothing would prove little.
        #expect(answered > 400, "seed \(seed): only \(answered) answers were neither all nor none")
      }
    }
  }

  /// - Returns: whether some projects fit and others do not.
  private static func compare(
    _ text: String, _ session: Session, _ evaluation: Evaluation, _ seed: UInt64
  ) throws -> Bool {
    let search = ProjectSearch(session)
    let reading = QueryReading(text)
    let words = try #require(SearchWords())
    let day = try #require(today)
    let resolver = Resolver(try search.vocabulary(for: reading.query), today: day) {
      !words.words(of: $0).isEmpty
    }
    let resolved = try resolver.resolve(reading)
    let expected = evaluation.matches(resolved)
    let found = try search.page(resolved, limit: nil, offset: 0)
    #expect(
      found.projects.map(\.id) == expected.map(\.id),
      "seed \(seed): \(text)\n\(QueryStatement.page(resolved, limit: nil, offset: 0).sql)")
    #expect(found.count == expected.count, "seed \(seed): \(text)")
    let part = try search.page(resolved, limit: 3, offset: 2)
    #expect(part.projects.map(\.id) == expected.dropFirst(2).prefix(3).map(\.id), "seed \(seed)")
    let grouping = Grouping.allCases[text.utf8.count % Grouping.allCases.count]
    #expect(
      try search.groups(resolved, by: grouping) == GroupCount.of(expected, by: grouping),
      "seed \(seed): \(text) by \(grouping)")
    return !expected.isEmpty && expected.count < 60
  }

  private static func evaluation(_ portfolio: Portfolio) throws -> Evaluation {
    let words = try #require(SearchWords())
    return Evaluation(portfolio.projects) { text in
      words.words(of: text).map { IndexedWord(stem: $0.stem, position: $0.position) }
    }
  }

  @Test("never end in an SQL error, whatever is typed")
  func garbage() async throws {
    let seed = UInt64.random(in: .min ... .max)
    try await withRegistry { temporary in
      try await temporary.database.run { session in
        var sample = QuerySample(seed: seed)
        try session.bring(sample.portfolio(projects: 10))
        var random = SeededRandom(seed: seed)
        let words = try #require(SearchWords())
        let day = try #require(Self.today)
        var asked = 0
        for number in 0..<2_000 {
          let text = Self.garbage(&random, number)
          do {
            let reading = QueryReading(text)
            let search = ProjectSearch(session)
            let vocabulary = try search.vocabulary(for: reading.query)
            let resolver = Resolver(vocabulary, today: day) {
              !words.words(of: $0).isEmpty
            }
            let resolved = try resolver.resolve(reading)
            _ = try search.page(resolved, limit: 5, offset: 0)
            _ = try QueryCorrection(reading.query) { try search.nearestWord(to: $0) }
            asked += 1
          } catch is QueryFaults {
            continue
          } catch {
            Issue.record("seed \(seed): \(text.debugDescription): \(String(reflecting: error))")
          }
        }
        #expect(asked > 300, "seed \(seed): only \(asked) of 2,000 could be asked")
      }
    }
  }

  private static func garbage(_ random: inout SeededRandom, _ number: Int) -> String {
    let parts = [
      "'", "\"'; DROP TABLE project; --\"", "%", "_", "\\", "*", "a*", "'*", "title:", "title:a*",
      "budget>=", "9223372036854775807", "ends:", "9999-12-31", "ends>9999", "starts<1000",
      "today+99999d", "similar:", "linked:", "id:", "contact:\"\\\\%_'\"", "(", ")", " or ",
      " and ",
      " not ", "\0", "\"", ":*", "!", "&", "|", "<->", "5", "e-", "-a", "https://x", "a@b.de",
      "/a/b", "<b>", "&amp;", "1e400", "1.2.3.4", "sort:", "relevance",
      String(repeating: "x", count: 290),
    ]
    if number % 3 == 0 { return random.text(upTo: 30) }
    return (0..<Int.random(in: 1...4, using: &random)).map { _ in
      parts.randomElement(using: &random) ?? ""
    }.joined(separator: number % 2 == 0 ? "" : " ")
  }

  @Test("find a word that was typed wrongly by what it is most like")
  func correction() async throws {
    try await withRegistry { temporary in
      try await temporary.database.run { session in
        try session.bring(SmallRegistry.portfolio)
        let search = ProjectSearch(session)
        #expect(try search.nearestWord(to: "Onliehe") == "Onleihe")
        #expect(try search.nearestWord(to: "Onleihe") == nil)
        #expect(try search.nearestWord(to: "Schlauchboot") == nil)
      }
    }
  }

  @Test("compare parts of texts as memory does, for every character")
  func folding() async throws {
    let seed = UInt64.random(in: .min ... .max)
    try await withRegistry { temporary in
      try await temporary.database.run { session in
        var random = SeededRandom(seed: seed)
        for text in ["ÄÖÜäöüßẞ", "A\u{308}", "İıſK"] + (0..<500).map({ _ in random.text(upTo: 20) })
        {
          let folded = try session.value("SELECT query_text($1)", [.text(text)], as: String.self)
          #expect(folded == TextFolding.folded(text), "seed \(seed): \(text.debugDescription)")
        }
      }
    }
  }

  @Test("know German words by the same stems as memory")
  func stems() async throws {
    let seed = UInt64.random(in: .min ... .max)
    try await withRegistry { temporary in
      try await temporary.database.run { session in
        var sample = QuerySample(seed: seed)
        let words = try #require(SearchWords())
        for project in sample.portfolio(projects: 200).projects {
          let text = project.title + ". " + (project.summary ?? "")
          let stored = try session.rows(
            """
            SELECT lexeme, unnest(positions)::integer
            FROM unnest(to_tsvector('dach_german', $1)) ORDER BY 2
            """, [.text(text)]
          ) { "\(try $0.decode(0, as: String.self)):\(try $0.decode(1, as: Int.self))" }
          let here = words.words(of: text).map { "\($0.stem):\($0.position)" }
          #expect(stored == here, "seed \(seed): \(text)")
        }
      }
    }
  }
}
