internal import Portfolio

// What can be wrong with the values of a query.

extension QueryFault {
  /// Longer words are in no text, and the database refuses them.
  static let longestText = 300

  static func unknownName(
    _ name: String, of field: QueryField, nearest: String?, at range: SourceRange
  ) -> QueryFault {
    let kind = field.recordName
    return QueryFault(
      at: range,
      BilingualText(
        de: "\(kind.german) „\(name)“ gibt es nicht.", en: "There is no \(kind.english) '\(name)'."),
      suggestion: didYouMean(nearest))
  }

  static func ambiguousName(
    _ name: String, _ entries: [Vocabulary.Entry], at range: SourceRange
  ) -> QueryFault {
    let shown = entries.prefix(5).map(\.id).joined(separator: ", ")
    let more = entries.count > 5 ? " …" : ""
    return QueryFault(
      at: range,
      BilingualText(
        de: "„\(name)“ kann mehreres bedeuten: \(shown)\(more)",
        en: "'\(name)' can mean several things: \(shown)\(more)"),
      suggestion: BilingualText(
        de: "Alle davon findet „\(name)*“.", en: "'\(name)*' finds all of them."))
  }

  static func unknownChoice(
    _ text: String, of field: QueryField, at range: SourceRange
  ) -> QueryFault {
    let values = Choices.names(of: field)
    let german = values.map { "\($0.value) (\($0.names[0]))" }.joined(separator: ", ")
    let english = values.map(\.value).joined(separator: ", ")
    let (inGerman, inEnglish) = (field.name(in: .german), field.name(in: .english))
    return QueryFault(
      at: range,
      BilingualText(
        de: "„\(text)“ ist kein Wert von „\(inGerman)“. Möglich sind: \(german)",
        en: "'\(text)' is no value of '\(inEnglish)'. Possible are: \(english)"),
      suggestion: didYouMean(Choices.nearest(to: text, of: field)))
  }

  static func noDate(_ text: String, at range: SourceRange) -> QueryFault {
    QueryFault(
      at: range,
      BilingualText(de: "„\(text)“ ist kein Datum.", en: "'\(text)' is no date."),
      suggestion: BilingualText(
        de: "Zum Beispiel: 2027, 2027-03, 31.12.2027, Q3/2027, heute, heute-6m",
        en: "For example: 2027, 2027-03, 2027-12-31, Q3/2027, today, today-6m"))
  }

  static func noAmount(_ text: String, at range: SourceRange) -> QueryFault {
    QueryFault(
      at: range,
      BilingualText(de: "„\(text)“ ist kein Betrag.", en: "'\(text)' is no amount of money."),
      suggestion: BilingualText(
        de: "Zum Beispiel: 250000, 250.000, 250k, \"1,5 Mio\"",
        en: "For example: 250000, 250k, 1.5M"))
  }

  static func reversed(at range: SourceRange) -> QueryFault {
    QueryFault(
      at: range,
      BilingualText(
        de: "Der Anfang dieses Bereichs liegt hinter seinem Ende.",
        en: "The start of this range is after its end."),
      suggestion: BilingualText(
        de: "Der kleinere Wert steht vorn.", en: "Put the smaller value first."))
  }

  static func neverMissing(_ field: QueryField, at range: SourceRange) -> QueryFault {
    let (german, english) = (field.name(in: .german), field.name(in: .english))
    return QueryFault(
      at: range,
      BilingualText(
        de: "„\(german)“ kann nicht fehlen, deshalb lässt sich danach nicht fragen.",
        en: "'\(english)' is never missing, so there is no asking for it."))
  }

  static func unknownProject(
    _ name: String, nearest: String?, at range: SourceRange
  ) -> QueryFault {
    QueryFault(
      at: range,
      BilingualText(
        de: "Ein Projekt „\(name)“ gibt es nicht.", en: "There is no project '\(name)'."),
      suggestion: didYouMean(nearest))
  }

  static func tooLongText(at range: SourceRange) -> QueryFault {
    QueryFault(
      at: range,
      BilingualText(
        de: "Dieser Wortlaut ist länger als \(longestText) Zeichen.",
        en: "This wording is longer than \(longestText) characters."))
  }

  static func unsuitablePrefix(_ text: String, at range: SourceRange) -> QueryFault {
    QueryFault(
      at: range,
      BilingualText(
        de: "Vor dem Sternchen dürfen nur Buchstaben und Ziffern stehen.",
        en: "Only letters and digits may stand before the asterisk."),
      suggestion: BilingualText(
        de: "Zum Beispiel: Park*", en: "For example: park*"))
  }

  static func emptyValue(at range: SourceRange) -> QueryFault {
    QueryFault(
      at: range,
      BilingualText(
        de: "Dieser Wert ist leer.", en: "This value is empty."),
      suggestion: BilingualText(
        de: "Leere Felder findet „none“, zum Beispiel: theme:none",
        en: "'none' finds empty fields, for example: theme:none"))
  }

  private static func didYouMean(_ name: String?) -> BilingualText? {
    name.map { BilingualText(de: "Meinten Sie „\($0)“?", en: "Did you mean '\($0)'?") }
  }
}

extension QueryField {
  /// What a value of the field names, with the German article.
  var recordName: BilingualText {
    switch self {
    case .department: BilingualText(de: "Eine Dienststelle", en: "department")
    case .office: BilingualText(de: "Ein Amt", en: "office")
    case .strategy: BilingualText(de: "Eine Teilstrategie", en: "sub-strategy")
    case .theme: BilingualText(de: "Einen Themenkomplex", en: "theme")
    case .guideline: BilingualText(de: "Eine Leitlinie", en: "guideline")
    case .provides, .requires: BilingualText(de: "Einen Basisdienst", en: "service")
    case .contribution: BilingualText(de: "Einen Beitrag", en: "contribution")
    case .linked:
      BilingualText(de: "Ein Projekt oder eine Dienststelle", en: "project or department")
    default: BilingualText(de: "Ein Projekt", en: "project")
    }
  }
}
