import Foundation
import TestSupport
import Testing

/// Spreadsheets as offices make them (`scripts/make-spreadsheets`), each with what becomes of it:
/// `NAME.expected.txt` beside the file. With `DACH_RECORD_GOLDEN=1` the expectations are recorded.
@Suite("Spreadsheets as offices make them")
struct SpreadsheetTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Spreadsheets")
  private static let ending = ".expected.txt"

  private static let files: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { !$0.hasSuffix(ending) }.sorted()
  }()

  /// What a list needs besides its name.
  private static let options = [
    "ohne-dienststelle.csv": [["--department", "Baureferat"], []],
    "mehrere-blaetter.xlsx": [[], ["--sheet", "alt"], ["--sheet", "Neu"]],
    "fremde-kennungen.csv": [[], ["--map", "Projekt-ID=id"]],
    "titel-zweimal.csv": [[], ["--map", "Vorhaben=ignore"]],
    "viele-schreibweisen.csv": [[], ["--map", "Bemerkung=notes", "--map", "koop.partner=ignore"]],
  ]

  @Test("every spreadsheet has an expectation, and every expectation a spreadsheet")
  func pairs() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    let expected = names.filter { $0.hasSuffix(Self.ending) }
      .map { String($0.dropLast(Self.ending.count)) }
    #expect(expected.sorted() == Self.files)
    #expect(Self.files.count >= 25)
    #expect(Set(Self.options.keys).isSubset(of: Self.files))
  }

  @Test("is taken over as expected, or refused at the right cell", arguments: files)
  func expectation(file: String) throws {
    var text = ""
    for options in Self.options[file] ?? [[]] {
      var program = Program()
      program.directory = Self.folder
      let arguments = [
        "import", file, "--registry", "../Registry", "--dry-run", "--lang", "de",
      ]
      program.environment["LANG"] = "de_DE.UTF-8"
      let result = try program.run(arguments + options)
      #expect([0, 65].contains(result.exitCode))
      text += "$ dach import \((([file] + options).joined(separator: " ")))\n"
      text += result.output + result.errors + "(Exit-Code \(result.exitCode))\n\n"
    }
    let path = Self.folder.appending(path: file + Self.ending)
    let expected = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    guard text != expected else { return }
    if ProcessInfo.processInfo.environment["DACH_RECORD_GOLDEN"] == "1" {
      try text.write(to: path, atomically: true, encoding: .utf8)
    }
    Issue.record("\(file): what becomes of it differs from \(path.lastPathComponent):\n\(text)")
  }
}
