public import Findings
public import Portfolio

/// `dach coverage --format xlsx`: a sheet with the declared figures, one with the reviewed ones,
/// and one with the projects behind each number, to be filtered by row and column.
public enum CoverageXLSX {
  /// - Throws: `SpreadsheetError`
  public static func write(
    _ table: CoverageTable, of snapshot: Snapshot, to path: String, language: Language
  ) throws(SpreadsheetError) {
    let wording = CoverageWording(table: table, language: language)
    let workbook = try Workbook(path: path, title: wording.title, created: snapshot.asOf)
    try writeMap(
      of: \.declared, \.declared, table, wording, on: try workbook.addSheet(declared[language]),
      workbook)
    try writeMap(
      of: \.reviewed, \.reviewed, table, wording, on: try workbook.addSheet(reviewed[language]),
      workbook)
    try writeProjects(table, snapshot, language, workbook)
    try workbook.close()
  }

  private static let declared = BilingualText(de: "Gemeldet", en: "Declared")
  private static let reviewed = BilingualText(de: "Geprüft", en: "Reviewed")
  private static let projects = BilingualText(de: "Projekte", en: "Projects")

  private static func writeMap(
    of figure: KeyPath<CoverageCell, CoverageFigure>,
    _ total: KeyPath<CoverageTotal, CoverageFigure>, _ table: CoverageTable,
    _ wording: CoverageWording, on sheet: Workbook.Sheet, _ workbook: Workbook
  ) throws(SpreadsheetError) {
    let language = wording.language
    let sumColumn = table.columns.count + 1
    let sumRow = table.rows.count + 1
    let scale = HeatScale(table)
    var totals = CellStyle.heading
    totals.numberFormat = numberFormat(table)
    let corner = table.rowDimension.name[language]
    try workbook.write(.text(corner), row: 0, column: 0, style: .heading, on: sheet)
    for (index, column) in table.columns.enumerated() {
      try workbook.write(
        .text(column.name[language]), row: 0, column: index + 1, style: .heading, on: sheet)
      let sum = value(table.columnTotals[index][keyPath: total], table)
      try workbook.write(sum, row: sumRow, column: index + 1, style: totals, on: sheet)
    }
    try workbook.write(.text(wording.sum), row: 0, column: sumColumn, style: .heading, on: sheet)
    try workbook.write(.text(wording.sum), row: sumRow, column: 0, style: .heading, on: sheet)
    for (index, row) in table.rows.enumerated() {
      try workbook.write(
        .text(row.name[language]), row: index + 1, column: 0, style: .heading, on: sheet)
      for column in table.columns.indices {
        let cell = table.cell(row: index, column: column)
        try workbook.write(
          value(cell[keyPath: figure], table), row: index + 1, column: column + 1,
          style: style(cell, cell[keyPath: figure], scale, table), on: sheet)
      }
      let sum = value(table.rowTotals[index][keyPath: total], table)
      try workbook.write(sum, row: index + 1, column: sumColumn, style: totals, on: sheet)
    }
    let all = value(table.total[keyPath: total], table)
    try workbook.write(all, row: sumRow, column: sumColumn, style: totals, on: sheet)
    let notes = [unit(table, language), wording.totals, wording.gapInSheet]
    for (index, note) in notes.compactMap({ $0 }).enumerated() {
      try workbook.write(.text(note), row: sumRow + 2 + index, column: 0, on: sheet)
    }
    sheet.setWidth(40, columns: 0...0)
    sheet.setWidth(13, columns: 1...max(1, sumColumn))
    sheet.freeze(rows: 1, columns: 1)
    sheet.fitToPage()
  }

