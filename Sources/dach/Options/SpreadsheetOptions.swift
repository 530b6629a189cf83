import ArgumentParser
import Foundation
import Portfolio
import ProjectTables
import RegistryFiles

/// How the lists among the files of an import are to be read.
struct SpreadsheetOptions: ParsableArguments {
  @Option(
    help: help(
      de: "Blatt der Arbeitsmappe; ohne Angabe das, das wie eine Projektliste aussieht.",
      en: "Sheet of the workbook; by default the one that looks like a list of projects."))
  var sheet: String?

  @Option(
    help: help(
      de: "Dienststelle (Id oder Name) für Zeilen, die keine nennen.",
      en: "Department (id or name) of rows that name none."))
  var department: String?

  @Option(
    name: .customLong("map"), parsing: .singleValue,
    help: help(
      de: "Was eine Überschrift bedeutet: ÜBERSCHRIFT=FELD, oder =ignore; mehrfach möglich.",
      en: "What a heading means: HEADING=FIELD, or =ignore; repeatable."))
  var maps: [HeadingArgument] = []

  @Option(
    help: help(
      de: "Datei, die sagt, was Überschriften bedeuten.",
      en: "File that says what headings mean."), completion: .file())
  var mapping: String?

  @Option(
    help: help(
      de: "Datei, in der steht, was die Überschriften bedeuten, für das nächste Mal.",
      en: "File in which to keep what the headings mean, for the next time."),
    completion: .file())
  var saveMapping: String?

  var isEmpty: Bool {
    sheet == nil && department == nil && maps.isEmpty && mapping == nil && saveMapping == nil
  }

  /// What was said about headings, on the command line and in the file.
  ///
  /// - Throws: `InvalidInput`
  func columnMapping(language: Language) throws -> ColumnMapping {
    var columns = ColumnMapping()
    if let mapping {
      let file = HeadingFile(path: mapping)
      var diagnostics = file.diagnostics
      for entry in file.entries {
        if let target = ColumnMapping.Target(entry.field) {
          columns.set(entry.heading, target)
        } else {
          diagnostics.append(Self.unknownField(entry, file: mapping))
        }
      }
      try DiagnosticPrinter(paths: [mapping], language: language).report(diagnostics)
    }
    for map in maps { columns.set(map.heading, map.target) }
    return columns
  }

  private static func unknownField(_ entry: HeadingFile.Entry, file: String) -> Diagnostic {
    let names = ColumnMapping.Target.names.joined(separator: ", ")
    return Diagnostic(
      file: file, line: entry.line, column: 0, code: "invalid-choice",
      message: BilingualText(
        de: "ein Feld „\(entry.field)“ gibt es nicht", en: "there is no field '\(entry.field)'"),
      hint: BilingualText(de: "Möglich sind: \(names).", en: "Possible are: \(names)."))
  }

  /// Keeps what the headings of the lists were taken for.
  ///
  /// - Throws: `UnwritableFile`, `WritingError`
  func save(_ outcomes: [TableOutcome]) throws {
    guard let saveMapping else { return }
    var columns = ColumnMapping()
    for column in outcomes.flatMap(\.header.columns) {
      switch column.use {
      case .column(let field, _): columns.set(column.heading, .column(field))
      case .ignored: columns.set(column.heading, .ignore)
      }
    }
    let file = HeadingFile(
      entries: columns.entries.map { .init(heading: $0.heading, field: $0.target.name) })
    let bytes = try file.bytes()
    try WholeFile(path: saveMapping).write(String(decoding: bytes, as: UTF8.self))
  }
}

/// `HEADING=FIELD`; the heading may itself have equals signs.
struct HeadingArgument: ExpressibleByArgument, Sendable {
  let heading: String
  let target: ColumnMapping.Target

  init?(argument: String) {
    guard let cut = argument.lastIndex(of: "="), cut != argument.startIndex,
      let target = ColumnMapping.Target(String(argument[argument.index(after: cut)...]))
    else { return nil }
    heading = String(argument[..<cut])
    self.target = target
  }
}
