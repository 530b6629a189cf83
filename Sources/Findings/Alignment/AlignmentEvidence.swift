internal import Portfolio

/// When the evidence of a text is clear enough to tell somebody that an entry may be wrong.
///
/// The bounds are strict, as a note that is wrong costs more trust than one that is missing; what
/// they find and miss is measured by `scripts/evaluate alignment` and stated in docs/alignment.md.
enum AlignmentEvidence {
  /// A declared theme less likely than this does not fit the text …
  static let mostOfWrongTheme = 0.06
  /// … where another theme is at least so likely.
  static let leastOfBetterTheme = 0.7
  /// A guideline that is not declared and at least so likely is suggested.
  static let leastOfSuggestion = 0.93
  /// A declared guideline less likely than this is not borne out.
  static let mostOfUnsupported = 0.06
  /// Fewer characters of description say too little.
  static let leastDescription = 80
  /// So few projects give no idea of what their words mean in this city.
  static let fewestProjects = 20
  /// Up to this many projects the check reads all texts for it; `dach align` does it on demand.
  static let mostProjects = 200_000

  static func isEnough(_ snapshot: Snapshot) -> Bool {
    (fewestProjects...mostProjects).contains(snapshot.projects.count)
  }

  /// The projects whose entries are still of interest and whose descriptions say enough.
  static func projects(in snapshot: Snapshot) -> [Int] {
    guard isEnough(snapshot) else { return [] }
    return snapshot.activeProjects.filter {
      (snapshot.projects[$0].summary?.utf8.count ?? 0) >= leastDescription
    }
  }

  /// The words that speak for something and the sentence they stand in, as the end of a sentence.
  static func wording(_ explanation: AlignmentExplanation) -> BilingualText {
    let terms = Enumeration.of(explanation.terms.map(Quotation.of))
    guard let sentence = explanation.sentence else {
      return BilingualText(de: terms.german + ".", en: terms.english + ".")
    }
    let quoted = Quotation.of(sentence)
    return BilingualText(
      de: "\(terms.german), etwa in \(quoted.german).",
      en: "\(terms.english), e.g. in \(quoted.english).")
  }
}
