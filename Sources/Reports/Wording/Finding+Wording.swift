internal import Findings
internal import Portfolio

extension Finding {
  /// How many lines of evidence are worth the space.
  private static var shownReasons: Int { 4 }

  /// What speaks for it most, the weightiest first.
  var shownEvidence: [Evidence] {
    let speaking = evidence.filter { $0.weight > 0 }.sorted { $0.weight > $1.weight }
    return Array(speaking.prefix(Self.shownReasons))
  }

  /// What speaks for it, in one line; nil where it follows from the data alone.
  func reasons(_ language: Language) -> String? {
    let details = shownEvidence.map { $0.detail[language] }
    guard !details.isEmpty else { return nil }
    return BilingualText(de: "Dafür spricht: ", en: "Reasons: ")[language]
      + details.joined(separator: "; ")
  }

  /// "seit 01.09.2026"; nil where nothing is remembered.
  func sinceText(_ language: Language) -> String? {
    since.map {
      BilingualText(de: "seit ", en: "since ")[language] + DayText(language).text($0)
    }
  }

  /// What precedes the fingerprint.
  func idLabel(_ language: Language) -> String {
    BilingualText(de: "Kennung", en: "id")[language]
  }

  /// `file:line`, below the folder that was checked where there is one.
  func place(under root: String?) -> String? {
    location.map { "\(Self.path(of: $0.file, under: root)):\($0.line)" }
  }

  /// The path of a registry's file as the user can open it.
  static func path(of file: String, under root: String?) -> String {
    guard let root else { return file }
    return (root.hasSuffix("/") ? root : root + "/") + file
  }
}

extension String {
  /// The text with its first letter as a capital, as at the start of a line.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension Finding {
  /// The score, where it tells a reader something. A certain finding needs none; and where it is
  /// low, the rule flags something else than it is the probability of: two projects that are
  /// hardly the same may still do better as one.
  var tellingScore: Double? { 0.5..<1 ~= score ? score : nil }
}
