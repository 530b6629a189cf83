internal import Portfolio
public import ProjectTables
internal import RegistryFiles

/// A list of projects as CSV that German spreadsheet programs open by a double click: UTF-8 with a
/// byte order mark, semicolons between cells. `dach import` reads it back.
public enum ProjectListCSV {
  public static func render(_ list: ProjectList) -> String {
    var csv = CSVWriter(separator: ";")
    csv.add(list.columns.map { $0.name[list.language] })
    for project in list.projects {
      csv.add(list.columns.map { FormulaGuard.added(to: list.text($0, of: project)) })
    }
    return "\u{FEFF}" + csv.text
  }
}
