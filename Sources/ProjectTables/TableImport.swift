public import Portfolio
internal import RegistryFiles

/// Brings rows of lists into a registry in memory: rows that name a registered project change it,
/// all others are new projects.
public struct TableImport: Sendable {
  /// Holds a project to the registry's rules; each fault with the column it is about, where that
  /// is known.
  public typealias Check = (Project) -> [(column: ProjectColumn?, refusal: CellRefusal)]

  /// The registry with what the rows say.
  public private(set) var portfolio: Portfolio
  private let names: RegistryNames
  private let language: Language
  private let writers: [CellWriting]
  private let defaultDepartment: String?
  /// Places of projects by every id that stands for them.
  private var places: [String: Int] = [:]
  private var placesByTitle: [TitleKey: [Int]] = [:]
  private var takenIDs: Set<String>
  /// Which rows have named a project, by its place.
  private var namedBy: [Int: (file: String, row: Int)] = [:]
  private var touched: Set<Int> = []

  private struct TitleKey: Hashable {
    var department: String?
    var title: String

    init(_ title: String, _ department: String?) {
      self.department = department
      self.title = title.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }

  /// - Parameters:
  ///   - department: Id of the department of rows that name none.
  ///   - language: of values in what is reported.
  public init(
    into portfolio: Portfolio, department: String? = nil, language: Language = .german
  ) {
    self.portfolio = portfolio
    defaultDepartment = department
    self.language = language
    names = RegistryNames(portfolio)
    writers = [Language.german, .english].map {
      CellWriting(names: RegistryNames(portfolio), language: $0)
    }
    takenIDs = Set(
      (portfolio.projects + portfolio.mergedProjects).flatMap { [$0.id] + $0.formerly })
    for (place, project) in portfolio.projects.enumerated() {
      places[project.id] = place
      placesByTitle[TitleKey(project.title, project.department), default: []].append(place)
    }
    for (place, project) in portfolio.projects.enumerated() {
      for former in project.formerly where places[former] == nil { places[former] = place }
    }
    for (id, survivor) in portfolio.survivors() where places[id] == nil {
      places[id] = places[survivor]
    }
  }

  /// The projects that the rows have changed or added, in the registry's order.
  public var projects: [Project] { touched.sorted().map { portfolio.projects[$0] } }

  /// Takes over the rows of a list. Rows with a refused cell change nothing.
  public mutating func add(_ table: ProjectTable, check: Check = { _ in [] }) -> TableOutcome {
    var header = table.header
    let hasKnownIDs = settleIDs(of: table, in: &header)
    let reading = RowReading(
      table: table, header: header, columns: Set(header.columns.compactMap(\.use.column)),
      hasKnownIDs: hasKnownIDs)
    var outcome = TableOutcome(
      file: table.sheet.file, sheet: table.sheet.name, header: header,
      hiddenColumns: table.sheet.hiddenColumns, hiddenRows: table.sheet.hiddenRows,
      unreadSheets: table.unreadSheets)
    for row in table.rows {
      if let reason = reading.reasonToPass(row) {
        if let reason = reason.reported { outcome.passed.append((row.number, reason)) }
        continue
      }
      outcome.rows.append(take(row, reading, check))
    }
    return outcome
  }

  // MARK: Ids

  /// Whether ids of the registry stand in the list. The numbers of a list made elsewhere are no
  /// ids: that column is then left alone.
  private func settleIDs(of table: ProjectTable, in header: inout TableHeader) -> Bool {
    guard let index = header.index(of: .id) else { return false }
    let ids = table.rows.compactMap { $0[index]?.text }
    if ids.contains(where: { places[$0] != nil }) { return true }
    // Ids that somebody has thought out for new projects.
    if ids.allSatisfy({ Slug.isValid($0) && $0.contains(where: \.isLetter) }) { return false }
    guard header.index(of: .title) != nil,
      let place = header.columns.firstIndex(where: { $0.index == index })
    else { return false }
    let column = header.columns[place]
    header.columns[place] = TableHeader.Column(
      index: column.index, heading: column.heading, use: .ignored(.foreignIDs))
    return false
  }

  // MARK: Rows

