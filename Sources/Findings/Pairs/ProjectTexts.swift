internal import Portfolio
internal import TextMatching

/// The titles and texts of all projects, kept as the length of the list asks for.
///
/// A short list's are compared by runs of characters alone, which find most. Their number makes
/// them slow and large for a long one, where words bring the pairs together first. See
/// `docs/duplicates.md`.
enum ProjectTexts: Sendable {
  case short(titles: TextCorpus, texts: TextCorpus)
  case long(LongListTexts)

  /// More projects than any city has by itself make a long list.
  static let longestShortList = 5000

  /// - Parameter surroundings: where the snapshot holds a few projects of many, those.
  init(_ snapshot: Snapshot, in surroundings: DraftSurroundings?) {
    let projects = snapshot.projects
    let text = { @Sendable (project: Int) in
      (title: projects[project].title, rest: projects[project].summary ?? "")
    }
    lazy var names = ProjectCorpora.names(of: snapshot.departments)
    if let surroundings {
      let (titles, texts) = TextCorpus.titlesAndTexts(
        projects.count, lessening: names, frequencies: (surroundings.titles, surroundings.texts),
        text)
      self = .short(titles: titles, texts: texts)
    } else if projects.count > Self.longestShortList {
      self = .long(LongListTexts(projects.count, lessening: names, text))
    } else {
      self = .short(titles: snapshot.corpora.titles, texts: snapshot.corpora.texts)
    }
  }

  var count: Int {
    switch self {
    case .short(_, let texts): texts.count
    case .long(let texts): texts.count
    }
  }

  /// How alike two projects' titles and texts are, as cosines of their runs of characters.
  func likeness(of candidate: PairCandidate) -> TextLikeness {
    let (one, other) = (candidate.pair.first, candidate.pair.second)
    switch self {
    case .short(let titles, let texts):
      return TextLikeness(
        text: candidate.text ?? texts.similarity(one, other),
        title: candidate.title ?? titles.similarity(one, other))
    case .long(let texts):
      if let text = candidate.text, let title = candidate.title {
        return TextLikeness(text: text, title: title)
      }
      return TextLikeness(texts.similarities(of: [(one, other)])[0])
    }
  }

  /// The pairs as candidates, with their likeness where it is dear to find out one by one.
  func candidates(_ pairs: [ProjectPair]) -> [PairCandidate] {
    switch self {
    case .short: return pairs.map { PairCandidate(pair: $0) }
    case .long(let texts):
      let pairs = pairs.sorted()
      return zip(pairs, texts.similarities(of: pairs.map { ($0.first, $0.second) })).map {
        PairCandidate(pair: $0, text: $1.text, title: $1.title)
      }
    }
  }

  /// How alike a project's text is to every other's, 0…1, by place.
  func similarities(to project: Int) -> [Double] {
    switch self {
    case .short(_, let texts): (0..<texts.count).map { texts.similarity(project, $0) }
    case .long(let texts):
      texts.similarities(of: (0..<texts.count).map { (project, $0) }).map(\.text)
    }
  }

  /// The telling words that two texts share; see `TextCorpus.sharedWords`.
  func sharedWords(
    _ one: String, _ other: String, limit: Int, onlySubjects: Bool = false
  ) -> [String] {
    switch self {
    case .short(_, let texts):
      texts.sharedWords(one, other, limit: limit, onlySubjects: onlySubjects)
    case .long(let texts):
      texts.sharedWords(one, other, limit: limit, onlySubjects: onlySubjects)
    }
  }
}

/// Cosines, 0…1.
struct TextLikeness: Sendable {
  let text: Double
  let title: Double
}

extension TextLikeness {
  fileprivate init(_ similarity: LongListTexts.Similarity) {
    self.init(text: similarity.text, title: similarity.title)
  }
}

/// The pairs whose texts reach a threshold, found by an exact join.
struct TextPairs: Sendable {
  /// By first and second project; each with its likeness, as far as the join has found it out.
  let candidates: [PairCandidate]
  /// The threshold that the join reached; a higher one than asked for where there were more pairs
  /// than memory should hold.
  let threshold: Double
  let isComplete: Bool
  /// How many pairs the join's bounds let through.
  let comparedCount: Int

  /// - Parameters:
  ///   - reach: how far down the list is searched.
  ///   - progress: told which share of the work is done; on any thread.
  init(
    _ texts: ProjectTexts, reach: TextReach, progress: (@Sendable (_ share: Double) -> Void)?
  ) {
    let asked = Self.threshold(texts, reach: reach)
    switch texts {
    case .short(_, let corpus):
      let join = SimilarityJoin(corpus, atLeast: asked)
      (threshold, isComplete, comparedCount) = (asked, true, join.candidateCount)
      candidates = join.pairs.map {
        PairCandidate(pair: ProjectPair($0.left, $0.right), text: $0.similarity)
      }.sorted()
    case .long(let list):
      let join = list.join(atLeast: asked, progress: progress)
      let pairs = join.pairs.map { (left: $0.left, right: $0.right) }
      (threshold, isComplete, comparedCount) = (
        join.threshold, join.isComplete, join.candidateCount
      )
      candidates = zip(pairs, list.similarities(of: pairs)).map { pair, likeness in
        PairCandidate(
          pair: ProjectPair(pair.left, pair.right), text: likeness.text, title: likeness.title)
      }
    }
  }

  /// The least cosine of a pair: of runs of characters in a short list, of words in a long one.
  static func threshold(_ texts: ProjectTexts, reach: TextReach) -> Double {
    switch texts {
    case .short:
      max(characterThreshold(count: texts.count) - reach.patience, reach.least)
    case .long: wordThreshold(count: texts.count) - reach.patience
    }
  }

  /// In a larger portfolio more is alike by chance, so the threshold rises with its size: 0.10 up
  /// to 300 projects, 0.19 for 1,000, 0.36 for 10,000, 0.53 for 100,000.
  static func characterThreshold(count: Int) -> Double {
    let decades = logarithm(Double(max(count, 300)) / 300) / logarithm(10)
    return min(0.10 + 0.17 * decades, 0.7)
  }

  /// The least cosine of the runs of characters of a draft and its candidates.
  static func hintThreshold(count: Int) -> Double {
    max(characterThreshold(count: count) - TextReach.list.patience, TextReach.list.least)
  }

  /// 0.34 for 10,000 projects, 0.44 for 100,000, 0.54 for a million.
  static func wordThreshold(count: Int) -> Double {
    let decades = logarithm(Double(count) / 10_000) / logarithm(10)
    return min(0.34 + 0.10 * decades, 0.7)
  }
}

/// How far down a list is searched for texts that are alike.
struct TextReach: Sendable {
  /// How much further down than a check, in cosines. That lengthens the list of unlikely pairs, and
  /// changes no pair's score.
  let patience: Double
  /// Never lower.
  let least: Double

  /// As far as a finding may come from.
  static let check = TextReach(patience: 0, least: leastOfWords)
  /// For a list that a person ranks, and reads on as far as it is worth the while.
  static let list = TextReach(patience: 0.08, least: leastOfWords)
  /// For missing links, of which much speaks besides the texts.
  static let links = TextReach(patience: 0.095, least: 0.005)

  /// Below, texts share no more than everyday words.
  private static let leastOfWords = 0.03
}
