import Portfolio

/// What is wrong with an id or a reference, in words for the person who has to mend it.
struct ReferenceFault {
  var severity = Diagnostic.Severity.error
  var code: String
  var message: BilingualText
  var hint: BilingualText
}

extension ReferenceFault {
  /// - Parameter first: the file and line where the id was given first.
  static func duplicateID(_ mention: Mention, first: String) -> ReferenceFault {
    let noun = mention.kind.noun
    return ReferenceFault(
      code: "duplicate-id",
      message: BilingualText(
        de: "\(noun.german) „\(mention.id)“ gibt es schon: \(first)",
        en: "there is another \(noun.english) '\(mention.id)' already: \(first)"),
      hint: BilingualText(
        de: "Geben Sie einem der beiden eine andere id, oder streichen Sie einen.",
        en: "Give one of the two another id, or remove one."))
  }

  static func duplicateOffice(
    _ mention: Mention, in department: Department, firstLine: Int
  ) -> ReferenceFault {
    ReferenceFault(
      code: "duplicate-id",
      message: BilingualText(
        de:
          "die Dienststelle „\(mention.id)“ steht in „\(department.id)“ schon in Zeile \(firstLine)",
        en: "the office '\(mention.id)' stands in '\(department.id)' already, on line \(firstLine)"),
      hint: BilingualText(
        de: "Geben Sie einer der beiden eine andere id, oder streichen Sie eine.",
        en: "Give one of the two another id, or remove one."))
  }

  /// - Parameters:
  ///   - first: the file and line of the project that has the id.
  ///   - given: the id that the second one gets instead.
  static func secondClaimant(of id: String, first: String, given: String) -> ReferenceFault {
    ReferenceFault(
      severity: .warning, code: "second-claimant",
      message: BilingualText(
        de: "die id „\(id)“ ist schon vergeben: \(first)",
        en: "the id '\(id)' is taken already: \(first)"),
      hint: BilingualText(
        de: "Beide Projekte bleiben erhalten; dieses heißt bis zu einer Entscheidung „\(given)“.",
        en: "Both projects are kept; this one is called '\(given)' until you decide."))
  }

  static func secondStrategy(first: String) -> ReferenceFault {
    ReferenceFault(
      code: "duplicate-strategy",
      message: BilingualText(
        de: "eine Dachstrategie gibt es schon: \(first)",
        en: "there is an umbrella strategy already: \(first)"),
      hint: BilingualText(
        de: "Eine Registratur hat genau eine; Fachstrategien stehen unter strategies/.",
        en: "A registry has exactly one; sub-strategies stand in strategies/."))
  }

  static func officeWithoutDepartment(_ office: String) -> ReferenceFault {
    ReferenceFault(
      code: "office-without-department",
      message: BilingualText(
        de: "zur Dienststelle „\(office)“ fehlt das Referat",
        en: "the office '\(office)' needs its department"),
      hint: BilingualText(
        de: "Ergänzen Sie eine Zeile „department: …“.", en: "Add a line 'department: …'."))
  }

  static func ambiguousDepartment(_ name: String, ids: [String]) -> ReferenceFault {
    let list = ids.joined(separator: ", ")
    return ReferenceFault(
      code: "ambiguous-department",
      message: BilingualText(
        de: "„\(name)“ nennen sich mehrere Referate: \(list)",
        en: "several departments go by the name '\(name)': \(list)"),
      hint: BilingualText(
        de: "Schreiben Sie statt des Namens die id.", en: "Write the id instead of the name."))
  }

  /// - Parameter nearest: the id that may have been meant.
  static func unknown(_ reference: PendingReference, nearest: String?) -> ReferenceFault {
    let noun = reference.kind.noun
    let scope = reference.department.map { department in
      BilingualText(de: " in „\(department)“", en: " in '\(department)'")
    }
    return ReferenceFault(
      code: reference.kind.unknownCode,
      message: BilingualText(
        de: "\(noun.german) „\(reference.id)“ ist\(scope?.german ?? "") nicht bekannt",
        en: "there is no \(noun.english) '\(reference.id)'\(scope?.english ?? "")"),
      hint: nearest.map {
        BilingualText(de: "Meinten Sie „\($0)“?", en: "Did you mean '\($0)'?")
      }
        ?? BilingualText(
          de: "Bekannt ist, was in \(reference.kind.document.home) steht.",
          en: "Known is what stands in \(reference.kind.document.home)."))
  }
}
