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
  let names: RegistryNames
  let language: Language
  /// In German and English.
  let writers: [CellWriting]
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
    let names = RegistryNames(portfolio)
    self.names = names
    writers = [Language.german, .english].map { CellWriting(names: names, language: $0) }
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
}
