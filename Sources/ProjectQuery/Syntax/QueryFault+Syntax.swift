internal import Portfolio

// What can be wrong with a query before any name in it is looked up.

extension QueryFault {
  /// Longer queries come from no human hand, and would cost the database dearly.
  static let longestQuery = 4_000
  /// Deeper nesting would exhaust the stack of whoever walks through it.
  static let deepestNesting = 50

  static func tooLong(_ length: Int) -> QueryFault {
    QueryFault(
      at: 0..<1,
      BilingualText(
        de: "Die Suchanfrage ist mit \(length) Zeichen zu lang.",
        en: "The query is too long with its \(length) characters."),
      suggestion: BilingualText(
        de: "Erlaubt sind \(longestQuery) Zeichen.", en: "At most \(longestQuery) are allowed."))
  }

  static func tooDeep(at range: SourceRange) -> QueryFault {
    QueryFault(
      at: range,
      BilingualText(
        de: "Hier sind mehr als \(deepestNesting) Klammern ineinander geschachtelt.",
        en: "More than \(deepestNesting) parentheses are nested here."))
  }

  static func unclosedQuotation(at range: SourceRange) -> QueryFault {
    QueryFault(
      at: range,
      BilingualText(
        de: "Dieses Anführungszeichen wird nicht geschlossen.",
        en: "This quotation mark is never closed."),
      suggestion: BilingualText(
        de: "Das schließende Anführungszeichen gehört hinter den gesuchten Wortlaut.",
        en: "Put the closing quotation mark behind the wording you look for."))
  }

  static func unclosedParenthesis(at range: SourceRange) -> QueryFault {
    QueryFault(
      at: range,
      BilingualText(
        de: "Diese Klammer wird nicht geschlossen.", en: "This parenthesis is never closed."))
  }

  static func strayParenthesis(at range: SourceRange) -> QueryFault {
    QueryFault(
      at: range,
      BilingualText(
        de: "Zu dieser schließenden Klammer fehlt die öffnende.",
        en: "This closing parenthesis has no opening one."))
  }

  static func emptyParentheses(at range: SourceRange) -> QueryFault {
    QueryFault(
      at: range,
      BilingualText(
        de: "Zwischen diesen Klammern steht keine Bedingung.",
        en: "There is no condition between these parentheses."))
  }

  static func missingOperand(_ word: String, at range: SourceRange) -> QueryFault {
    QueryFault(
      at: range,
      BilingualText(
        de: "Neben „\(word)“ fehlt eine Bedingung.",
        en: "A condition is missing beside '\(word)'."),
      suggestion: BilingualText(
        de: "Ist das Wort selbst gesucht, gehört es in Anführungszeichen: \"\(word)\"",
        en: "If you look for the word itself, put it in quotation marks: \"\(word)\""))
  }

  static func missingValue(_ field: String, at range: SourceRange) -> QueryFault {
    QueryFault(
      at: range,
      BilingualText(
        de: "Hinter „\(field)“ fehlt der Wert.", en: "The value after '\(field)' is missing."))
  }

  static func missingField(at range: SourceRange) -> QueryFault {
    QueryFault(
      at: range,
      BilingualText(
        de: "Vor diesem Zeichen fehlt der Name eines Feldes.",
        en: "The name of a field is missing before this sign."),
      suggestion: BilingualText(
        de: "Zum Beispiel: budget>=100000", en: "For example: budget>=100000"))
  }

  static func stray(_ text: String, at range: SourceRange) -> QueryFault {
    QueryFault(
      at: range,
      BilingualText(
        de: "Das Zeichen „\(text)“ hat hier keine Bedeutung.",
        en: "The sign '\(text)' has no meaning here."),
      suggestion: BilingualText(
        de: "Als Teil des gesuchten Wortlauts gehört es in Anführungszeichen.",
        en: "As a part of the wording you look for, put it in quotation marks."))
  }

  static func unknownField(_ name: String, at range: SourceRange) -> QueryFault {
    let suggestion =
      if let nearest = QueryField.nearest(to: name) {
        BilingualText(de: "Meinten Sie „\(nearest)“?", en: "Did you mean '\(nearest)'?")
      } else {
        BilingualText(
          de: "Alle Felder nennt „dach query --fields“. Ist das Wort selbst gesucht, gehört es in "
            + "Anführungszeichen: \"\(name)\"",
          en: "'dach query --fields' lists all fields. If you look for the word itself, put it in "
            + "quotation marks: \"\(name)\"")
      }
    return QueryFault(
      at: range,
      BilingualText(
        de: "Ein Feld „\(name)“ gibt es nicht.", en: "There is no field '\(name)'."),
      suggestion: suggestion)
  }

  static func unordered(_ field: QueryField, at range: SourceRange) -> QueryFault {
    let (german, english) = (field.name(in: .german), field.name(in: .english))
    return QueryFault(
      at: range,
      BilingualText(
        de: "„\(german)“ hat keine Reihenfolge; größer, kleiner und „..“ gibt es nur bei Datum "
          + "und Betrag.",
        en: "'\(english)' has no order; less, greater and '..' exist for dates and amounts only."),
      suggestion: BilingualText(
        de: "Möglich sind \(german): und \(german)!=", en: "Write \(english): or \(english)!="))
  }

  static func orderOfSeveral(at range: SourceRange) -> QueryFault {
    QueryFault(
      at: range,
      BilingualText(
        de: "Größer und kleiner vergleichen mit einem einzigen Wert.",
        en: "Less and greater compare with a single value."),
      suggestion: BilingualText(
        de: "Einen Bereich schreibt man so: budget:100000..500000",
        en: "A range is written like this: budget:100000..500000"))
  }

  static func unknownSort(_ name: String, at range: SourceRange) -> QueryFault {
    let known = SortKey.Column.allCases.map(\.rawValue)
    let nearest = NearestName.of(name, among: known)
    let list = known.joined(separator: ", ")
    return QueryFault(
      at: range,
      BilingualText(
        de: "Nach „\(name)“ lässt sich nicht sortieren.", en: "There is no sorting by '\(name)'."),
      suggestion: nearest.map {
        BilingualText(de: "Meinten Sie „\($0)“?", en: "Did you mean '\($0)'?")
      } ?? BilingualText(de: "Möglich sind: \(list)", en: "Possible are: \(list)"))
  }

  static func nestedSort(at range: SourceRange) -> QueryFault {
    QueryFault(
      at: range,
      BilingualText(
        de: "Die Sortierung gilt für das ganze Ergebnis und kann nicht in Klammern oder hinter "
          + "„nicht“ stehen.",
        en: "The order applies to the whole result and cannot stand in parentheses or after 'not'."
      ),
      suggestion: BilingualText(de: "Sie gehört ans Ende.", en: "Put it at the end."))
  }
}
