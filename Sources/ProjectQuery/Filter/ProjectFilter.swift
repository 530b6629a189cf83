public import Portfolio

/// A query with all names resolved: a condition on a project that the evaluation in memory and the
/// database understand alike. Every condition is either true or false of a project, also where a
/// field is empty, so that "not" means the rest.
public indirect enum ProjectFilter: Sendable, Hashable {
  /// All of them; with none, every project.
  case all([ProjectFilter])
  /// One of them at least; with none, no project.
  case any([ProjectFilter])
  case not(ProjectFilter)
  /// A field with at most one value has one of these.
  case isOne(of: [String], in: SingleField)
  /// A list holds one of these.
  case lists(anyOf: [String], in: ListField)
  case isIn(office: String, of: String)
  /// The text of a field holds this one, see `TextFolding`.
  case contains(String, in: TextField)
  case words(QueryText, in: WordScope)
  /// The day lies within; open ends are nil.
  case day(DayField, from: CalendarDay?, through: CalendarDay?)
  /// The budget lies within, in hundredths, whatever the currency; open ends are nil.
  case budget(from: Int64?, through: Int64?)
  /// The field is not empty.
  case present(QueryField)
  /// Linked with another project of the registry, in either direction.
  case linked(LinkedWith)
  /// The title is like this one, for every project but the one given.
  case similar(title: String, except: String?)

  public enum SingleField: Sendable, Hashable {
    case id, department, strategy, status, visibility, label
  }

  public enum ListField: Sendable, Hashable {
    case theme, guideline, review, provides, requires, contribution, sector
  }

  public enum TextField: Sendable, Hashable {
    case funding, contact, partner, audience, technology, page, note, source
  }

  public enum WordScope: Sendable, Hashable {
    case titleAndSummary, title, summary
  }

  public enum DayField: Sendable, Hashable {
    /// The first day of the start.
    case starts
    /// The last day of the end.
    case ends
    /// The last day of the confirmation.
    case confirmed
  }

  public enum LinkedWith: Sendable, Hashable {
    case anyProject
    case projects([String])
    case departments([String])
    case office(String, of: String)
  }
}

extension ProjectFilter {
  public static let everything = ProjectFilter.all([])

  /// Whether finding the matches is dear by itself: words, parts of texts, similar titles, links.
  public var searches: Bool {
    switch self {
    case .all(let parts), .any(let parts): parts.contains(where: \.searches)
    case .not(let inner): inner.searches
    case .contains, .words, .linked, .present(.linked), .similar: true
    default: false
    }
  }

  /// The texts that every or some match has, in the order written: what relevance is counted by.
  public var wantedWords: [QueryText] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap(\.wantedWords)
    case .words(let text, _): [text]
    default: []
    }
  }

  /// The titles to which matches are wanted to be similar.
  public var wantedTitles: [String] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap(\.wantedTitles)
    case .similar(let title, _): [title]
    default: []
    }
  }
}

/// A query ready to run.
public struct ResolvedQuery: Sendable, Hashable {
  public var filter: ProjectFilter
  /// Never empty; the id decides between equals.
  public var sort: [SortKey]

  /// - Parameter sort: Where empty, the most relevant come first, or the order is that of ids.
  public init(_ filter: ProjectFilter, sort: [SortKey] = []) {
    self.filter = filter
    let hasRelevance = !filter.wantedWords.isEmpty || !filter.wantedTitles.isEmpty
    self.sort = sort.isEmpty ? [SortKey(hasRelevance ? .relevance : .id)] : sort
  }
}
