internal import Findings
internal import Markup
internal import Portfolio

/// Findings as list items: what, where, since when, and what to do.
struct FindingHTML {
  let language: Language
  /// Put before the files of findings.
  let root: String?
  /// Fingerprints of findings that stand further up on the page and can be linked to there.
  var alreadyTold: Set<String> = []

  /// Findings of one rule; where there are several of a kind the remedy is said once.
  func render(_ group: FindingGroup) -> Markup {
    guard group.isList, let first = group.findings.first, let rule = Rules.named(first.rule) else {
      return tag("ul", .class("findings")) { group.findings.map { item($0, showsAction: true) } }
    }
    let documentation = rule.documentation
    return tag("div") {
      tag("h4") {
        severity(first.severity)
        ": \(documentation.title[language]) (\(group.findings.count)) "
        tag("code") { first.rule }
      }
      tag("p", .class("action")) { prose(documentation.remedy[language]) }
      tag("ul", .class("findings")) { group.findings.map { item($0, showsAction: false) } }
    }
  }

  private func item(_ finding: Finding, showsAction: Bool) -> Markup {
    tag(
      "li", .class(finding.severity.rawValue),
      alreadyTold.contains(finding.fingerprint) ? nil : .id("finding-\(finding.fingerprint)")
    ) {
      tag("p") {
        if showsAction {
          severity(finding.severity)
          ": "
        }
        prose(finding.message[language])
      }
      if let reasons = finding.reasons(language) { tag("p", .class("quiet")) { reasons } }
      if showsAction { tag("p", .class("action")) { prose(finding.action[language]) } }
      tag("p", .class("quiet")) { Markup.joined(particulars(finding), by: " · ") }
    }
  }

  private func severity(_ severity: Severity) -> Markup {
    tag("span", .class("severity \(severity.rawValue)")) {
      severity.label[language].capitalizedFirst
    }
  }

  private func particulars(_ finding: Finding) -> [Markup] {
    var parts = [tag("code") { finding.rule }]
    if let score = finding.tellingScore { parts.append(Markup(text: percentage(score))) }
    if let since = finding.sinceText(language) { parts.append(Markup(text: since)) }
    if let place = finding.place(under: root) { parts.append(tag("code") { place }) }
    parts.append(
      Markup(text: finding.idLabel(language) + " ") + tag("code") { finding.fingerprint })
    return parts
  }
}
