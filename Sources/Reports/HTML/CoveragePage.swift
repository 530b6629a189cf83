public import Findings
internal import Markup
public import Portfolio

/// `dach coverage --format html`: the heat map, and under it the projects behind every number.
public enum CoveragePage {
  public static func render(
    _ table: CoverageTable, of snapshot: Snapshot, language: Language
  ) -> String {
    let wording = CoverageWording(table: table, language: language)
    let title = snapshot.name[language]
    let day = DayText(language).text(snapshot.asOf)
    return Page(title: "\(wording.title) – \(title)", language: language).render {
      tag("h1") { wording.title }
      tag("p", .class("quiet")) {
        BilingualText(
          de: "\(title) · Stand vom \(day)", en: "\(title) · as of \(day)")[language]
      }
    } main: {
      HeatMapHTML(table, language: language).render()
      tag("h2") { BilingualText(de: "Die Projekte dahinter", en: "The projects behind")[language] }
      table.shownRows.map { projects(of: $0, table, snapshot, language) }
    }
  }

  private static func projects(
    of row: Int, _ table: CoverageTable, _ snapshot: Snapshot, _ language: Language
  ) -> Markup {
    let columns = table.shownColumns.filter {
      !table.cell(row: row, column: $0).declared.projects.isEmpty
    }
    return tag("section") {
      tag("h3") { table.rows[row].name[language] }
      columns.map { column in
        let projects = table.cell(row: row, column: column).declared.projects
        return tag("div") {
          tag("h4") { "\(table.columns[column].name[language]) (\(projects.count))" }
          tag("ul") { projects.map { project in tag("li") { snapshot.projectTitle(project) } } }
        }
      }
    }
  }
}
