internal import Findings
internal import Portfolio

/// An answer as it was understood.
enum Answer: Sendable, Hashable {
  case text(String)
  /// Ids of choices.
  case chosen([String])
  case words([String])
  case partners([Partner])
  case date(PartialDate)
  /// In cents.
  case amount(Int64)

  /// The same in words that are understood again.
  var written: String {
    switch self {
    case .text(let text): text
    case .chosen(let ids): ids.joined(separator: ", ")
    case .words(let words): words.joined(separator: ", ")
    case .partners(let partners): partners.map(Self.written).joined(separator: ", ")
    case .date(let date): date.description
    case .amount(let cents):
      "\(cents / 100)" + (cents % 100 == 0 ? "" : ".\(cents % 100 / 10)\(cents % 10)")
    }
  }

  private static func written(_ partner: Partner) -> String {
    partner.name + (partner.sector.map { " (\($0.rawValue))" } ?? "")
  }
}

extension Answer {
  /// - Parameter text: Not empty; without white space at its ends.
  static func read(
    _ text: String, to step: RegistrationStep, among choices: [Choice]
  ) throws(RefusedAnswer) -> Answer {
    switch step.form {
    case .text: return .text(text)
    case .choice: return .chosen([try chosen(text, among: choices)])
    case .choices:
      var ids: [String] = []
      for part in parts(of: text) {
        let id = try chosen(part, among: choices)
        if !ids.contains(id) { ids.append(id) }
      }
      return .chosen(ids)
    case .list where step == .partners:
      var partners: [Partner] = []
      for part in parts(of: text) { partners.append(try partner(part)) }
      return .partners(partners)
    case .list: return .words(parts(of: text))
    case .date:
      guard let date = HandwrittenDate.read(text, step == .end ? .end : .start) else {
        throw notADate(text)
      }
      return .date(date)
    case .mailbox:
      if let refusal = FunctionMailbox.refusal(of: text) { throw refused(refusal, text) }
      return .text(text)
    case .money:
      guard let cents = HandwrittenAmount.cents(text) else { throw notAnAmount(text) }
      return .amount(cents)
    }
  }

  private static func parts(of text: String) -> [String] {
    text.split { $0 == "," || $0 == ";" || $0.isNewline }
      .map { $0.drop(while: \.isWhitespace) }
      .map { String($0.prefix($0.count - $0.reversed().prefix(while: \.isWhitespace).count)) }
      .filter { !$0.isEmpty }
  }

  private static func chosen(
    _ text: String, among choices: [Choice]
  ) throws(RefusedAnswer) -> String {
    switch ChoiceMatch(text, among: choices) {
    case .one(let choice): return choice.id
    case .several(let found):
      throw RefusedAnswer(
        de: "„\(text)“ passt auf mehrere:", en: "'\(text)' fits several:", choices: found)
    case .none(let nearest):
      let hint = nearest.map {
        BilingualText(de: " Meinten Sie „\($0.name)“?", en: " Did you mean '\($0.name)'?")
      }
      throw RefusedAnswer(
        de: "„\(text)“ steht nicht zur Wahl." + (hint?.german ?? ""),
        en: "'\(text)' is not among the choices." + (hint?.english ?? ""))
    }
  }

  /// `Name (sector)`, the sector by its German or English name.
  private static func partner(_ text: String) throws(RefusedAnswer) -> Partner {
    guard text.hasSuffix(")"), let bracket = text.lastIndex(of: "(") else {
      return Partner(name: text)
    }
    let word = text[text.index(after: bracket)...].dropLast()
    var name = text[..<bracket]
    while name.last?.isWhitespace == true { name = name.dropLast() }
    let sector = PartnerSector.allCases.first { sector in
      [sector.rawValue, sector.label.german, sector.label.english]
        .contains { $0.lowercased() == word.lowercased() }
    }
    // Brackets may be part of a name, and capitals are an abbreviation: "Naturschutz (BUND)".
    guard let sector, !name.isEmpty, word != word.uppercased() else { return Partner(name: text) }
    return Partner(name: String(name), sector: sector)
  }

  private static func notADate(_ text: String) -> RefusedAnswer {
    RefusedAnswer(
      de: "„\(text)“ ist kein Datum. Möglich sind 2026, 03/2026, 15.03.2026 oder Q1/2026.",
      en: "'\(text)' is no date. Possible are 2026, 03/2026, 15.03.2026 or Q1/2026.")
  }

  private static func notAnAmount(_ text: String) -> RefusedAnswer {
    RefusedAnswer(
      de: "„\(text)“ ist kein Betrag. Möglich sind 250000, 250.000, 99,50 oder 2,5 Mio.",
      en: "'\(text)' is no amount. Possible are 250000, 250,000, 99.50 or 2.5 million.")
  }

  private static func refused(
    _ refusal: FunctionMailbox.Refusal, _ text: String
  ) -> RefusedAnswer {
    switch refusal {
    case .notAnAddress:
      RefusedAnswer(
        de: "„\(text)“ ist keine E-Mail-Adresse. Beispiel: bauordnung@stadt.example",
        en: "'\(text)' is no e-mail address. Example: bauordnung@stadt.example")
    case .looksPersonal:
      RefusedAnswer(
        de: "„\(text)“ sieht nach dem Postfach einer Person aus. Gefragt ist das einer Stelle.",
        en: "'\(text)' looks like a person's mailbox. A function's is asked for.")
    }
  }
}
