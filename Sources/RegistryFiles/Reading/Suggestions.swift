internal import Portfolio

/// Finds what somebody most likely meant.
struct Suggestions {
  /// Hints cost a look at every candidate, so a file that is wrong throughout gets only as many.
  private static let most = 500
  private var remembered: [String: String?] = [:]

  /// The candidate nearest to `text`, or nil where none is near. `key` names the set of
  /// candidates, so that the same question is answered once.
  mutating func nearest(
    to text: String, key: String, among candidates: () -> [String]
  ) -> String? {
    let question = key + "\n" + text
    if let answer = remembered[question] { return answer }
    guard remembered.count < Self.most else { return nil }
    let answer = NearestName.of(text, among: candidates())
    remembered[question] = answer
    return answer
  }
}
