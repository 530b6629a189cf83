import Findings
import Portfolio

extension Snapshot {
  /// The id of the department that `name` names by id, name or alias, regardless of case.
  ///
  /// - Throws: `UnknownName`
  func departmentID(named name: String) throws -> String {
    let departments = portfolio.departments
    if departments.contains(where: { $0.id == name }) { return name }
    let wanted = name.lowercased()
    if let department = departments.first(where: {
      ([$0.name] + $0.aliases).contains { $0.lowercased() == wanted }
    }) {
      return department.id
    }
    throw UnknownName(
      kind: BilingualText(de: "Dienststelle", en: "department"), name: name,
      known: departments.flatMap { [$0.id, $0.name] })
  }
}
