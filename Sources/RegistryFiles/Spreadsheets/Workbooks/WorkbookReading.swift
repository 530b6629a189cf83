/// Reads the sheets of an Excel workbook (.xlsx, .xlsm).
struct WorkbookReading {
  private let archive: ZipArchive
  private let parts: WorkbookParts
  private let file: String
  private let limits: SheetLimits

  init(_ bytes: [UInt8], file: String, limits: SheetLimits) throws(SpreadsheetFault) {
    archive = try ZipArchive(bytes, limits: limits)
    parts = try WorkbookParts(archive, limits: limits)
    self.file = file
    self.limits = limits
  }

  /// The sheet of that name, hidden or not; without a name, all that are not hidden.
  func sheets(named name: String?) throws(SpreadsheetFault) -> [Sheet] {
    let chosen = try chosenParts(name)
    let texts = SharedStrings(limits)
    if let part = parts.sharedStrings, archive.contains(part) {
      try XMLPart.read(part, of: archive, texts)
    }
    let formats = CellFormats()
    if let part = parts.styles, archive.contains(part) {
      try XMLPart.read(part, of: archive, formats)
    }
    var sheets: [Sheet] = []
    for part in chosen {
      let reading = WorksheetReading(
        name: part.name, texts: texts.texts, formats: formats, from1904: parts.countsFrom1904,
        limits: limits)
      try XMLPart.read(part.path, of: archive, reading)
      sheets.append(try reading.sheet(file: file))
    }
    return sheets
  }

  private func chosenParts(
    _ name: String?
  ) throws(SpreadsheetFault) -> [WorkbookParts.SheetPart] {
    guard let name else {
      let visible = parts.sheets.filter { !$0.isHidden }
      guard !visible.isEmpty else {
        throw parts.sheets.isEmpty ? .damaged(part: nil) : .onlyHiddenSheets
      }
      return visible
    }
    let folded = name.lowercased()
    guard
      let sheet = parts.sheets.first(where: { $0.name == name })
        ?? parts.sheets.first(where: { $0.name.lowercased() == folded })
    else { throw .unknownSheet(name, present: parts.sheets.map(\.name)) }
    return [sheet]
  }
}
