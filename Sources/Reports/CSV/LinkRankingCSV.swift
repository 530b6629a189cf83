public import Findings

/// `dach network --pairs --format csv`: `left,right,score`, best first.
public enum LinkRankingCSV {
  public static func render(_ ranking: LinkRanking) -> String {
    var csv = CSVWriter()
    csv.add(["left", "right", "score"])
    for pair in ranking.scores { csv.add([pair.left, pair.right, ScoreText.precise(pair.score)]) }
    return csv.text
  }
}
