internal import Portfolio
internal import Synchronization
internal import TextMatching

/// The titles and descriptions of all projects as vectors of runs of characters.
struct ProjectCorpora: Sendable {
  let titles: TextCorpus
  /// Titles with descriptions.
  let texts: TextCorpus

  init(_ projects: [Project], of departments: [Department]) {
    (titles, texts) = TextCorpus.titlesAndTexts(
      projects.count, lessening: Self.names(of: departments), frequencies: nil
    ) { (projects[$0].title, projects[$0].summary ?? "") }
  }

  /// Under which departments and their offices are known; who owns a project is compared by itself.
  static func names(of departments: [Department]) -> [String] {
    departments.flatMap { department in
      [department.name] + department.aliases
        + department.offices.flatMap { [$0.name] + $0.aliases }
    }
  }
}

/// The corpora of one snapshot: made when the first analysis asks, then shared by all.
final class LazyProjectCorpora: Sendable {
  private let made = Mutex<ProjectCorpora?>(nil)

  func corpora(of snapshot: Snapshot) -> ProjectCorpora {
    made.withLock { made in
      if let made { return made }
      let corpora = ProjectCorpora(snapshot.projects, of: snapshot.departments)
      made = corpora
      return corpora
    }
  }
}

extension Snapshot {
  /// The titles and descriptions of all projects as vectors, made once.
  var corpora: ProjectCorpora { lazyCorpora.corpora(of: self) }
}
