import Portfolio

// Faults in the make-up of a document: keys, forms, missing values.
extension FieldFault {
  static func wrongForm(expected: ValueForm, found: ValueForm) -> FieldFault {
    FieldFault(
      code: "wrong-form",
      message: BilingualText(
        de: "hier steht \(found.name.german), erwartet wird \(expected.name.german)",
        en: "this is \(found.name.english), but \(expected.name.english) is expected"),
      hint: expected.example)
  }

  static let emptyDocument = FieldFault(
    code: "empty-document",
    message: BilingualText(de: "dieses Dokument ist leer", en: "this document is empty"),
    hint: BilingualText(
      de: "Streichen Sie das überzählige „---“, oder tragen Sie etwas ein.",
      en: "Remove the surplus '---', or fill it in."))

  static func missingValue(_ key: String) -> FieldFault {
    FieldFault(
      code: "missing-value",
      message: BilingualText(
        de: "die Pflichtangabe „\(key)“ fehlt", en: "the required value '\(key)' is missing"),
      hint: BilingualText(
        de: "Ergänzen Sie eine Zeile „\(key): …“.", en: "Add a line '\(key): …'."))
  }

  static func unknownKey(_ key: String, known: [String]) -> FieldFault {
    let meant =
      GermanWords.key(for: key, among: known) ?? NearestName.of(key, among: known)
    let list = known.joined(separator: ", ")
    return FieldFault(
      code: "unknown-key",
      message: BilingualText(
        de: "den Schlüssel „\(key.shortened)“ gibt es hier nicht",
        en: "there is no key '\(key.shortened)' here"),
      hint: meant.map {
        BilingualText(de: "Meinten Sie „\($0)“?", en: "Did you mean '\($0)'?")
      } ?? BilingualText(de: "Möglich sind: \(list).", en: "Possible are: \(list)."))
  }

  static func duplicateKey(_ key: String, firstLine: Int) -> FieldFault {
    FieldFault(
      code: "duplicate-key",
      message: BilingualText(
        de: "den Schlüssel „\(key)“ gibt es hier schon in Zeile \(firstLine)",
        en: "the key '\(key)' stands here already, on line \(firstLine)"),
      hint: BilingualText(
        de: "Behalten Sie einen von beiden; keiner von ihnen gilt stillschweigend.",
        en: "Keep one of the two; neither wins in silence."))
  }

  static let complexKey = FieldFault(
    code: "wrong-form",
    message: BilingualText(
      de: "ein Schlüssel muss ein einzelnes Wort sein", en: "a key must be a single word"),
    hint: BilingualText(
      de: "Setzen Sie Text, der mit „[“ oder „{“ beginnt, in Anführungszeichen.",
      en: "Put text that begins with '[' or '{' into quotation marks."))

  static let mergeKey = FieldFault(
    code: "merge-key",
    message: BilingualText(
      de: "„<<“ (Werte von anderswo übernehmen) ist nicht zugelassen",
      en: "'<<' (merging values from elsewhere) is not allowed"),
    hint: BilingualText(de: "Schreiben Sie die Werte aus.", en: "Write the values themselves."))

  static let emptyItem = FieldFault(
    code: "empty-item",
    message: BilingualText(de: "dieser Listeneintrag ist leer", en: "this item is empty"),
    hint: BilingualText(
      de: "Tragen Sie etwas ein, oder streichen Sie den Eintrag.", en: "Fill it in, or remove it."))

  static func repeatedItem(_ text: String, position: Int) -> FieldFault {
    FieldFault(
      code: "repeated-item",
      message: BilingualText(
        de: "„\(text.shortened)“ steht schon an Stelle \(position) dieser Liste",
        en: "'\(text.shortened)' is item \(position) of this list already"),
      hint: BilingualText(de: "Streichen Sie die Wiederholung.", en: "Remove the repetition."))
  }
}

extension String {
  /// Short enough for a message.
  var shortened: String {
    let start = prefix(60)
    return start.endIndex == endIndex ? self : start + "…"
  }
}
