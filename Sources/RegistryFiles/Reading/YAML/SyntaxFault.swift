import Portfolio

/// What keeps a text from being read as YAML, in words for the person who has to mend it.
struct SyntaxFault {
  var place: TextPlace
  var code: String
  var message: BilingualText
  var hint: BilingualText
  /// Whether what follows the next `---` can be read all the same.
  var allowsResuming = true
}

extension SyntaxFault {
  static func tooDeep(_ limit: Int, at place: TextPlace) -> SyntaxFault {
    SyntaxFault(
      place: place, code: "too-deep",
      message: BilingualText(
        de: "mehr als \(limit) Ebenen ineinander", en: "nested more than \(limit) levels deep"),
      hint: BilingualText(
        de: "Prüfen Sie die Einrückung; kein Eintrag der Registratur braucht so viele Ebenen.",
        en: "Check the indentation; nothing in the registry needs that many levels."))
  }

  static func valueTooLong(_ limit: Int, at place: TextPlace) -> SyntaxFault {
    SyntaxFault(
      place: place, code: "value-too-long",
      message: BilingualText(
        de: "hier folgt mehr als \(limit >> 10) KiB ohne einen vollständigen Wert",
        en: "more than \(limit >> 10) KiB follow without a complete value"),
      hint: BilingualText(
        de: "Kürzen Sie den Text, oder prüfen Sie, ob ein Anführungszeichen fehlt.",
        en: "Shorten the text, or see whether a closing quotation mark is missing."))
  }

  static func tooManyValues(_ limit: Int, at place: TextPlace) -> SyntaxFault {
    SyntaxFault(
      place: place, code: "document-too-large",
      message: BilingualText(
        de: "das Dokument hat mehr als \(limit) Werte",
        en: "the document has more than \(limit) values"),
      hint: splitHint)
  }

  static func tooMuchText(_ limit: Int, at place: TextPlace) -> SyntaxFault {
    SyntaxFault(
      place: place, code: "document-too-large",
      message: BilingualText(
        de: "das Dokument hat mehr als \(limit >> 20) MiB Text",
        en: "the document has more than \(limit >> 20) MiB of text"),
      hint: splitHint)
  }

  private static let splitHint = BilingualText(
    de: "Teilen Sie es auf mehrere Dokumente (mit „---“ getrennt) oder Dateien auf.",
    en: "Divide it into several documents (separated by '---') or files.")

  static func unreadable(at place: TextPlace) -> SyntaxFault {
    SyntaxFault(
      place: place, code: "unreadable-file",
      message: BilingualText(
        de: "ab hier lässt sich die Datei nicht lesen", en: "the file cannot be read from here on"),
      hint: BilingualText(
        de: "Prüfen Sie den Datenträger oder die Netzverbindung.",
        en: "Check the disk or the network connection."),
      allowsResuming: false)
  }

  static func alias(at place: TextPlace) -> SyntaxFault {
    SyntaxFault(
      place: place, code: "alias",
      message: BilingualText(
        de: "Verweise auf andere Stellen der Datei („*name“) sind nicht zugelassen",
        en: "aliases ('*name') are not allowed"),
      hint: BilingualText(
        de: "Schreiben Sie den Wert aus; Text, der mit „*“ beginnt, gehört in Anführungszeichen.",
        en: "Write the value itself; text that begins with '*' belongs in quotation marks."))
  }

  static func tag(_ tag: String, at place: TextPlace) -> SyntaxFault {
    SyntaxFault(
      place: place, code: "unsupported-tag",
      message: BilingualText(
        de: "die Typangabe „\(tag)“ ist hier nicht zugelassen",
        en: "the tag '\(tag)' is not allowed here"),
      hint: BilingualText(
        de: "Lassen Sie sie weg; Text, der mit „!“ beginnt, gehört in Anführungszeichen.",
        en: "Leave it out; text that begins with '!' belongs in quotation marks."))
  }

  static func directive(at place: TextPlace) -> SyntaxFault {
    SyntaxFault(
      place: place, code: "unsupported-directive",
      message: BilingualText(
        de: "außer „%YAML 1.1“ und „%YAML 1.2“ ist keine Anweisung zugelassen",
        en: "no directive is allowed but '%YAML 1.1' and '%YAML 1.2'"),
      hint: BilingualText(
        de: "Streichen Sie die Zeile; Text, der mit „%“ beginnt, gehört in Anführungszeichen.",
        en: "Remove the line; text that begins with '%' belongs in quotation marks."))
  }

  static func tab(at place: TextPlace) -> SyntaxFault {
    SyntaxFault(
      place: place, code: "tab-indentation",
      message: BilingualText(
        de: "mit einem Tabulator eingerückt", en: "indented with a tab"),
      hint: BilingualText(
        de: "Rücken Sie mit Leerzeichen ein; YAML lässt Tabulatoren dort nicht zu.",
        en: "Indent with spaces; YAML does not allow tabs there."))
  }

  /// Bytes that are no text.
  init(readerFault fault: ParserFault, at place: TextPlace, isUTF16: Bool) {
    if fault.problem.hasPrefix("control characters") {
      self.init(
        place: place, code: "control-character",
        message: BilingualText(
          de: "ein Steuerzeichen, das kein Text ist", en: "a control character that is no text"),
        hint: BilingualText(
          de: "Löschen Sie es; sichtbar wird es in einem Editor für Programmtexte.",
          en: "Delete it; an editor for program texts shows it."))
    } else {
      self.init(
        place: place, code: "invalid-utf8",
        message: isUTF16
          ? BilingualText(
            de: "die Datei ist in UTF-16 gespeichert", en: "the file is saved as UTF-16")
          : BilingualText(de: "hier steht kein UTF-8", en: "this is not UTF-8"),
        hint: BilingualText(
          de: "Speichern Sie die Datei mit der Zeichenkodierung UTF-8.",
          en: "Save the file in the encoding UTF-8."),
        allowsResuming: !isUTF16)
    }
  }
}
