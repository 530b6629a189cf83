/// How alike to others each project's text is: the mean similarity of the five most alike.
///
/// Where many texts resemble each other (every kindergarten app mentions parents and a tablet), a
/// likeness says less than where a text otherwise stands alone. Known from search under several
/// names, e.g. G. Lample et al., "Word translation without parallel data" (ICLR 2018), section 2.3.
struct Neighbourhoods: Sendable {
  static let size = 5
  private let means: [Float]

  /// - Parameters:
  ///   - pairs: all pairs that reach `threshold`, and perhaps others.
  ///   - threshold: what lies below counts as half of it.
  init(_ pairs: [PairCandidate], count: Int, threshold: Double) {
    var best = [Float](repeating: Float(threshold / 2), count: count * Self.size)
    for candidate in pairs {
      guard let similarity = candidate.text, similarity >= threshold else { continue }
      for text in [candidate.pair.first, candidate.pair.second] {
        Self.insert(Float(similarity), into: &best, from: text * Self.size)
      }
    }
    means = (0..<count).map { text in
      best[(text * Self.size)..<((text + 1) * Self.size)].reduce(0, +) / Float(Self.size)
    }
  }

  /// - Parameter means: by project.
  init(means: [Float]) { self.means = means }

  /// The mean for a project with these similarities to others.
  static func mean(_ similarities: [Double], threshold: Double) -> Float {
    let best = similarities.filter { $0 >= threshold }.sorted(by: >).prefix(size)
    let sum = best.reduce(0, +) + Double(size - best.count) * threshold / 2
    return Float(sum / Double(size))
  }

  /// Keeps the five places from `start` on in descending order.
  private static func insert(_ value: Float, into best: inout [Float], from start: Int) {
    var place = start + size - 1
    guard value > best[place] else { return }
    while place > start, best[place - 1] < value {
      best[place] = best[place - 1]
      place -= 1
    }
    best[place] = value
  }

  /// The mean of both projects' figures, 0…1.
  func density(_ pair: ProjectPair) -> Double {
    Double(means[pair.first] + means[pair.second]) / 2
  }
}
