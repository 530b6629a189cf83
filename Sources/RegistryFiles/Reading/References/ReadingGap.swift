import Portfolio

/// A place in a registry file where ids may be given that could not be read.
///
/// Until that is mended nobody knows which ids there are, and to call each reference to them wrong
/// would bury the one fault under hundreds of others.
struct ReadingGap: Sendable, Hashable {
  var file: String
  /// What the documents of the file describe.
  var kind: DocumentKind
  /// Where the fault was reported.
  var place: TextPlace
  var uncheckedReferences = 0

  /// What to say beside the fault; nil where no reference was left unchecked.
  var hint: BilingualText? {
    switch uncheckedReferences {
    case 0: nil
    case 1:
      BilingualText(
        de: "Bis dahin bleibt ein Verweis auf Angaben aus \(kind.home) ungeprüft.",
        en: "Until then one reference to what stands in \(kind.home) is left unchecked.")
    case let count:
      BilingualText(
        de: "Bis dahin bleiben \(count) Verweise auf Angaben aus \(kind.home) ungeprüft.",
        en: "Until then \(count) references to what stands in \(kind.home) are left unchecked.")
    }
  }
}