  private static func writeProjects(
    _ table: CoverageTable, _ snapshot: Snapshot, _ language: Language, _ workbook: Workbook
  ) throws(SpreadsheetError) {
    let sheet = try workbook.addSheet(projects[language])
    let headings = [
      table.rowDimension.name, table.columnDimension.name, BilingualText(de: "Kennung", en: "id"),
      BilingualText(de: "Titel", en: "title"), BilingualText(de: "Dienststelle", en: "department"),
      BilingualText(de: "Stand", en: "status"), BilingualText(de: "Beginn", en: "start"),
      BilingualText(de: "Ende", en: "end"), BilingualText(de: "Budget", en: "budget"),
      BilingualText(de: "Währung", en: "currency"), BilingualText(de: "geprüft", en: "reviewed"),
    ]
    for (column, heading) in headings.enumerated() {
      try workbook.write(
        .text(heading[language].capitalizedFirst), row: 0, column: column, style: .heading,
        on: sheet)
    }
    var line = 1
    for row in table.rows.indices {
      for column in table.columns.indices {
        let cell = table.cell(row: row, column: column)
        let reviewed = Set(cell.reviewed.projects)
        for project in cell.declared.projects {
          let place = [table.rows[row].name[language], table.columns[column].name[language]]
          let values =
            place.map(CellValue.text)
            + details(of: project, snapshot, isReviewed: reviewed.contains(project), language)
          for (column, value) in values.enumerated() where value != .text("") {
            try workbook.write(value, row: line, column: column, on: sheet)
          }
          line += 1
        }
      }
    }
    for (column, width) in [28.0, 28, 30, 50, 32, 14, 12, 12, 14, 10, 10].enumerated() {
      sheet.setWidth(width, columns: column...column)
    }
    sheet.addFilter(rows: line - 1, columns: headings.count - 1)
    sheet.freeze(rows: 1, columns: 0)
    sheet.fitToPage()
  }

  private static func details(
    of id: String, _ snapshot: Snapshot, isReviewed: Bool, _ language: Language
  ) -> [CellValue] {
    let project = snapshot.project(id)
    let yesNo =
      isReviewed ? BilingualText(de: "ja", en: "yes") : BilingualText(de: "nein", en: "no")
    return [
      .text(id), .text(project?.title ?? ""), .text(snapshot.departmentName(ofProject: id) ?? ""),
      .text(project?.status?.label[language] ?? ""),
      .text(project?.period?.start?.description ?? ""),
      .text(project?.period?.end?.description ?? ""),
      project?.budget.map { .number(Double($0.cents) / 100) } ?? .text(""),
      .text(project?.budget?.currency ?? ""), .text(yesNo[language]),
    ]
  }

  /// Unlike on screens, budgets are given in full, and for a share both numbers that it is made of.
  private static func value(_ figure: CoverageFigure, _ table: CoverageTable) -> CellValue {
    .number(table.measure == .budget ? Double(figure.value) / 100 : Double(figure.value))
  }

  private static func numberFormat(_ table: CoverageTable) -> String {
    table.measure == .budget ? "#,##0.00" : "0"
  }

  private static func style(
    _ cell: CoverageCell, _ figure: CoverageFigure, _ scale: HeatScale, _ table: CoverageTable
  ) -> CellStyle {
    var style = CellStyle(isCentered: true, numberFormat: numberFormat(table))
    if cell.gap > 0 {
      (style.isBold, style.ink) = (true, Palette.light.error)
    } else if let shade = scale.step(of: figure.value).map(Palette.light.shade) {
      (style.background, style.ink) = (shade.background, shade.ink)
    }
    return style
  }

  private static func unit(_ table: CoverageTable, _ language: Language) -> String {
    switch table.measure {
    case .budget:
      let currency = table.currency ?? "EUR"
      return BilingualText(de: "Budgets in \(currency).", en: "Budgets in \(currency).")[language]
    case .reviewedShare:
      return BilingualText(
        de: "Zahl der Projekte; der geprüfte Anteil ist geprüft durch gemeldet.",
        en: "Number of projects; the reviewed share is reviewed by declared.")[language]
    case .projects, .running:
      return CoverageWording(table: table, language: language).counted
    }
  }
}

extension CoverageWording {
  /// How a gap looks on a sheet of numbers; nil where there is none.
  fileprivate var gapInSheet: String? {
    guard table.cells.contains(where: { $0.gap > 0 }) else { return nil }
    return BilingualText(
      de: "Rote Zahl: Beitrag erwartet, aber nicht oder nicht genug gemeldet.",
      en: "Red number: contribution expected, but none or not enough declared.")[language]
  }
}
