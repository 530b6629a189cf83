public import Portfolio

/// Runs queries over projects in memory: for a folder of files, and as the plain statement of what
/// the database's answers have to be.
public struct Evaluation {
  let projects: [Project]
  private let words: (String) -> [IndexedWord]
  private let neighbourhood: Neighbourhood
  private let titles: [IndexedText]
  private let summaries: [IndexedText]
  private let texts: [IndexedText]

  /// - Parameters:
  ///   - survivors: For the ids of merged projects the ids of those that go on.
  ///   - words: The searchable words of a text, in their order.
  public init(
    _ projects: [Project], survivors: [String: String] = [:],
    words: @escaping (String) -> [IndexedWord]
  ) {
    self.projects = projects
    self.words = words
    neighbourhood = Neighbourhood(projects, survivors: survivors)
    let titleWords = projects.map { words($0.title) }
    let summaryWords = projects.map { words($0.summary ?? "") }
    titles = titleWords.map { IndexedText($0) }
    summaries = summaryWords.map { IndexedText($0) }
    texts = zip(titles, summaryWords).map { title, summary in
      var text = title
      text.append(summary)
      return text
    }
  }

  /// All matches in the order asked for.
  public func matches(_ query: ResolvedQuery) -> [Project] {
    let found = projects.indices.filter { matches($0, query.filter) }
    let keys = found.map { place in
      SortedProject(projects[place], relevance: relevance(place, query.filter))
    }
    return keys.sorted { $0.precedes($1, by: query.sort) }.map(\.project)
  }

  private func matches(_ place: Int, _ filter: ProjectFilter) -> Bool {
    let project = projects[place]
    switch filter {
    case .all(let parts): return parts.allSatisfy { matches(place, $0) }
    case .any(let parts): return parts.contains { matches(place, $0) }
    case .not(let inner): return !matches(place, inner)
    case .isOne(let values, let field):
      return project.value(of: field).map(values.contains) ?? false
    case .lists(let values, let field):
      return project.values(of: field).contains(where: values.contains)
    case .isIn(let office, let department):
      return project.office == office && project.department == department
    case .contains(let part, let field):
      return project.texts(of: field).contains {
        TextFolding.contains(part, in: TextFolding.folded($0))
      }
    case .words(let text, let scope): return contains(place, text, scope)
    case .day(let field, let from, let through):
      guard let day = project.day(of: field) else { return false }
      return (from.map { day >= $0 } ?? true) && (through.map { day <= $0 } ?? true)
    case .budget(let from, let through):
      guard let cents = project.budget?.cents else { return false }
      return (from.map { cents >= $0 } ?? true) && (through.map { cents <= $0 } ?? true)
    case .present(.linked): return !neighbourhood.of(place).isEmpty
    case .present(let field): return project.has(field)
    case .linked(let other): return neighbourhood.of(place).contains { isMeant($0, by: other) }
    case .similar(let title, let except):
      return project.id != except
        && Trigrams(project.title).similarity(to: Trigrams(title)) >= Trigrams.threshold
    }
  }

  private func isMeant(_ place: Int, by other: ProjectFilter.LinkedWith) -> Bool {
    let project = projects[place]
    return switch other {
    case .anyProject: true
    case .projects(let ids): ids.contains(project.id)
    case .departments(let ids): project.department.map(ids.contains) ?? false
    case .office(let office, let department):
      project.office == office && project.department == department
    }
  }

  private func contains(
    _ place: Int, _ text: QueryText, _ scope: ProjectFilter.WordScope
  ) -> Bool {
    let indexed =
      switch scope {
      case .titleAndSummary: texts[place]
      case .title: titles[place]
      case .summary: summaries[place]
      }
    return text.spellings.contains { spelling in
      if case .prefix = text {
        return indexed.containsWord(beginning: PrefixFolding.folded(spelling))
      }
      return indexed.contains(words(spelling))
    }
  }

  /// How well a match fits: for each wanted word in the title 1, for each wanted title its
  /// similarity.
  private func relevance(_ place: Int, _ filter: ProjectFilter) -> Double {
    let inTitle = filter.wantedWords.count { contains(place, $0, .title) }
    return filter.wantedTitles.reduce(Double(inTitle)) { sum, title in
      sum + Double(Trigrams(projects[place].title).similarity(to: Trigrams(title)))
    }
  }
}

/// Brings the beginning of a word to the form of the index: lower case, umlauts without their dots.
public enum PrefixFolding {
  public static func folded(_ prefix: String) -> String {
    var folded = ""
    for character in prefix.lowercased() {
      switch character {
      case "ä": folded += "a"
      case "ö": folded += "o"
      case "ü": folded += "u"
      case "ß": folded += "ss"
      default: folded.append(character)
      }
    }
    return folded
  }
}
