internal import Findings
internal import Markup
internal import Portfolio

/// How each figure of the report is computed, in plain words.
struct MethodSection: ReportSection {
  let settings: CheckSettings
  let language: Language

  let id = "method"
  let title = BilingualText(de: "Wie gerechnet wird", en: "How the figures are computed")

  func body() -> Markup {
    tag("dl") {
      MethodTerm.all(settings).map { term in
        tag("dt") { term.name[language] } + tag("dd") { prose(term.text[language]) }
      }
    }
  }
}
