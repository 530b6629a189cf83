internal import CXLSXWriter
internal import Portfolio
internal import ProjectTables

/// An Excel workbook (Office Open XML) that is being written to a file, with libxlsxwriter.
///
/// Texts are stored as texts, in cells formatted as such, so that no text ever becomes a formula,
/// not even when somebody edits its cell (OWASP, "CSV Injection").
final class Workbook {
  private let path: String
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var isOpen = true
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]

  /// - Parameter title: as the file's properties show it.
  /// - Throws: `SpreadsheetError`
  init(path: String, title: String, created day: CalendarDay) throws(SpreadsheetError) {
    guard let workbook = workbook_new(path) else {
      throw SpreadsheetError(path: path, code: LXW_ERROR_MEMORY_MALLOC_FAILED)
    }
    self.path = path
    self.workbook = workbook
    // The day of the data and not the present moment: equal data give equal files.
    title.withCString { title in
      var properties = lxw_doc_properties()
      properties.title = UnsafeMutablePointer(mutating: title)
      properties.created = Int(day.daysSinceEpoch) * 86_400
      _ = workbook_set_properties(workbook, &properties)
    }
  }

  /// Adds a sheet behind the others.
  /// - Parameter name: at most 31 characters, without `[]:*?/\`, unlike the others' names.
  func addSheet(_ name: String) throws(SpreadsheetError) -> Sheet {
    guard let worksheet = workbook_add_worksheet(workbook, name) else {
      throw SpreadsheetError(path: path, code: LXW_ERROR_SHEETNAME_ALREADY_USED)
    }
    return Sheet(worksheet: worksheet)
  }

  /// A sheet of a workbook that is still open. Rows and columns count from 0.
  struct Sheet {
    fileprivate let worksheet: UnsafeMutablePointer<lxw_worksheet>

    /// Keeps the first rows and columns in sight while the others scroll.
    func freeze(rows: Int, columns: Int) {
      worksheet_freeze_panes(worksheet, lxw_row_t(rows), lxw_col_t(columns))
    }

    /// - Parameter width: in characters of the standard font.
    func setWidth(_ width: Double, columns: ClosedRange<Int>) {
      _ = worksheet_set_column(
        worksheet, lxw_col_t(columns.lowerBound), lxw_col_t(columns.upperBound), width, nil)
    }

    /// Lets the reader filter the rows below the first by the values in it.
    func addFilter(rows: Int, columns: Int) {
      _ = worksheet_autofilter(worksheet, 0, 0, lxw_row_t(rows), lxw_col_t(columns))
    }

    /// Keeps the sheet out of sight.
    func hide() { worksheet_hide(worksheet) }

    /// Offers values for the cells below the heading of a column: those that stand in a range of
    /// another sheet.
    ///
    /// - Parameters:
    ///   - range: e.g. `Listen!$A$2:$A$9`.
    ///   - isBinding: Whether another value is asked about. Where several values may stand in a
    ///     cell, it is not.
    ///   - message: What is asked then.
    func addChoices(
      _ range: String, column: Int, rows: ClosedRange<Int>, isBinding: Bool,
      title: String, message: String
    ) -> Bool {
      range.withCString { range in
        title.withCString { title in
          message.withCString { message in
            var validation = lxw_data_validation()
            validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
            validation.value_formula = UnsafeMutablePointer(mutating: range)
            validation.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
            validation.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
            validation.show_error = UInt8(
              isBinding ? LXW_VALIDATION_ON.rawValue : LXW_VALIDATION_OFF.rawValue)
            validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
            validation.error_title = UnsafeMutablePointer(mutating: title)
            validation.error_message = UnsafeMutablePointer(mutating: message)
            return worksheet_data_validation_range(
              worksheet, lxw_row_t(rows.lowerBound), lxw_col_t(column),
              lxw_row_t(rows.upperBound), lxw_col_t(column), &validation) == LXW_NO_ERROR
          }
        }
      }
    }

    /// Prints on as many pages in height as needed, one in width, the first row on each.
    func fitToPage() {
      worksheet_set_landscape(worksheet)
      worksheet_set_paper(worksheet, 9)  // ISO 216 A4
      worksheet_fit_to_pages(worksheet, 1, 0)
      _ = worksheet_repeat_rows(worksheet, 0, 0)
    }
  }

  /// - Throws: `SpreadsheetError`, e.g. where a sheet of Excel has no such row.
  func write(
    _ value: CellValue, row: Int, column: Int, style: CellStyle = .plain, on sheet: Sheet
  ) throws(SpreadsheetError) {
    guard let row = lxw_row_t(exactly: row), let column = lxw_col_t(exactly: column) else {
      throw SpreadsheetError(path: path, code: LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE)
    }
    let code =
      switch value {
      case .text(let text):
        worksheet_write_string(
          sheet.worksheet, row, column, Self.escaped(SpreadsheetCell.fitting(text)),
          format(style, isText: true))
      case .number(let number):
        worksheet_write_number(sheet.worksheet, row, column, number, format(style, isText: false))
      }
    guard code == LXW_NO_ERROR else { throw SpreadsheetError(path: path, code: code) }
  }

  /// With what looks like an escaped character (`_x0041_`) escaped itself, which the library leaves
  /// to its caller (ECMA-376-1, 22.9.2.19 ST_Xstring).
  private static func escaped(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    return text.replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_")
  }

  /// Gives a column its width, and its empty cells a style, so that what somebody types there
  /// stays as it was typed.
  func setColumn(
    _ column: Int, width: Double, style: CellStyle, isText: Bool, on sheet: Sheet
  ) {
    _ = worksheet_set_column(
      sheet.worksheet, lxw_col_t(column), lxw_col_t(column), width, format(style, isText: isText))
  }

  /// Writes the file; nothing may be written to the workbook afterwards.
  /// - Throws: `SpreadsheetError`
  func close() throws(SpreadsheetError) {
    isOpen = false
    let code = workbook_close(workbook)
    guard code == LXW_NO_ERROR else { throw SpreadsheetError(path: path, code: code) }
  }

  /// Closing is how the library frees its memory.
  deinit {
    if isOpen { _ = workbook_close(workbook) }
  }

  private func format(
    _ style: CellStyle, isText: Bool
  ) -> UnsafeMutablePointer<lxw_format>? {
    var style = style
    if isText { style.numberFormat = "@" }
    if let format = formats[style] { return format }
    guard let format = workbook_add_format(workbook) else { return nil }
    style.apply(to: format)
    formats[style] = format
    return format
  }
}
