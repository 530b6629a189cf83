internal import CXLSXWriter

/// How a cell of a spreadsheet looks.
struct CellStyle: Sendable, Hashable {
  var isBold = false
  var isWrapped = false
  var isCentered = false
  var background: Color?
  var ink: Color?
  var numberFormat: String?

  static let plain = CellStyle()

  /// Heads of rows and columns, and totals.
  static let heading = CellStyle(
    isBold: true, isWrapped: true, background: Palette.light.surface, ink: Palette.light.ink)

  func apply(to format: UnsafeMutablePointer<lxw_format>) {
    if isBold { format_set_bold(format) }
    if isWrapped { format_set_text_wrap(format) }
    if isCentered { format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue)) }
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    if let background {
      format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      format_set_bg_color(format, background.rgb)
    }
    if let ink { format_set_font_color(format, ink.rgb) }
    if let numberFormat { format_set_num_format(format, numberFormat) }
  }
}
