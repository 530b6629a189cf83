public import Portfolio

/// Reviewed alignments from a CSV file with the columns `id,target`: a row for each guideline or
/// theme that a project serves. What a listed project's rows of one kind do not name, it does not
/// serve.
public struct ReviewSheet: Sendable {
  private let rows: [NamedRows.Row]
  private let path: String
  public let diagnostics: [Diagnostic]

  private static let columns: [NamedRows.Column] = [
    .init(headings: ["id", "kennung", "project", "projekt"], isRequired: true),
    .init(
      headings: ["target", "leitlinie", "thema", "themenkomplex", "guideline", "theme"],
      isRequired: true),
  ]

  public init(path: String) {
    let read = NamedRows(path: path, columns: Self.columns)
    (rows, diagnostics, self.path) = (read.rows, read.diagnostics, path)
  }

  /// Enters what has been reviewed into the portfolio's projects, in place of what they say of
  /// guidelines or themes.
  ///
  /// - Parameter day: on which a reviewed theme counts as confirmed.
  /// - Returns: what names no project, guideline or theme of the portfolio.
  public func apply(to portfolio: inout Portfolio, on day: PartialDate?) -> [Diagnostic] {
    let places = Dictionary(
      portfolio.projects.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let themes = Set((portfolio.strategy?.themes ?? []).map(\.id))
    let guidelines = Set((portfolio.strategy?.guidelines ?? []).map(\.id))
    var (themesOfProject, alignmentsOfProject) = ([Int: [String]](), [Int: [Alignment]]())
    var faults: [Diagnostic] = []
    for row in rows {
      guard let id = row.cells["id"], let place = places[id] else {
        faults.append(unknown(row.cells["id"] ?? "", row))
        continue
      }
      let target = row.cells["target"] ?? ""
      if themes.contains(target) {
        themesOfProject[place, default: []].append(target)
      } else if guidelines.contains(target) {
        alignmentsOfProject[place, default: []].append(
          Alignment(guideline: target, role: .secondary, review: .reviewed))
      } else {
        faults.append(unknown(target, row))
      }
    }
    for (place, list) in themesOfProject {
      portfolio.projects[place].themes = list
      portfolio.projects[place].confirmed = day
    }
    for (place, list) in alignmentsOfProject { portfolio.projects[place].alignments = list }
    return faults
  }

  private func unknown(_ name: String, _ row: NamedRows.Row) -> Diagnostic {
    NamedRows.fault(
      path, row, code: "unknown-id",
      BilingualText(
        de: """
          Zeile \(row.line): „\(name.prefix(80))“ ist kein Projekt, keine Leitlinie und kein Thema
          """,
        en: "row \(row.line): '\(name.prefix(80))' is no project, guideline or theme"),
      hint: BilingualText(
        de: "Verwenden Sie die Kennungen der Liste und der Leitlinien.",
        en: "Use the ids of the list and of the guidelines."))
  }
}
