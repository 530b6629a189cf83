import Portfolio

// Faults of single values.
extension FieldFault {
  static let emptyText = FieldFault(
    code: "empty-text",
    message: BilingualText(de: "dieser Text ist leer", en: "this text is empty"),
    hint: BilingualText(
      de: "Was niemand weiß, lassen Sie ganz weg, samt Schlüssel.",
      en: "Leave out what nobody knows, key and all."))

  static func controlCharacter(_ character: ControlCharacter) -> FieldFault {
    FieldFault(
      code: "control-character", message: character.message, hint: ControlCharacter.hint)
  }

  static func invalidID(_ text: String, form: IDForm) -> FieldFault {
    let proposal = Slug.proposal(for: text)
    return FieldFault(
      code: "invalid-id",
      message: BilingualText(
        de: "„\(text.shortened)“ ist keine Kennung", en: "'\(text.shortened)' is no id"),
      hint: BilingualText(
        de: "Kennungen bestehen aus Kleinbuchstaben (a-z), Ziffern und einzelnen Bindestrichen "
          + "dazwischen, höchstens \(Slug.longest) Zeichen"
          + (proposal.map { ", hier etwa „\($0)“." } ?? "."),
        en: "Ids are made of lower-case letters (a-z), digits and single hyphens between them, "
          + "\(Slug.longest) characters at most" + (proposal.map { ", e.g. '\($0)'." } ?? ".")))
  }

  static func invalidDate(_ text: String) -> FieldFault {
    FieldFault(
      code: "invalid-date",
      message: BilingualText(
        de: "„\(text.shortened)“ ist kein Datum", en: "'\(text.shortened)' is no date"),
      hint: BilingualText(
        de: "Schreiben Sie 2021, 2021-03 oder 2021-03-15 (Jahr, Monat, Tag).",
        en: "Write 2021, 2021-03 or 2021-03-15 (year, month, day)."))
  }

  static func invalidCount(_ text: String) -> FieldFault {
    FieldFault(
      code: "invalid-number",
      message: BilingualText(
        de: "„\(text.shortened)“ ist keine ganze Zahl ab 1",
        en: "'\(text.shortened)' is no whole number from 1"),
      hint: BilingualText(
        de: "Schreiben Sie nur Ziffern, ohne Punkt und Komma.",
        en: "Write digits alone, without point or comma."))
  }

  static func invalidFlag(_ text: String) -> FieldFault {
    let meant = GermanWords.flag(text)
    return FieldFault(
      code: "invalid-boolean",
      message: BilingualText(
        de: "„\(text.shortened)“ ist weder true noch false",
        en: "'\(text.shortened)' is neither true nor false"),
      hint: meant.map { BilingualText(de: "Meinten Sie „\($0)“?", en: "Did you mean '\($0)'?") }
        ?? BilingualText(
          de: "Schreiben Sie true für ja, false für nein.",
          en: "Write true for yes, false for no."))
  }

  static func invalidChoice(_ text: String, of choices: [String]) -> FieldFault {
    let meant =
      GermanWords.choice(for: text, among: choices)
      ?? NearestName.of(text, among: choices)
    let list = choices.joined(separator: ", ")
    return FieldFault(
      code: "invalid-choice",
      message: BilingualText(
        de: "„\(text.shortened)“ ist hier nicht vorgesehen",
        en: "'\(text.shortened)' is not among the possible values"),
      hint: meant.map {
        BilingualText(
          de: "Meinten Sie „\($0)“? Möglich sind: \(list).",
          en: "Did you mean '\($0)'? Possible are: \(list).")
      } ?? BilingualText(de: "Möglich sind: \(list).", en: "Possible are: \(list)."))
  }

  static func invalidMailbox(_ text: String) -> FieldFault {
    FieldFault(
      code: "invalid-mailbox",
      message: BilingualText(
        de: "„\(text.shortened)“ ist keine E-Mail-Adresse",
        en: "'\(text.shortened)' is no mail address"),
      hint: BilingualText(
        de: "Geben Sie das Postfach der zuständigen Stelle an, etwa bauordnung@example.org.",
        en: "Give the mailbox of the office in charge, e.g. bauordnung@example.org."))
  }

  static func personalMailbox(_ text: String) -> FieldFault {
    FieldFault(
      code: "personal-mailbox",
      message: BilingualText(
        de: "„\(text.shortened)“ ist das Postfach einer Person",
        en: "'\(text.shortened)' is the mailbox of a person"),
      hint: BilingualText(
        de: "Die Registratur speichert keine Personen. Geben Sie das Postfach der Stelle an, etwa "
          + "bauordnung@example.org.",
        en: "The registry stores no persons. Give the mailbox of the office, e.g. "
          + "bauordnung@example.org."))
  }

  static func invalidAddress(_ text: String) -> FieldFault {
    FieldFault(
      code: "invalid-address",
      message: BilingualText(
        de: "„\(text.shortened)“ ist keine Webadresse",
        en: "'\(text.shortened)' is no address of the web"),
      hint: BilingualText(
        de: "Webadressen beginnen mit https:// oder http:// und enthalten keine Leerzeichen.",
        en: "Addresses of the web begin with https:// or http:// and have no spaces."))
  }

  static func invalidAmount(_ text: String) -> FieldFault {
    FieldFault(
      code: "invalid-amount",
      message: BilingualText(
        de: "„\(text.shortened)“ ist kein Betrag", en: "'\(text.shortened)' is no amount"),
      hint: BilingualText(
        de: "Schreiben Sie 250000 oder 99.50: ohne Tausenderpunkte und Währung, mit Punkt vor den "
          + "Cent, nicht negativ.",
        en: "Write 250000 or 99.50: no thousands separators, no currency, a point before the "
          + "cents, not negative."))
  }

  static func invalidCurrency(_ text: String) -> FieldFault {
    FieldFault(
      code: "invalid-currency",
      message: BilingualText(
        de: "„\(text.shortened)“ ist keine Währung", en: "'\(text.shortened)' is no currency"),
      hint: BilingualText(
        de: "Schreiben Sie die drei Großbuchstaben nach ISO 4217, etwa EUR.",
        en: "Write the three capital letters of ISO 4217, e.g. EUR."))
  }

  static func invalidRule(_ text: String) -> FieldFault {
    FieldFault(
      code: "invalid-rule",
      message: BilingualText(
        de: "„\(text.shortened)“ ist kein Name einer Regel",
        en: "'\(text.shortened)' is no name of a rule"),
      hint: BilingualText(
        de: "Regeln heißen wie gap/department-expected; „dach rules“ zeigt alle.",
        en: "Rules are named like gap/department-expected; 'dach rules' lists them all."))
  }
}
