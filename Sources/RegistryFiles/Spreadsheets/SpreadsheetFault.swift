import Portfolio

/// Why a spreadsheet cannot be read.
public enum SpreadsheetFault: Error, Sendable, Hashable {
  case unreadable(reason: String)
  case fileTooLarge(bytes: Int, limit: Int)
  case empty
  case damaged(part: String?)
  case encrypted
  case legacyWorkbook
  case openDocument
  case webPage
  case otherFile
  /// A document type declaration, which no spreadsheet program writes.
  case documentType(part: String)
  case unpacksTooLarge(limit: Int)
  case suspiciousRatio(part: String, limit: Int)
  case tooManyRows(sheet: String?, limit: Int)
  case tooManyCells(sheet: String?, limit: Int)
  case cellTooLong(CellAddress, sheet: String?, limit: Int)
  case unknownSheet(String, present: [String])
  case onlyHiddenSheets
  case separatedValues(line: Int, cell: Int, unclosed: Bool)

  public func diagnostic(file: String) -> Diagnostic {
    let line: Int
    if case .separatedValues(let place, _, _) = self { line = place } else { line = 0 }
    return Diagnostic(
      file: file, line: line, column: 0, code: code, message: message, hint: hint)
  }
}

extension SpreadsheetFault {
  private var code: String {
    switch self {
    case .unreadable: "unreadable-file"
    case .fileTooLarge, .unpacksTooLarge, .suspiciousRatio: "file-too-large"
    case .empty: "empty-list"
    case .damaged, .documentType: "damaged-workbook"
    case .encrypted: "encrypted-workbook"
    case .legacyWorkbook, .openDocument, .webPage, .otherFile: "unsupported-file"
    case .tooManyRows: "too-many-rows"
    case .tooManyCells: "too-many-cells"
    case .cellTooLong: "value-too-long"
    case .unknownSheet, .onlyHiddenSheets: "unknown-sheet"
    case .separatedValues(_, _, let unclosed): unclosed ? "unclosed-quote" : "text-after-quote"
    }
  }

  private var message: BilingualText {
    switch self {
    case .unreadable(let reason):
      BilingualText(
        de: "die Tabelle lässt sich nicht lesen: \(reason)",
        en: "the spreadsheet cannot be read: \(reason)")
    case .fileTooLarge(let bytes, let limit):
      BilingualText(
        de: "die Datei hat \(bytes >> 20) MiB, gelesen werden bis \(limit >> 20) MiB",
        en: "the file has \(bytes >> 20) MiB, up to \(limit >> 20) MiB are read")
    case .empty:
      BilingualText(de: "die Tabelle ist leer", en: "the spreadsheet is empty")
    case .damaged(let part):
      BilingualText(
        de: "die Arbeitsmappe ist beschädigt" + (part.map { " (\($0))" } ?? ""),
        en: "the workbook is damaged" + (part.map { " (\($0))" } ?? ""))
    case .encrypted:
      BilingualText(
        de: "die Arbeitsmappe ist mit einem Kennwort geschützt",
        en: "the workbook is protected by a password")
    case .legacyWorkbook:
      BilingualText(
        de: "die Datei hat das alte Excel-Format (.xls)",
        en: "the file is of Excel's old format (.xls)")
    case .openDocument:
      BilingualText(
        de: "die Datei ist eine OpenDocument-Tabelle (.ods)",
        en: "the file is an OpenDocument spreadsheet (.ods)")
    case .webPage:
      BilingualText(
        de: "die Datei ist eine Webseite und keine Excel-Arbeitsmappe",
        en: "the file is a web page and no Excel workbook")
    case .otherFile:
      BilingualText(
        de: "die Datei ist weder eine Excel-Arbeitsmappe (.xlsx) noch eine CSV-Datei",
        en: "the file is neither an Excel workbook (.xlsx) nor a CSV file")
    case .documentType(let part):
      BilingualText(
        de:
          "die Arbeitsmappe enthält eine Dokumenttyp-Deklaration (\(part)); so etwas schreibt kein "
          + "Tabellenprogramm",
        en:
          "the workbook has a document type declaration (\(part)); no spreadsheet program writes that"
      )
    case .unpacksTooLarge(let limit):
      BilingualText(
        de: "die Arbeitsmappe ist ausgepackt größer als \(limit >> 20) MiB",
        en: "unpacked, the workbook is larger than \(limit >> 20) MiB")
    case .suspiciousRatio(let part, let limit):
      BilingualText(
        de:
          "die Arbeitsmappe bläht sich beim Auspacken auf mehr als das \(limit)-Fache auf (\(part))",
        en: "the workbook swells to more than \(limit) times its size when unpacked (\(part))")
    case .tooManyRows(let sheet, let limit):
      BilingualText(
        de: "\(Self.german(sheet)) hat mehr als \(Self.grouped(limit, ".")) ausgefüllte Zeilen",
        en: "\(Self.english(sheet)) has more than \(Self.grouped(limit, ",")) rows with content")
    case .tooManyCells(let sheet, let limit):
      BilingualText(
        de: "\(Self.german(sheet)) hat mehr als \(Self.grouped(limit, ".")) ausgefüllte Zellen",
        en: "\(Self.english(sheet)) has more than \(Self.grouped(limit, ",")) cells with content")
    case .cellTooLong(let address, let sheet, let limit):
      BilingualText(
        de: "\(Self.german(sheet)), Zelle \(address): mehr als \(limit >> 10) KiB Text",
        en: "\(Self.english(sheet)), cell \(address): more than \(limit >> 10) KiB of text")
    case .unknownSheet(let name, let present):
      BilingualText(
        de: "das Blatt „\(name)“ gibt es nicht; vorhanden: "
          + present.map { "„\($0)“" }.joined(separator: ", "),
        en: "there is no sheet '\(name)'; present: "
          + present.map { "'\($0)'" }.joined(separator: ", "))
    case .onlyHiddenSheets:
      BilingualText(
        de: "alle Blätter der Arbeitsmappe sind ausgeblendet",
        en: "all sheets of the workbook are hidden")
    case .separatedValues(let line, let cell, let unclosed):
      unclosed
        ? BilingualText(
          de: "Zeile \(line), Spalte \(cell): das Anführungszeichen wird nicht geschlossen",
          en: "row \(line), column \(cell): the quotation mark is not closed")
        : BilingualText(
          de: "Zeile \(line), Spalte \(cell): Text hinter dem schließenden Anführungszeichen",
          en: "row \(line), column \(cell): text after the closing quotation mark")
    }
  }

