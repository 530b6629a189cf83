import Portfolio

extension SyntaxFault {
  /// Puts an error of libyaml into words that tell what to do about it.
  init(_ fault: ParserFault) {
    if fault.problem.contains("tab character")
      || (fault.isAtTab && fault.problem == "found character that cannot start any token")
    {
      self = .tab(at: fault.place)
      return
    }
    switch fault.problem {
    case "found unknown directive name", "found incompatible YAML document",
      "found duplicate %YAML directive", "found duplicate %TAG directive",
      "did not find expected comment or line break" where fault.isAboutDirective,
      "did not find expected digit or '.' character",
      "did not find expected version number", "could not find expected directive name":
      self = .directive(at: fault.contextPlace ?? fault.place)
    case "found undefined tag handle":
      self = .tag("!", at: fault.contextPlace ?? fault.place)
    default:
      let explanation = Explanation(fault)
      self.init(
        place: explanation.isAboutContext ? fault.contextPlace ?? fault.place : fault.place,
        code: "invalid-yaml", message: explanation.message, hint: explanation.hint)
    }
  }
}

extension ParserFault {
  fileprivate var isAboutDirective: Bool { context?.contains("directive") ?? false }
}

/// What an error of libyaml's scanner or parser means.
private struct Explanation {
  var message: BilingualText
  var hint: BilingualText
  /// Whether to point to where the broken thing begins, not to where that was noticed.
  var isAboutContext = false

  init(_ fault: ParserFault) {
    switch fault.problem {
    case "mapping values are not allowed in this context": self = .unexpectedColon
    case "could not find expected ':'": self = .missingColon
    case "did not find expected key": self = .unexpectedInMapping
    case "did not find expected '-' indicator",
      "block sequence entries are not allowed in this context":
      self = .unexpectedInList
    case "found unexpected end of stream", "found unexpected document indicator":
      self = .openQuotation
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      self = .openBracket(fault)
    case "found character that cannot start any token": self = .badStart(fault)
    case "found unknown escape character": self = .badEscape
    case "did not find expected <document start>": self = .afterDocument
    default: self = .other(fault)
    }
  }

  private init(_ message: BilingualText, hint: BilingualText, isAboutContext: Bool = false) {
    self.message = message
    self.hint = hint
    self.isAboutContext = isAboutContext
  }

  static let unexpectedColon = Explanation(
    BilingualText(de: "hier darf kein Doppelpunkt stehen", en: "a colon is not allowed here"),
    hint: BilingualText(
      de: "Setzen Sie Text, in dem ein Doppelpunkt vor einem Leerzeichen steht, in "
        + "Anführungszeichen, oder prüfen Sie die Einrückung.",
      en: "Put text that has a colon before a space into quotation marks, or check the "
        + "indentation."))

  static let missingColon = Explanation(
    BilingualText(
      de: "nach diesem Schlüssel fehlt der Doppelpunkt", en: "the colon is missing after this key"),
    hint: BilingualText(
      de: "Schreiben Sie „schlüssel: wert“; Fortsetzungszeilen eines Textes werden eingerückt.",
      en: "Write 'key: value'; lines that continue a text are indented."),
    isAboutContext: true)

  static let unexpectedInMapping = Explanation(
    BilingualText(de: "hier wird ein Schlüssel erwartet", en: "a key is expected here"),
    hint: BilingualText(
      de: "Prüfen Sie die Einrückung: alle Schlüssel eines Eintrags beginnen in derselben Spalte. "
        + "Text, der ein Anführungszeichen enthält, steht als Ganzes in Anführungszeichen.",
      en: "Check the indentation: all keys of an entry begin in the same column. Text that has a "
        + "quotation mark in it stands in quotation marks as a whole."))

  static let unexpectedInList = Explanation(
    BilingualText(
      de: "dieser Listeneintrag passt nicht an diese Stelle",
      en: "this item of a list does not fit here"),
    hint: BilingualText(
      de: "Prüfen Sie die Einrückung: alle „-“ einer Liste stehen in derselben Spalte.",
      en: "Check the indentation: all '-' of a list stand in the same column."))

  static let openQuotation = Explanation(
    BilingualText(
      de: "dieses Anführungszeichen wird nicht geschlossen",
      en: "this quotation mark is never closed"),
    hint: BilingualText(
      de: "Setzen Sie das gleiche Zeichen ans Ende des Textes.",
      en: "Put the same mark at the end of the text."),
    isAboutContext: true)

  static func openBracket(_ fault: ParserFault) -> Explanation {
    let bracket = fault.problem.hasSuffix("']'") ? "]" : "}"
    let line = (fault.contextPlace ?? fault.place).line
    return Explanation(
      BilingualText(
        de: "hier wird „,“ oder „\(bracket)“ erwartet (Klammer aus Zeile \(line))",
        en: "',' or '\(bracket)' is expected here (bracket of line \(line))"),
      hint: BilingualText(
        de: "Schließen Sie die Klammer, oder setzen Sie Text mit Sonderzeichen in "
          + "Anführungszeichen.",
        en: "Close the bracket, or put text with special characters into quotation marks."))
  }

  static func badStart(_ fault: ParserFault) -> Explanation {
    let character = fault.character.map(String.init) ?? ""
    return Explanation(
      BilingualText(
        de: "Text darf nicht mit „\(character)“ beginnen",
        en: "text may not begin with '\(character)'"),
      hint: BilingualText(
        de: "Setzen Sie ihn in Anführungszeichen.", en: "Put it into quotation marks."))
  }

  static let badEscape = Explanation(
    BilingualText(
      de: "dieses Zeichen darf nicht auf „\\“ folgen", en: "this character may not follow '\\'"),
    hint: BilingualText(
      de: "In einfachen Anführungszeichen ('…') bleibt „\\“, was es ist.",
      en: "In single quotation marks ('…') '\\' stays what it is."))

  static let afterDocument = Explanation(
    BilingualText(
      de: "hier ist das Dokument schon zu Ende", en: "the document has ended before this"),
    hint: BilingualText(
      de: "Prüfen Sie die Einrückung, oder trennen Sie zwei Dokumente durch „---“.",
      en: "Check the indentation, or separate two documents by '---'."))

  static func other(_ fault: ParserFault) -> Explanation {
    Explanation(
      BilingualText(
        de: "das ist kein gültiges YAML (\(fault.problem))",
        en: "this is not valid YAML (\(fault.problem))"),
      hint: BilingualText(
        de: "Prüfen Sie Einrückung, Doppelpunkte und Anführungszeichen dieser Stelle.",
        en: "Check indentation, colons and quotation marks of this place."))
  }
}
