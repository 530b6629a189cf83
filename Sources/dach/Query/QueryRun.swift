import Portfolio
import ProjectQuery
import RegistryDatabase
import Reports
import TextMatching

/// Asks one query of one source.
struct QueryRun {
  let source: QuerySource
  let words: SearchWords
  /// What relative dates count from.
  let day: CalendarDay
  let text: String
  /// More important than the order that the query itself names.
  let sort: [SortKey]

  /// - Throws: `QueryFaults`
  func resolve(_ reading: QueryReading) async throws -> ResolvedQuery {
    var reading = reading
    if !sort.isEmpty { reading.query.sort = sort }
    let resolver = Resolver(try await source.vocabulary(for: reading.query), today: day) {
      !words.words(of: $0).isEmpty
    }
    return try resolver.resolve(reading)
  }

  var reading: QueryReading { QueryReading(text) }

  /// The answer; where there is no match, that to the query with likely words in place of those
  /// that occur nowhere.
  func answer(limit: Int?, offset: Int, groupings: [Grouping]) async throws -> QueryAnswer {
    var reading = reading
    var resolved = try await resolve(reading)
    var page = try await source.page(resolved, limit: limit, offset: offset)
    var replacements: [QueryCorrection.Replacement] = []
    if page.count == 0 {
      let correction = try await source.corrected(reading.query)
      if !correction.replacements.isEmpty {
        reading.query = correction.query
        let other = try await resolve(reading)
        let found = try await source.page(other, limit: limit, offset: offset)
        if found.count > 0 {
          (resolved, page, replacements) = (other, found, correction.replacements)
        }
      }
    }
    var groups: [(grouping: Grouping, counts: [GroupCount])] = []
    for grouping in groupings {
      groups.append((grouping, try await source.groups(resolved, by: grouping)))
    }
    return QueryAnswer(
      count: page.count, projects: page.projects, offset: offset, groups: groups,
      replacements: replacements)
  }
}