  private mutating func take(
    _ row: SheetRow, _ reading: RowReading, _ check: Check
  ) -> TableOutcome.Row {
    var outcome = TableOutcome.Row(number: row.number)
    do throws(RowRefusal) {
      let place = try place(of: row, reading)
      let before = place.map { portfolio.projects[$0] } ?? newProject(row, reading)
      outcome.id = place == nil ? nil : before.id
      var project = before
      outcome.cells = apply(row, reading, to: &project, isNew: place == nil)
      outcome.title = project.title
      if place == nil, project.department == nil, !outcome.isRefused {
        throw .noDepartment(reading.header.index(of: .department))
      }
      if place == nil, !reading.columns.contains(.id) || project.id.isEmpty {
        project.id = ProjectID.proposal(
          for: project.title, department: project.department, taken: takenIDs)
      }
      if project != before || place == nil { hold(project, to: check, &outcome, reading) }
      guard !outcome.isRefused else { return outcome }
      if let place {
        outcome.kind = project == before ? .unchanged : .changed
        if project != before { put(project, at: place) }
      } else {
        outcome.kind = .new
        append(project, table: reading.table, row: row.number)
      }
      outcome.id = project.id
    } catch {
      outcome.kind = .refused
      outcome.cells.append(error.cell(row.number, reading.header))
      outcome.title = outcome.title.isEmpty ? reading.text(.title, row) ?? "" : outcome.title
    }
    return outcome
  }

  private func newProject(_ row: SheetRow, _ reading: RowReading) -> Project {
    Project(
      id: reading.text(.id, row) ?? "", title: "",
      department: reading.text(.department, row) == nil && reading.text(.office, row) == nil
        ? defaultDepartment : nil)
  }

  private mutating func put(_ project: Project, at place: Int) {
    let former = portfolio.projects[place]
    portfolio.projects[place] = project
    touched.insert(place)
    guard former.title != project.title || former.department != project.department else { return }
    placesByTitle[TitleKey(former.title, former.department)]?.removeAll { $0 == place }
    placesByTitle[TitleKey(project.title, project.department), default: []].append(place)
  }

  private mutating func append(_ project: Project, table: ProjectTable, row: Int) {
    let place = portfolio.projects.count
    portfolio.projects.append(project)
    touched.insert(place)
    places[project.id] = place
    takenIDs.insert(project.id)
    placesByTitle[TitleKey(project.title, project.department), default: []].append(place)
    namedBy[place] = (table.sheet.file, row)
  }

  /// The project that a row is about; nil where it is new.
  private mutating func place(
    of row: SheetRow, _ reading: RowReading
  ) throws(RowRefusal) -> Int? {
    let idColumn = reading.header.index(of: .id)
    let titleColumn = reading.header.index(of: .title)
    var found: Int?
    if reading.columns.contains(.id), let id = reading.text(.id, row) {
      if let place = places[id] {
        found = place
      } else if reading.hasKnownIDs || titleColumn == nil {
        // A slip. Where the list has no id of the registry, it is a wish for a new project.
        throw .unknownID(id, nearest: NearestName.of(id, among: places.keys.sorted()), idColumn)
      } else if !Slug.isValid(id) {
        throw .invalidID(id, idColumn)
      }
    } else if let title = reading.text(.title, row) {
      let department = try departmentForTitle(row, reading)
      let same = placesByTitle[TitleKey(title, department)] ?? []
      guard same.count <= 1 else {
        throw .ambiguousTitle(title, same.map { portfolio.projects[$0].id }, titleColumn)
      }
      found = same.first
    }
    if found == nil, reading.text(.title, row) == nil { throw .noTitle(titleColumn) }
    if let found {
      if let earlier = namedBy[found] {
        throw .repeated(
          earlier.file, earlier.row, reading.table.sheet.file, idColumn ?? titleColumn)
      }
      namedBy[found] = (reading.table.sheet.file, row.number)
    }
    return found
  }

  /// The department in which a title is looked for; one that is not understood is told at its
  /// own cell.
  private func departmentForTitle(
    _ row: SheetRow, _ reading: RowReading
  ) throws(RowRefusal) -> String? {
    var probe = Project(id: "", title: "", department: nil)
    let cells = CellReading(names: names, columns: reading.columns)
    for column in [ProjectColumn.department, .office] {
      guard let value = reading.value(column, row) else { continue }
      try? cells.apply(value, to: column, unit: 1, of: &probe)
    }
    return probe.department ?? defaultDepartment
  }

  // MARK: Cells

  private func apply(
    _ row: SheetRow, _ reading: RowReading, to project: inout Project, isNew: Bool
  ) -> [TableOutcome.Cell] {
    let cells = CellReading(names: names, columns: reading.columns)
    var outcomes: [TableOutcome.Cell] = []
    for column in ProjectColumn.allCases where column != .id && reading.columns.contains(column) {
      guard let index = reading.header.index(of: column), let value = row[index] else { continue }
      let address = CellAddress(column: index, row: row.number)
      let before = shown(column, project, reading)
      var state: TableOutcome.State
      if says(value, column, project) {
        state = .unchanged(before)
      } else {
        do throws(CellRefusal) {
          var changed = project
          try cells.apply(value, to: column, unit: reading.unit(column), of: &changed)
          let after = shown(column, changed, reading)
          state =
            changed == project
            ? .unchanged(before) : isNew ? .new(after) : .changed(from: before, to: after)
          project = changed
        } catch {
          state = .refused(value: CellRefusal.short(value.text), error)
        }
      }
      outcomes.append(
        TableOutcome.Cell(
          address: address, column: column, heading: reading.header.heading(of: column) ?? "",
          state: state))
    }
    if let refusal = Self.reversedPeriod(project) {
      let place =
        outcomes.lastIndex { $0.column == .end || $0.column == .period }
        ?? outcomes.lastIndex { $0.column == .start }
      if let place { outcomes[place].refuse(refusal) }
    }
    return outcomes.sorted { $0.address.column < $1.address.column }
  }

