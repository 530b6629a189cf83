import Foundation

/// Writes a Swift file that holds the given text files as string literals.
///
/// Usage: `EmbedSchemas OUTPUT.swift FILE…`. A raw literal with three number signs keeps every
/// byte of the text as it stands, since neither JSON nor SQL can contain `"""###`.
@main
enum EmbedSchemas {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let output = arguments.first else {
      fatalError("usage: EmbedSchemas OUTPUT.swift FILE…")
    }
    let entries = try arguments.dropFirst().map(entry(for:))
    let source = """
      let embeddedTexts: [(name: String, text: String)] = [
      \(entries.joined(separator: ",\n"))
      ]

      """
    try source.write(toFile: output, atomically: true, encoding: .utf8)
  }

  private static func entry(for path: String) throws -> String {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let name = URL(fileURLWithPath: path).lastPathComponent
    // The line break before the closing quotes is not part of a literal, so the text's own
    // last line break is taken off here to keep the embedded copy equal to the file.
    let body = text.hasSuffix("\n") ? String(text.dropLast()) : text
    return "(\n\"\(name)\",\n###\"\"\"\n\(body)\n\n\"\"\"###)"
  }
}
