/// A spreadsheet file, CSV or Excel workbook, read into sheets.
public enum SpreadsheetFile {
  /// Whether the path's ending is that of a spreadsheet, one that cannot be read included.
  public static func isNamedLikeOne(_ path: String) -> Bool {
    let name = path.lowercased()
    return endings.contains { name.hasSuffix($0) }
  }

  private static let endings = [
    ".xlsx", ".xlsm", ".xltx", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".txt",
  ]

  /// Reads the file at `path`.
  ///
  /// - Parameter sheet: The name of the only sheet to read; otherwise all that are not hidden.
  /// - Throws: `SpreadsheetFault`
  public static func read(
    _ path: String, sheet: String? = nil, limits: SheetLimits = SheetLimits()
  ) throws(SpreadsheetFault) -> [Sheet] {
    let bytes: [UInt8]
    switch SheetFile.read(path, limit: limits.fileBytes) {
    case .success(let read): bytes = read
    case .failure(.tooLarge): throw .fileTooLarge(bytes: limits.fileBytes, limit: limits.fileBytes)
    case .failure(.unreadable(let reason)): throw .unreadable(reason: reason)
    }
    return try sheets(of: bytes, file: path, sheet: sheet, limits: limits)
  }

  /// The same for the bytes of a file.
  public static func sheets(
    of bytes: [UInt8], file: String, sheet: String? = nil, limits: SheetLimits = SheetLimits()
  ) throws(SpreadsheetFault) -> [Sheet] {
    switch SpreadsheetKind(bytes) {
    case .workbook:
      return try WorkbookReading(bytes, file: file, limits: limits).sheets(named: sheet)
    case .separatedValues:
      return [try Sheet(separatedValues: bytes, file: file, limits: limits)]
    case .refused(let fault): throw fault
    }
  }
}

/// What sort of file it is, by its first bytes, since endings are changed easily.
private enum SpreadsheetKind {
  case workbook, separatedValues
  case refused(SpreadsheetFault)

  init(_ bytes: [UInt8]) {
    if bytes.starts(with: "PK\u{3}\u{4}".utf8) || bytes.starts(with: "PK\u{5}\u{6}".utf8) {
      self = .workbook
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      // A compound file (MS-CFB): old Excel, or a workbook that is encrypted as a whole
      // (MS-OFFCRYPTO), which has a stream of that name, in UTF-16.
      let name = Array("EncryptedPackage".utf8.map { [$0, 0] }.joined())
      self = .refused(Self.contains(name, in: bytes.prefix(1 << 20)) ? .encrypted : .legacyWorkbook)
    } else {
      self = Self.text(bytes)
    }
  }

  private static func text(_ bytes: [UInt8]) -> SpreadsheetKind {
    let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let head = bytes.prefix(4096)
    if !isWide, head.contains(0) { return .refused(.otherFile) }
    let start = String(decoding: head, as: UTF8.self).lowercased()
      .drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    if start.hasPrefix("%pdf") { return .refused(.otherFile) }
    if ["<!doctype html", "<html", "<table", "<meta"].contains(where: start.hasPrefix) {
      return .refused(.webPage)
    }
    if start.hasPrefix("<?xml") {
      return .refused(start.contains("<html") ? .webPage : .otherFile)
    }
    return .separatedValues
  }

  private static func contains(_ part: [UInt8], in bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = part.first else { return true }
    var rest = bytes
    while let place = rest.firstIndex(of: first) {
      rest = rest[place...]
      if rest.starts(with: part) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
