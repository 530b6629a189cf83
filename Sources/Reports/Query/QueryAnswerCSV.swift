internal import Portfolio
internal import ProjectQuery

/// `dach query --format csv`: one line for each match, or for each group where groups were asked
/// for.
public enum QueryAnswerCSV {
  public static func render(_ answer: QueryAnswer, columns: [QueryColumn]) -> String {
    var csv = CSVWriter()
    if answer.groups.isEmpty {
      csv.add(columns.map(\.rawValue))
      for project in answer.projects { csv.add(columns.map { $0.value(of: project) }) }
    } else {
      csv.add(["field", "value", "count"])
      for (grouping, counts) in answer.groups {
        for group in counts {
          csv.add([grouping.rawValue, group.value ?? "", String(group.count)])
        }
      }
    }
    return csv.text
  }
}
