/// The argument parser's own words in German.
///
/// swift-argument-parser has them in English only and offers no place to change them, so they are
/// translated where they leave the program. A sentence that is not known here stays as it is; the
/// tests ask for help and make the mistakes that a user can make, and find none.
enum ParserWording {
  /// A help page. Other texts, such as scripts of completions, stay as they are.
  static func germanHelp(_ text: String) -> String {
    guard text.hasPrefix("OVERVIEW: ") || text.hasPrefix("USAGE: ") else { return text }
    return lines(of: text) { translated($0, by: helpLines) ?? $0 }
      .replacing("(values:", with: "(Werte:")
      .replacing("(default:", with: "(Vorgabe:")
      .replacing(/;(\s+)default:/) { ";\($0.1)Vorgabe:" }
      .replacing(/([ \n])<subcommand>/) { "\($0.1)<befehl>" }
  }

  /// A complaint about the arguments.
  /// - Parameters:
  ///   - text: All that the parser would print.
  ///   - message: The sentence in it that says what is wrong.
  static func germanError(_ text: String, message: String) -> String {
    let german = translated(message, by: sentences).map(translatedChoices) ?? message
    return lines(of: text.replacing("Error: " + message, with: "Fehler: " + german)) {
      translated($0, by: errorLines) ?? $0
    }
  }

  private static func lines(of text: String, _ translate: (String) -> String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { translate(String($0)) }.joined(separator: "\n")
  }

  // MARK: Pairs of sentences, `%` standing for any text

  private static let helpLines = [
    ("OVERVIEW: %", "ZWECK: %"), ("USAGE: %", "AUFRUF: %"), ("ARGUMENTS:", "ARGUMENTE:"),
    ("OPTIONS:", "OPTIONEN:"), ("SUBCOMMANDS:", "BEFEHLE:"),
    ("%Show help information.", "%Diese Hilfe zeigen."), ("%Show the version.", "%Version zeigen."),
    ("  See '%' for detailed help.", "  Näheres zu einem Befehl: %"),
  ]

  private static let errorLines =
    helpLines + [
      ("Help:  %", "Hilfe: %"), ("Usage: %", "Aufruf: %"),
      ("  See '%' for more information.", "  Näheres: %"),
    ]

  private static let sentences = [
    (
      "Unknown option '%'. Did you mean '%'?",
      "Die Option „%“ gibt es hier nicht. Meinten Sie „%“?"
    ),
    ("Unknown option '%'", "Die Option „%“ gibt es hier nicht."),
    ("Missing value for '%'", "Bei „%“ fehlt der Wert."),
    (
      "The option '%' does not take any value, but '%' was specified.",
      "Die Option „%“ hat keinen Wert; angegeben ist „%“."
    ),
    ("Unexpected argument '%'", "Die Angabe „%“ ist hier nicht vorgesehen."),
    ("% unexpected arguments: '%'", "% Angaben sind hier nicht vorgesehen: '%'"),
    ("Missing expected argument '%'", "Die Angabe „%“ fehlt."),
    ("Missing one of: '%'", "Eine dieser Angaben fehlt: '%'"),
    ("Missing required subcommand.", "Der Befehl fehlt."),
    ("The value '%' is invalid for '%'%", "Der Wert „%“ ist bei „%“ nicht möglich%"),
    ("Invalid option: %", "Ungültige Option: %"),
    (
      "Can't generate completion scripts for '%'.\nPlease use %",
      "Für „%“ gibt es keine Vervollständigung.\nBitte %"
    ),
    (
      "Can't autodetect a supported shell.\nPlease use %",
      "Die Shell ließ sich nicht erkennen.\nBitte %"
    ),
  ]

  /// The end of a sentence that lists what is possible.
  private static func translatedChoices(_ sentence: String) -> String {
    let endings = [
      ("%. Please provide one of the following:\n%", "%. Möglich sind:\n%"),
      ("%. Please provide one of % or %.", "%. Möglich sind: % oder %."),
      ("%. Please provide one of % and %.", "%. Möglich sind: % und %."),
      ("%. Please provide one of %.", "%. Möglich ist: %."),
      ("% with one of:\n%", "% angeben mit:\n%"),
      ("%nicht möglich", "%nicht möglich."),
    ]
    return translated(sentence, by: endings) ?? sentence
  }

  private static func translated(
    _ text: String, by pairs: [(english: String, german: String)]
  ) -> String? {
    for pair in pairs {
      guard let values = values(in: text, of: pair.english) else { continue }
      let pieces = pair.german.split(separator: "%", omittingEmptySubsequences: false)
      return zip(pieces, values + [""]).map { $0 + $1 }.joined()
    }
    return nil
  }

  /// What stands for each `%` of `pattern`; nil where `text` is not of that form.
  private static func values(in text: String, of pattern: String) -> [String]? {
    let pieces = pattern.split(separator: "%", omittingEmptySubsequences: false)
    guard let first = pieces.first, text.hasPrefix(first) else { return nil }
    var rest = text.dropFirst(first.count)
    var values: [String] = []
    for (index, piece) in pieces.enumerated().dropFirst() {
      let isLast = index == pieces.count - 1
      if isLast {
        guard rest.hasSuffix(piece) else { return nil }
        values.append(String(rest.dropLast(piece.count)))
        rest = ""
      } else {
        guard let range = rest.firstRange(of: piece) else { return nil }
        values.append(String(rest[..<range.lowerBound]))
        rest = rest[range.upperBound...]
      }
    }
    return rest.isEmpty ? values : nil
  }
}
