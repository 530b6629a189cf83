internal import Findings
internal import Markup
internal import Portfolio

/// What citizens asked for, and what became of it.
struct ParticipationSection: ReportSection {
  let material: ReportMaterial

  let id = "participation"
  let title = BilingualText(de: "Bürgerbeteiligung", en: "Citizens' participation")
  let startsPage = false

  private var language: Language { material.language }

  func body() -> Markup {
    let views = ContributionViews.make(material.snapshot)
    guard !views.contributions.isEmpty else {
      return tag("p") {
        BilingualText(
          de: "Noch sind keine einzelnen Beiträge aus der Bürgerbeteiligung erfasst.",
          en: "No single contributions by citizens have been recorded yet.")[language]
      } + formats
    }
    return counts(views) + table(views) + formats
  }

  private func counts(_ views: ContributionViews) -> Markup {
    let kinds: [ContributionAnswer.Kind?] = ContributionAnswer.Kind.allCases + [nil]
    return tag("ul") {
      kinds.map { kind in tag("li") { "\(name(kind)): \(views.count(kind))" } }
    }
  }

  private func table(_ views: ContributionViews) -> Markup {
    let caption = BilingualText(
      de: "Beiträge und ihre Antworten", en: "Contributions and their answers")
    return wideTable(caption: caption[language]) {
      tag("thead") {
        tag("tr") {
          columnHeading(BilingualText(de: "Beitrag", en: "Contribution")[language])
          columnHeading(BilingualText(de: "Eingebracht bei", en: "Brought in by")[language])
          columnHeading(BilingualText(de: "Antwort", en: "Answer")[language])
          columnHeading(BilingualText(de: "Projekte", en: "Projects")[language])
        }
      }
      tag("tbody") { views.contributions.map(row) }
    }
  }

  private func row(_ view: ContributionView) -> Markup {
    tag("tr") {
      tag("th", Attribute("scope", "row")) {
        view.title
        if let text = view.text { tag("p", .class("quiet")) { text } }
      }
      tag("td") { view.participationName }
      tag("td") {
        tag("span", view.answer == nil ? .class("severity warning") : nil) {
          name(view.answer?.kind)
        }
        if let sentence = view.answer?.sentence { tag("p") { sentence } }
      }
      tag("td") { projects(view) }
    }
  }

  /// The projects that answer it; where there is no answer, those that might.
  private func projects(_ view: ContributionView) -> Markup {
    if !view.projects.isEmpty {
      return Markup(text: view.projects.map(\.title).joined(separator: "; "))
    }
    guard !view.suggestions.isEmpty else { return Markup(text: "–") }
    let label = BilingualText(de: "Vielleicht: ", en: "Perhaps: ")[language]
    return tag("span", .class("quiet")) {
      label + view.suggestions.map(\.project.title).joined(separator: "; ")
    }
  }

  private func name(_ kind: ContributionAnswer.Kind?) -> String {
    let label = kind?.label ?? BilingualText(de: "noch ohne Antwort", en: "not yet answered")
    return label[language].capitalizedFirst
  }

  /// In which ways citizens took part, and what came of it as a whole.
  private var formats: Markup {
    MarkupBuilder.buildArray(
      material.snapshot.portfolio.participations.map { participation in
        tag("section") {
          tag("h3") { participation.name }
          if !participation.formats.isEmpty {
            tag("ul") {
              participation.formats.map { format in tag("li") { line(format) } }
            }
          }
          participation.results.map { result in tag("p") { result.text } }
        }
      })
  }

  private func line(_ format: ParticipationFormat) -> String {
    let period = format.period.map { DayText(language).text($0) } ?? ""
    let participants =
      format.participants.isEmpty
      ? nil
      : BilingualText(de: "Beteiligte: ", en: "participants: ")[language]
        + format.participants.joined(separator: "; ")
    let details = [period, participants ?? ""].filter { !$0.isEmpty }
    return ([format.name] + details).joined(separator: " · ")
  }
}
