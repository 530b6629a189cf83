internal import Findings
internal import Markup
internal import Portfolio

/// The first page: the four functions, and what needs a decision.
struct SummarySection: ReportSection {
  let material: ReportMaterial

  let id = "summary"
  let title = BilingualText(de: "Auf einen Blick", en: "At a glance")
  let startsPage = false

  func body() -> Markup {
    let language = material.language
    let wording = CheckWording(result: material.result, language: language)
    return MarkupBuilder.buildArray(
      [
        FunctionFiguresHTML(language: language).render(material.result.functions),
        tag("h3") { BilingualText(de: "Was daraus folgt", en: "What follows")[language] },
        tag("ul") { facts.map { fact in tag("li") { fact } } },
        tag("p") { "\(wording.findingsHeading): \(wording.counts)" },
      ] + wording.details.map { detail in tag("p", .class("quiet")) { detail + "." } })
  }

  /// One sentence for each question that a council asks first.
  private var facts: [String] {
    let facts = [uncovered, atRisk, silent, contributions]
    return facts.compactMap { $0?[material.language] }
  }

  private var uncovered: BilingualText {
    let names = names(of: "gap/guideline-uncovered", .guideline)
    guard !names.isEmpty else {
      let isWaived = material.result.silenced.contains {
        $0.finding.rule == "gap/guideline-uncovered"
      }
      return BilingualText(
        de: "Zu jeder Leitlinie, die einen Beitrag erwartet, gibt es mindestens ein Projekt"
          + (isWaived ? " oder eine Ausnahme." : "."),
        en: "Every guideline that expects a contribution has at least one project"
          + (isWaived ? " or a waiver." : "."))
    }
    let list = Enumeration.of(names)
    return BilingualText(
      de: "Ohne Projekt: \(list.german).", en: "Without a project: \(list.english).")
  }

  private var atRisk: BilingualText? {
    let names = names(of: "gap/guideline-at-risk", .guideline)
    guard !names.isEmpty else { return nil }
    let list = Enumeration.of(names)
    return BilingualText(
      de: "Abdeckung gefährdet: \(list.german).", en: "Coverage at risk: \(list.english).")
  }

  private var silent: BilingualText? {
    let names = names(of: "gap/department-silent", .department)
    guard !names.isEmpty else { return nil }
    let list = Enumeration.of(names)
    return BilingualText(
      de: "Noch kein Projekt registriert: \(list.german).",
      en: "No project registered yet: \(list.english).")
  }

  private var contributions: BilingualText? {
    let views = ContributionViews.make(material.snapshot, suggesting: false)
    let (all, open) = (views.contributions.count, views.count(nil))
    guard all > 0 else { return nil }
    return BilingualText(
      de: "Beiträge aus der Bürgerbeteiligung: \(all), davon ohne Antwort: \(open).",
      en: "Contributions by citizens: \(all), of which unanswered: \(open).")
  }

  /// The names of what a rule flags.
  private func names(of rule: String, _ kind: Subject.Kind) -> [BilingualText] {
    let snapshot = material.snapshot
    return material.result.findings.filter { $0.rule == rule }.compactMap { finding in
      guard let id = finding.subjects.first(where: { $0.kind == kind })?.id else { return nil }
      switch kind {
      case .guideline:
        return snapshot.guidelineTable[id].map { Quotation.of(snapshot.guidelines[$0].name) }
      case .department:
        return snapshot.departmentTable[id].map {
          BilingualText(de: snapshot.departments[$0].name, en: snapshot.departments[$0].name)
        }
      default: return nil
      }
    }
  }
}
