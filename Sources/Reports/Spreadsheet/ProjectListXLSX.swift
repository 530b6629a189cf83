public import Portfolio
public import ProjectTables
internal import RegistryFiles

/// A list of projects as an Excel workbook to be filled in: the projects, a sheet that explains the
/// columns, and a hidden one with the values to choose from. `dach import` reads it back.
public struct ProjectListXLSX {
  private let list: ProjectList
  private let workbook: Workbook

  /// So many rows below the last project offer lists to choose from.
  private static let freeRows = 500

  /// - Throws: `SpreadsheetError`
  public static func write(
    _ list: ProjectList, to path: String, day: CalendarDay
  ) throws(SpreadsheetError) {
    let workbook = try Workbook(path: path, title: sheetName[list.language], created: day)
    let writing = ProjectListXLSX(list: list, workbook: workbook)
    let projects = try workbook.addSheet(sheetName[list.language])
    let help = try workbook.addSheet(helpName[list.language])
    let choices = try workbook.addSheet(choicesName[list.language])
    try writing.writeProjects(on: projects)
    try writing.writeHelp(on: help)
    try writing.writeChoices(on: choices, for: projects)
    try workbook.close()
  }

  private static let sheetName = BilingualText(de: "Projekte", en: "Projects")
  private static let helpName = BilingualText(de: "Ausfüllhilfe", en: "How to fill in")
  private static let choicesName = BilingualText(de: "Listen", en: "Lists")

  // MARK: Projects

  private func writeProjects(on sheet: Workbook.Sheet) throws(SpreadsheetError) {
    for (index, column) in list.columns.enumerated() {
      workbook.setColumn(
        index, width: Self.width(of: column), style: Self.style(of: column),
        isText: column != .budget, on: sheet)
      try workbook.write(
        .text(column.name[list.language]), row: 0, column: index, style: .heading, on: sheet)
    }
    for (row, project) in list.projects.enumerated() {
      for (index, column) in list.columns.enumerated() {
        guard let value = value(column, of: project) else { continue }
        try workbook.write(
          value, row: row + 1, column: index, style: Self.style(of: column), on: sheet)
      }
    }
    sheet.freeze(rows: 1, columns: 2)
    sheet.addFilter(rows: max(1, list.projects.count), columns: list.columns.count - 1)
  }

  /// The largest whole number up to which a double holds all others.
  private static let largestExact: Int64 = 1 << 53

  private func value(_ column: ProjectColumn, of project: Project) -> CellValue? {
    if column == .budget, let cents = project.budget?.cents, cents <= Self.largestExact {
      return .number(Double(cents) / 100)
    }
    let text = list.text(column, of: project)
    return text.isEmpty ? nil : .text(text)
  }

  private static func style(of column: ProjectColumn) -> CellStyle {
    CellStyle(isWrapped: true, numberFormat: column == .budget ? "#,##0.00" : nil)
  }

  /// In characters.
  private static func width(of column: ProjectColumn) -> Double {
    switch column {
    case .summary, .rationale: 60
    case .title: 36
    case .id, .department, .themes, .notes, .page: 30
    case .start, .end, .confirmed, .status, .currency, .visibility, .label: 14
    default: 24
    }
  }

  // MARK: Help

  private func writeHelp(on sheet: Workbook.Sheet) throws(SpreadsheetError) {
    let language = list.language
    var row = 0
    for line in Self.advice {
      try workbook.write(
        .text(line[language]), row: row, column: 0,
        style: row == 0 ? CellStyle(isBold: true) : .plain, on: sheet)
      row += 1
    }
    row += 1
    let headings = [
      BilingualText(de: "Spalte", en: "Column"),
      BilingualText(de: "Was hineingehört", en: "What belongs there"),
    ]
    for (column, heading) in headings.enumerated() {
      try workbook.write(
        .text(heading[language]), row: row, column: column, style: .heading, on: sheet)
    }
    for column in list.columns {
      row += 1
      try workbook.write(.text(column.name[language]), row: row, column: 0, on: sheet)
      try workbook.write(
        .text(column.explanation[language]), row: row, column: 1,
        style: CellStyle(isWrapped: true), on: sheet)
    }
    sheet.setWidth(28, columns: 0...0)
    sheet.setWidth(90, columns: 1...1)
    sheet.fitToPage()
  }

  private static let advice = [
    BilingualText(de: "So füllen Sie diese Liste aus", en: "How to fill in this list"),
    BilingualText(
      de:
        "Jede Zeile ist ein Projekt. Für ein neues Projekt füllen Sie eine freie Zeile aus und lassen die Kennung leer.",
      en: "Each row is a project. For a new project fill in a free row and leave the id empty."),
    BilingualText(
      de:
        "Eine leere Zelle lässt im Register, was dort steht. Ein einzelner Bindestrich (-) löscht die Angabe.",
      en: "An empty cell leaves what the registry says. A single hyphen (-) clears the value."),
    BilingualText(
      de:
        "Eine gelöschte Zeile löscht kein Projekt. Ausgeblendete Zeilen und Spalten werden nicht gelesen.",
      en: "Deleting a row deletes no project. Hidden rows and columns are not read."),
    BilingualText(
      de: "Mehrere Angaben in einer Zelle trennen Sie mit Semikolon.",
      en: "Several values in one cell are separated by semicolons."),
    BilingualText(
      de: "Vor dem Speichern zeigt eine Vorschau, was sich ändert: dach import DATEI --dry-run",
      en: "A preview shows what changes before anything is stored: dach import FILE --dry-run"),
  ]

  // MARK: Choices

  private func writeChoices(
    on sheet: Workbook.Sheet, for projects: Workbook.Sheet
  ) throws(SpreadsheetError) {
    let language = list.language
    var place = 0
    for (index, column) in list.columns.enumerated() {
      guard let choices = list.choices(for: column), !choices.isEmpty else { continue }
      try workbook.write(
        .text(column.name[language]), row: 0, column: place, style: .heading, on: sheet)
      for (row, choice) in choices.enumerated() {
        try workbook.write(.text(choice), row: row + 1, column: place, on: sheet)
      }
      sheet.setWidth(30, columns: place...place)
      let letters = Self.letters(of: place)
      _ = projects.addChoices(
        "=\(Self.choicesName[language])!$\(letters)$2:$\(letters)$\(choices.count + 1)",
        column: index, rows: 1...(list.projects.count + Self.freeRows),
        isBinding: !column.holdsList, title: column.name[language],
        message: Self.otherValue[language])
      place += 1
    }
    sheet.hide()
  }

  private static let otherValue = BilingualText(
    de: "Das steht nicht in der Liste. Trotzdem so lassen?",
    en: "This is not in the list. Leave it all the same?")

  private static func letters(of column: Int) -> String { CellAddress.letters(of: column) }
}
