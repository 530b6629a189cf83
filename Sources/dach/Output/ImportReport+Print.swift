import Portfolio
import RegistryDatabase
import Reports

extension OutputOptions {
  /// Prints what an import changed, as JSON or as `text` words it.
  func printReport(_ report: ImportReport, text: (ImportText) -> String) throws {
    switch format {
    case .text:
      print(text(ImportText(style: .forStandardOutput(), language: language)), terminator: "")
    case .json: print(try ImportJSON.render(report))
    }
  }
}
