internal import Findings
internal import Portfolio

/// How an expectation of the strategy has turned out, in words.
struct ExpectationWording {
  let language: Language

  func result(_ entry: ExpectedCoverage.Entry) -> String {
    text(entry)[language]
  }

  private func text(_ entry: ExpectedCoverage.Entry) -> BilingualText {
    let by = entry.by?.wording
    switch entry.state {
    case .fulfilled: return BilingualText(de: "erfüllt", en: "fulfilled")
    case .missing:
      let count = entry.lacking
      return BilingualText(
        de: count == 1 ? "ein Beitrag fehlt" : "\(count) Beiträge fehlen",
        en: count == 1 ? "one contribution is missing" : "\(count) contributions are missing")
    case .waived:
      guard let reason = entry.waiver?.reason else {
        return BilingualText(de: "Ausnahme", en: "waived")
      }
      return BilingualText(de: "Ausnahme: \(reason)", en: "waived: \(reason)")
    case .ahead:
      return BilingualText(
        de: "fällig: \(by?.german ?? "später")", en: "due: \(by?.english ?? "later")")
    case .welcome: return BilingualText(de: "willkommen, noch keiner", en: "welcome, none yet")
    case .exempt: return BilingualText(de: "nicht erwartet", en: "not expected")
    }
  }
}