  /// Whether the cell says what the project says already, as an export would have written it.
  private func says(_ value: SheetValue, _ column: ProjectColumn, _ project: Project) -> Bool {
    guard case .text(let text) = value else { return false }
    let cell = Self.comparable(text)
    return writers.contains { Self.comparable($0.text(column, of: project)) == cell }
  }

  /// Spreadsheet programs change line ends and cut long texts.
  private static func comparable(_ text: String) -> String {
    SpreadsheetCell.fitting(text).split(whereSeparator: \.isNewline).joined(separator: "\n")
      .trimmedForCell
  }

  private func shown(
    _ column: ProjectColumn, _ project: Project, _ reading: RowReading
  ) -> String {
    let writing = writers[language == .german ? 0 : 1]
    // A cell may say what otherwise stands in a column of its own.
    let also: ProjectColumn? =
      switch column {
      case .guideline: .furtherGuidelines
      case .department: .office
      default: nil
      }
    let parts = [column, also].compactMap { $0 }
      .filter { $0 == column || !reading.columns.contains($0) }
    return parts.map { writing.shown($0, of: project) }.filter { !$0.isEmpty }
      .joined(separator: "; ")
  }

  private static func reversedPeriod(_ project: Project) -> CellRefusal? {
    guard let period = project.period, period.isReversed, let start = period.start,
      let end = period.end
    else { return nil }
    return CellRefusal(
      de: "Das Ende (\(end)) läge vor dem Beginn (\(start)).",
      en: "The end (\(end)) would come before the start (\(start)).")
  }

  /// Reports what the registry's rules say against the row at the cells it is about.
  private func hold(
    _ project: Project, to check: Check, _ outcome: inout TableOutcome.Row, _ reading: RowReading
  ) {
    let isWhole = !outcome.isRefused
    for (column, refusal) in check(project) {
      if let place = outcome.cells.firstIndex(where: { $0.column == column }) {
        if outcome.cells[place].refusal == nil { outcome.cells[place].refuse(refusal) }
      } else if isWhole {
        // What was refused before may be the cause of this.
        outcome.cells.append(
          TableOutcome.Cell(
            address: CellAddress(column: 0, row: outcome.number), column: column, heading: "",
            state: .refused(value: "", refusal)))
      }
    }
  }
}

/// What is the same for all rows of a list.
struct RowReading {
  let table: ProjectTable
  let header: TableHeader
  let columns: Set<ProjectColumn>
  /// Whether ids of the registry stand in the list.
  let hasKnownIDs: Bool

  func value(_ column: ProjectColumn, _ row: SheetRow) -> SheetValue? {
    header.index(of: column).flatMap { row[$0] }
  }

  func text(_ column: ProjectColumn, _ row: SheetRow) -> String? {
    guard columns.contains(column), let text = value(column, row)?.text, text != "-" else {
      return nil
    }
    return text
  }

  func unit(_ column: ProjectColumn) -> Int64 {
    for place in header.columns {
      if case .column(column, let unit) = place.use { return unit }
    }
    return 1
  }

  /// Why a row is no project; `reported` is nil where that needs no words.
  func reasonToPass(_ row: SheetRow) -> (reported: TableOutcome.Passing?, Void)? {
    if row.isHeadline { return (.headline, ()) }
    let title = value(.title, row)?.text
    if repeatsHeading(row) { return (nil, ()) }
    guard title == nil, text(.id, row) == nil else { return nil }
    let filled = row.cells.filter { cell in
      header.columns.contains { $0.index == cell.column && $0.use.column != nil }
    }
    if filled.isEmpty { return (.nothingUsed, ()) }
    let first = row.cells.first?.value.text.lowercased() ?? ""
    let isSum = ["summe", "gesamt", "total", "zwischensumme", "stand", "sum"].contains {
      first.hasPrefix($0)
    }
    // A sum below a column of amounts often has no word beside it.
    let isNumberAlone = filled.count == 1 && filled[0].column == header.index(of: .budget)
    return isSum || isNumberAlone ? (.sum, ()) : nil
  }

  /// Whether the row is the heading again, as on every page of a printed list.
  private func repeatsHeading(_ row: SheetRow) -> Bool {
    let used = header.columns.filter { $0.use.column != nil }
    return used.count > 1 && used.allSatisfy { row[$0.index]?.text == $0.heading }
  }
}
