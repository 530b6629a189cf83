public import Portfolio

/// A list of projects from a CSV file, as a spreadsheet program or another registry wrote it.
///
/// Ids are the list's own, taken as they are. Departments, themes and services stay words: what
/// they mean is for whoever uses the list.
public struct ProjectSheet: Sendable {
  /// In the order of the rows; `location` tells the row.
  public let projects: [Project]
  public let diagnostics: [Diagnostic]

  /// Reads the file at `path`; what cannot be read is told by `diagnostics`.
  ///
  /// - Parameter progress: told from time to time which share of the file has been read.
  public init(path: String, progress: ((_ share: Double) -> Void)? = nil) {
    switch SheetFile.read(path) {
    case .failure(let diagnostic): self.init(projects: [], diagnostics: [diagnostic])
    case .success(let bytes): self.init(bytes, name: path, progress: progress)
    }
  }

  /// - Parameters:
  ///   - bytes: in UTF-8, UTF-16 with a byte order mark, or Windows-1252.
  ///   - name: of the file, for diagnostics.
  public init(
    _ bytes: consuming [UInt8], name: String, progress: ((_ share: Double) -> Void)? = nil
  ) {
    var reading = SheetReading(bytes, name: name)
    reading.run(progress)
    self.init(projects: reading.projects, diagnostics: reading.faults.all)
  }

  private init(projects: [Project], diagnostics: [Diagnostic]) {
    self.projects = projects
    self.diagnostics = diagnostics
  }
}

/// The reading of one list, row by row.
struct SheetReading {
  private(set) var projects: [Project] = []
  private(set) var faults: SheetFaults
  private var rows: DelimitedRows
  private let name: String
  /// The line on which each id stands.
  private var lineOfID: [String: Int] = [:]

  private static let rowsBetweenProgress = 1024

  init(_ bytes: [UInt8], name: String) {
    self.name = name
    faults = SheetFaults(file: name)
    rows = DelimitedRows(SpreadsheetText.utf8(bytes))
  }

  /// - Parameter progress: told from time to time which share of the rows has been read.
  mutating func run(_ progress: ((_ share: Double) -> Void)? = nil) {
    do throws(DelimitedRows.Fault) {
      guard let heading = try rows.next() else { return faults.empty() }
      guard let columns = columns(of: heading) else { return }
      while let row = try rows.next(), !faults.isFull {
        read(row, columns)
        if projects.count.isMultiple(of: Self.rowsBetweenProgress) { progress?(rows.shareRead) }
      }
      if projects.isEmpty, faults.all.isEmpty { faults.noRows() }
    } catch {
      faults.add(error)
    }
  }

  private mutating func columns(of heading: DelimitedRows.Row) -> SheetColumns? {
    let columns = SheetColumns(heading.cells)
    for (column, places) in columns.repeated {
      faults.repeatedColumn(column, cells: places, line: heading.line)
    }
    if !columns.has(.title), columns.repeated.isEmpty {
      faults.missingTitle(found: heading.cells, line: heading.line, separator: rows.separator)
    }
    return columns.has(.title) && columns.repeated.isEmpty ? columns : nil
  }

  private mutating func read(_ row: DelimitedRows.Row, _ columns: SheetColumns) {
    if let extra = row.cells.dropFirst(columns.count).firstIndex(where: { !$0.isEmpty }) {
      return faults.extraCell(extra + 1, of: row, columns: columns.count)
    }
    guard let title = columns.text(.title, in: row) else {
      return faults.missingCell(.title, line: row.line)
    }
    guard let id = id(of: row, columns) else { return }
    var project = Project(id: id, title: title, summary: columns.text(.summary, in: row))
    project.department = columns.text(.department, in: row)
    project.themes = columns.list(.themes, in: row)
    project.audience = columns.list(.audience, in: row)
    project.technologies = columns.list(.technologies, in: row)
    project.provides = columns.list(.provides, in: row)
    project.requires = columns.list(.requires, in: row)
    project.partners = columns.list(.partners, in: row).map { Partner(name: $0) }
    project.status = status(of: row, columns)
    let period = Period(start: date(.start, of: row, columns), end: date(.end, of: row, columns))
    if period.start != nil || period.end != nil { project.period = period }
    project.location = SourceLocation(file: name, line: row.line)
    projects.append(project)
  }

  /// A list without ids goes by its lines.
  private mutating func id(of row: DelimitedRows.Row, _ columns: SheetColumns) -> String? {
    guard columns.has(.id) else { return String(row.line) }
    guard let id = columns.text(.id, in: row) else {
      faults.missingCell(.id, line: row.line)
      return nil
    }
    if let earlier = lineOfID.updateValue(row.line, forKey: id) {
      faults.repeatedID(id, line: row.line, earlier: earlier)
      return nil
    }
    return id
  }

  private mutating func date(
    _ column: SheetColumn, of row: DelimitedRows.Row, _ columns: SheetColumns
  ) -> PartialDate? {
    guard let text = columns.text(column, in: row) else { return nil }
    let date = SheetDate.read(text)
    if date == nil { faults.notUnderstood(text, column, line: row.line) }
    return date
  }

  private mutating func status(
    of row: DelimitedRows.Row, _ columns: SheetColumns
  ) -> ProjectStatus? {
    guard let text = columns.text(.status, in: row) else { return nil }
    let known = ProjectStatus.allCases.map(\.rawValue)
    let word = text.lowercased()
    let status = ProjectStatus(
      rawValue: known.contains(word) ? word : GermanWords.choice(for: text, among: known) ?? "")
    if status == nil { faults.notUnderstood(text, .status, line: row.line) }
    return status
  }
}
