public import Findings
public import Portfolio

/// `dach match --format csv`: `left,right,score`, best first.
public enum MatchCSV {
  public static func render(_ matching: ListMatching, projects: [Project]) -> String {
    var csv = CSVWriter()
    csv.add(["left", "right", "score"])
    for match in matching.matches {
      csv.add([projects[match.left].id, projects[match.right].id, ScoreText.precise(match.score)])
    }
    return csv.text
  }
}

/// Probabilities in figures.
enum ScoreText {
  /// Six decimals, and more where the first six are zeros: what differs is told apart.
  static func precise(_ score: Double) -> String {
    let rounded = (score * 1e6).rounded() / 1e6
    return String(rounded > 0.0001 && rounded < 0.9999 ? rounded : score)
  }
}