  private var hint: BilingualText {
    switch self {
    case .unreadable:
      BilingualText(
        de: "Prüfen Sie den Pfad und die Zugriffsrechte.",
        en: "Check the path and the access rights.")
    case .empty:
      BilingualText(
        de: "Erwartet wird eine Kopfzeile und darunter eine Zeile je Projekt.",
        en: "Expected is a heading and below it one row for each project.")
    case .encrypted:
      BilingualText(
        de: "Öffnen Sie sie in Excel und speichern Sie sie ohne Kennwort: Datei, Informationen, "
          + "Arbeitsmappe schützen.",
        en: "Open it in Excel and save it without a password: File, Info, Protect Workbook.")
    case .damaged, .documentType, .suspiciousRatio, .legacyWorkbook, .openDocument, .webPage,
      .otherFile:
      BilingualText(
        de: "Öffnen Sie sie in Excel oder LibreOffice und speichern Sie sie neu als "
          + "„Excel-Arbeitsmappe (.xlsx)“.",
        en: "Open it in Excel or LibreOffice and save it anew as 'Excel Workbook (.xlsx)'.")
    case .fileTooLarge, .unpacksTooLarge, .tooManyRows, .tooManyCells:
      BilingualText(
        de:
          "Ist es die richtige Datei? Sonst kopieren Sie die Liste der Projekte in eine neue Datei.",
        en: "Is it the right file? Else copy the list of projects into a new file.")
    case .cellTooLong:
      BilingualText(
        de: "Kürzen Sie den Text.", en: "Shorten the text.")
    case .unknownSheet:
      BilingualText(
        de: "Nennen Sie eines davon: --sheet NAME.", en: "Name one of these: --sheet NAME.")
    case .onlyHiddenSheets:
      BilingualText(
        de: "Blenden Sie das Blatt ein, oder nennen Sie es: --sheet NAME.",
        en: "Show the sheet, or name it: --sheet NAME.")
    case .separatedValues:
      BilingualText(
        de: "Ein Anführungszeichen im Text einer Zelle in Anführungszeichen wird verdoppelt.",
        en: "A quotation mark in the text of a quoted cell is doubled.")
    }
  }

  /// With a mark between thousands and units.
  private static func grouped(_ number: Int, _ mark: String) -> String {
    guard number >= 1000 else { return String(number) }
    let units = String(number % 1000)
    return grouped(number / 1000, mark) + mark + String(repeating: "0", count: 3 - units.count)
      + units
  }

  private static func german(_ sheet: String?) -> String {
    sheet.map { "das Blatt „\($0)“" } ?? "die Tabelle"
  }

  private static func english(_ sheet: String?) -> String {
    sheet.map { "the sheet '\($0)'" } ?? "the spreadsheet"
  }
}
