internal import Portfolio
public import RegistryFiles

/// A sheet whose heading has been found: a list of projects.
public struct ProjectTable: Sendable {
  public let sheet: Sheet
  public let header: TableHeader
  /// Names of further sheets of the workbook.
  public let unreadSheets: [String]
  private let firstRow: Int

  /// The rows below the heading.
  public var rows: ArraySlice<SheetRow> { sheet.rows[firstRow...] }

  private init(
    sheet: Sheet, header: TableHeader, firstRow: Int, unreadSheets: [String]
  ) {
    self.sheet = sheet
    self.header = header
    self.firstRow = firstRow
    self.unreadSheets = unreadSheets
  }

  /// The sheet that looks most like a list of projects: the one with the most headings that are
  /// recognised, and of equals the one with the most rows.
  ///
  /// - Throws: `HeaderFault` of the likeliest sheet, where none has a heading.
  public init(
    among sheets: [Sheet], mapping: ColumnMapping = ColumnMapping()
  ) throws(HeaderFault) {
    var best: ProjectTable?
    var fault: (fault: HeaderFault, rows: Int)?
    for sheet in sheets {
      do throws(HeaderFault) {
        let (header, firstRow) = try HeaderSearch(sheet, mapping: mapping).header()
        let table = ProjectTable(
          sheet: sheet, header: header, firstRow: firstRow,
          unreadSheets: sheets.compactMap(\.name).filter { $0 != sheet.name })
        if best.map({ $0.rank < table.rank }) ?? true { best = table }
      } catch {
        if fault.map({ $0.rows < sheet.rows.count }) ?? true { fault = (error, sheet.rows.count) }
      }
    }
    guard let best else { throw fault?.fault ?? .empty }
    self = best
  }

  private var rank: (Int, Int) {
    (header.columns.count { $0.use.column != nil }, rows.count)
  }
}
