public import Portfolio
public import ProjectQuery

/// `dach query --format xlsx`: a sheet with one row for each match, or one for each group where
/// groups were asked for.
public enum QueryAnswerXLSX {
  /// - Parameters:
  ///   - day: of the data.
  ///   - vocabulary: what the values of groups are called.
  /// - Throws: `SpreadsheetError`
  public static func write(
    _ answer: QueryAnswer, columns: [QueryColumn], vocabulary: Vocabulary?, asOf day: CalendarDay,
    to path: String, language: Language
  ) throws(SpreadsheetError) {
    let title = BilingualText(de: "Projekte", en: "Projects")[language]
    let workbook = try Workbook(path: path, title: title, created: day)
    let sheet = try workbook.addSheet(title)
    if answer.groups.isEmpty {
      try writeProjects(answer.projects, columns, on: sheet, workbook, language)
    } else {
      try writeGroups(answer, vocabulary, language, on: sheet, workbook)
    }
    sheet.freeze(rows: 1, columns: 0)
    sheet.fitToPage()
    try workbook.close()
  }

  private static func writeProjects(
    _ projects: [Project], _ columns: [QueryColumn], on sheet: Workbook.Sheet,
    _ workbook: Workbook, _ language: Language
  ) throws(SpreadsheetError) {
    for (place, column) in columns.enumerated() {
      try workbook.write(
        .text(column.heading[language]), row: 0, column: place, style: .heading, on: sheet)
      sheet.setWidth(column.width, columns: place...place)
    }
    for (row, project) in projects.enumerated() {
      for (place, column) in columns.enumerated() {
        let value = column.cell(of: project, in: language)
        guard value != .text("") else { continue }
        try workbook.write(
          value, row: row + 1, column: place, style: CellStyle(numberFormat: "#,##0.00"), on: sheet)
      }
    }
    sheet.addFilter(rows: projects.count, columns: max(columns.count - 1, 0))
  }

  private static func writeGroups(
    _ answer: QueryAnswer, _ vocabulary: Vocabulary?, _ language: Language,
    on sheet: Workbook.Sheet, _ workbook: Workbook
  ) throws(SpreadsheetError) {
    var row = 0
    for (grouping, counts) in answer.groups {
      let name = GroupName(grouping, vocabulary, language)
      let headings = [name.heading, BilingualText(de: "Projekte", en: "Projects")[language]]
      for (column, heading) in headings.enumerated() {
        try workbook.write(.text(heading), row: row, column: column, style: .heading, on: sheet)
      }
      for (place, count) in counts.enumerated() {
        let line = row + 1 + place
        try workbook.write(
          .text(name.text(of: count.value)), row: line, column: 0, on: sheet)
        try workbook.write(.number(Double(count.count)), row: line, column: 1, on: sheet)
      }
      row += counts.count + 2
    }
    sheet.setWidth(50, columns: 0...0)
    sheet.setWidth(12, columns: 1...1)
  }
}

extension QueryColumn {
  /// In characters.
  fileprivate var width: Double {
    switch self {
    case .title, .page: 50
    case .summary: 80
    case .id, .department, .office, .strategy, .themes, .guidelines, .partners, .contact: 30
    case .audience, .technologies, .provides, .requires: 24
    default: 14
    }
  }

  /// Amounts as numbers, everything else as people read it.
  fileprivate func cell(of project: Project, in language: Language) -> CellValue {
    if self == .budget, let budget = project.budget { return .number(Double(budget.cents) / 100) }
    return .text(text(of: project, in: language))
  }
}
