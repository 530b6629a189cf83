import Portfolio
import ProjectQuery
import RegistryDatabase
import TextMatching

/// Where a query is asked: projects in memory, or the database.
enum QuerySource {
  case folder(Portfolio, Evaluation)
  case database(Database)

  static func folder(_ portfolio: Portfolio, words: SearchWords) -> QuerySource {
    .folder(
      portfolio,
      Evaluation(portfolio.projects, survivors: portfolio.survivors()) { text in
        words.words(of: text).map { IndexedWord(stem: $0.stem, position: $0.position) }
      })
  }

  func vocabulary(for query: Query) async throws -> Vocabulary {
    switch self {
    case .folder(let portfolio, _): Vocabulary(portfolio)
    case .database(let database):
      try await database.runPatiently { try ProjectSearch($0).vocabulary(for: query) }
    }
  }

  /// A page of matches and how many there are in all.
  func page(_ query: ResolvedQuery, limit: Int?, offset: Int) async throws -> ProjectSearch.Page {
    switch self {
    case .folder(_, let evaluation):
      let all = evaluation.matches(query)
      return ProjectSearch.Page(
        count: all.count, projects: Array(all.dropFirst(offset).prefix(limit ?? all.count)))
    case .database(let database):
      return try await database.runPatiently {
        try ProjectSearch($0).page(query, limit: limit, offset: offset)
      }
    }
  }

  func groups(_ query: ResolvedQuery, by grouping: Grouping) async throws -> [GroupCount] {
    switch self {
    case .folder(_, let evaluation): GroupCount.of(evaluation.matches(query), by: grouping)
    case .database(let database):
      try await database.runPatiently { try ProjectSearch($0).groups(query, by: grouping) }
    }
  }

  /// Replaces the words of a query that occur nowhere.
  func corrected(_ query: Query) async throws -> QueryCorrection {
    switch self {
    case .folder(let portfolio, let evaluation):
      let known = QueryCorrection.words(of: portfolio.projects.map(\.title))
      return QueryCorrection(query) { word in
        let found = evaluation.matches(
          ResolvedQuery(.words(.word(word), in: .titleAndSummary)))
        return found.isEmpty ? NearestName.of(word, among: known) : nil
      }
    case .database(let database):
      return try await database.runPatiently { session in
        try QueryCorrection(query) { try ProjectSearch(session).nearestWord(to: $0) }
      }
    }
  }
}
