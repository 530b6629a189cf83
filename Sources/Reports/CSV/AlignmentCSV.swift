public import Findings
internal import Portfolio

/// `dach align --format csv`: `id,target,kind,score`, best first per id.
public enum AlignmentCSV {
  public static func render(_ list: AlignmentList, of snapshot: Snapshot) -> String {
    var csv = CSVWriter()
    csv.add(["id", "target", "kind", "score"])
    for entry in list.entries {
      for score in entry.all {
        csv.add([
          snapshot.projects[entry.project].id, snapshot.id(of: score.target),
          score.target.kind, ScoreText.precise(score.probability),
        ])
      }
    }
    return csv.text
  }
}

extension AlignmentTarget {
  /// As lists and JSON call it.
  var kind: String {
    switch self {
    case .guideline: "guideline"
    case .theme: "theme"
    }
  }
}
