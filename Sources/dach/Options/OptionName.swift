import Portfolio

/// What the command line calls a key of the registry's files; keys that no option sets keep their
/// name.
struct OptionName {
  private let name: String

  static func of(key: String) -> OptionName {
    OptionName(name: options[key] ?? key)
  }

  /// `--option: sentence`.
  func prefixing(_ sentence: BilingualText) -> BilingualText {
    guard !name.isEmpty else { return sentence }
    return BilingualText(de: "\(name): \(sentence.german)", en: "\(name): \(sentence.english)")
  }

  private static let options: [String: String] = {
    let alike = [
      "title", "summary", "department", "office", "strategy", "status", "start", "end", "contact",
      "guideline", "role", "rationale", "audience", "provides", "requires", "label", "page",
      "amount", "funding", "kind", "note", "reason", "by", "approver", "expires",
    ]
    var options = Dictionary(uniqueKeysWithValues: alike.map { ($0, "--\($0)") })
    options["themes"] = "--theme"
    options["technologies"] = "--technology"
    options["services"] = "--provides, --requires"
    options["alignments"] = "--guideline"
    options["period"] = "--start, --end"
    options["bundle"] = "--parent"
    options["level"] = "--visibility"
    // Said by the arguments themselves.
    for key in ["links", "project", "pair", "outcome", "rule", "subjects"] { options[key] = "" }
    return options
  }()
}
