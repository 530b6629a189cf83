internal import Portfolio
internal import Synchronization
internal import TextMatching

/// The titles and descriptions of all projects as vectors.
struct ProjectTexts: Sendable {
  let titles: TextCorpus
  /// Titles with descriptions.
  let texts: TextCorpus

  init(_ projects: [Project], of departments: [Department]) {
    (titles, texts) = TextCorpus.titlesAndTexts(
      projects.count, lessening: Self.names(of: departments)
    ) { (projects[$0].title, projects[$0].summary ?? "") }
  }

  /// Under which departments and their offices are known; who owns a project is compared by itself.
  private static func names(of departments: [Department]) -> [String] {
    departments.flatMap { department in
      [department.name] + department.aliases
        + department.offices.flatMap { [$0.name] + $0.aliases }
    }
  }
}

/// The texts of one snapshot: read when the first analysis asks, then shared by all.
final class LazyProjectTexts: Sendable {
  private let made = Mutex<ProjectTexts?>(nil)

  func texts(of snapshot: Snapshot) -> ProjectTexts {
    made.withLock { made in
      if let made { return made }
      let texts = ProjectTexts(snapshot.projects, of: snapshot.departments)
      made = texts
      return texts
    }
  }
}

extension Snapshot {
  /// The titles and descriptions of all projects as vectors, made once.
  var texts: ProjectTexts { lazyTexts.texts(of: self) }
}
