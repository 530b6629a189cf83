public import Findings
public import Portfolio

/// One project with everything around it, for `dach show`.
public struct ProjectText {
  let style: TerminalStyle
  let language: Language
  let root: String?

  public init(style: TerminalStyle, language: Language, root: String? = nil) {
    self.style = style
    self.language = language
    self.root = root
  }

  public func render(_ view: ProjectView, similar: [SimilarProject]) -> String {
    ([head(view), summary(view), facts(view)]
      + [
        alignments(view), parts(view), neighbours(view), merged(view), decisions(view),
        similarProjects(similar), notes(view), findings(view), completeness(view),
      ].compactMap { $0 }).joined(separator: "\n\n") + "\n"
  }

  private func head(_ view: ProjectView) -> String {
    style.paint(view.project.title, .heading) + style.paint("  " + view.project.id, .quiet)
  }

  private func summary(_ view: ProjectView) -> String {
    let missing = BilingualText(
      de: "Keine Kurzbeschreibung hinterlegt.", en: "No summary on record.")[language]
    return wrap(view.project.summary ?? missing, after: "  ", width: style.width)
  }

  private func facts(_ view: ProjectView) -> String {
    let project = view.project
    let rows: [(BilingualText, String?)] = [
      (BilingualText(de: "Zuständig", en: "Owner"), owner(view)),
      (BilingualText(de: "Kontakt", en: "Contact"), project.contact),
      (BilingualText(de: "Stand", en: "Status"), project.status?.label[language]),
      (BilingualText(de: "Zeitraum", en: "Period"), period(project.period)),
      (BilingualText(de: "Teilstrategie", en: "Sub-strategy"), view.strategyName),
      (BilingualText(de: "Themen", en: "Themes"), list(view.themeNames)),
      (BilingualText(de: "Budget", en: "Budget"), budget(project.budget)),
      (BilingualText(de: "Zielgruppen", en: "Audience"), list(project.audience)),
      (BilingualText(de: "Technik", en: "Technologies"), list(project.technologies)),
      (BilingualText(de: "Partner", en: "Partners"), list(project.partners.map(\.name))),
      (BilingualText(de: "Stellt bereit", en: "Provides"), list(view.providedServiceNames)),
      (BilingualText(de: "Benötigt", en: "Requires"), list(view.requiredServiceNames)),
      (
        BilingualText(de: "Bestätigt", en: "Confirmed"),
        project.confirmed.map(DayText(language).text)
      ),
      (BilingualText(de: "Fundstelle", en: "File"), location(project.location)),
    ]
    let width = rows.map { $0.0[language].count }.max() ?? 0
    return rows.compactMap { label, value in
      value.map {
        wrap($0, after: "  " + label[language].padded(to: width + 2), width: style.width)
      }
    }.joined(separator: "\n")
  }

  private func owner(_ view: ProjectView) -> String? {
    guard let department = view.departmentName else { return nil }
    guard let office = view.officeName else { return department }
    return "\(department), \(office)"
  }

  private func period(_ period: Period?) -> String? {
    guard let period, period.start != nil || period.end != nil else { return nil }
    let day = DayText(language)
    let from = period.start.map {
      BilingualText(de: "ab \(day.text($0))", en: "from \(day.text($0))")
    }
    let until = period.end.map {
      BilingualText(de: "bis \(day.text($0))", en: "until \(day.text($0))")
    }
    return [from, until].compactMap { $0?[language] }.joined(separator: " ")
  }

  private func budget(_ budget: Budget?) -> String? {
    guard let budget else { return nil }
    let amount = MoneyText(language).text(budget)
    return budget.funding.map { "\(amount) (\($0))" } ?? amount
  }

  private func list(_ items: [String]) -> String? {
    items.isEmpty ? nil : items.joined(separator: ", ")
  }

  private func location(_ location: SourceLocation?) -> String? {
    location.map { (root.map { "\($0)/" } ?? "") + "\($0.file):\($0.line)" }
  }

  private func section(_ heading: BilingualText, _ lines: [String]) -> String? {
    guard !lines.isEmpty else { return nil }
    return ([style.paint(heading[language], .heading)] + lines).joined(separator: "\n")
  }

  private func alignments(_ view: ProjectView) -> String? {
    section(
      BilingualText(de: "Dient den Leitlinien", en: "Serves the guidelines"),
      view.alignments.map { line in
        let review: BilingualText =
          line.alignment.review == .reviewed
          ? BilingualText(de: "geprüft", en: "reviewed")
          : BilingualText(de: "gemeldet", en: "declared")
        let outdated = BilingualText(
          de: ", Leitlinie seither geändert", en: ", guideline changed since")
        let state = review[language] + (line.isCurrent ? "" : outdated[language])
        let text =
          "\(line.guidelineName) (\(state))" + (line.alignment.rationale.map { ": \($0)" } ?? "")
        return wrap(text, after: "  • ", width: style.width)
      })
  }

  /// A link that both sides state in the same way is told once.
  private func neighbours(_ view: ProjectView) -> String? {
    let incoming = view.neighbours.filter { neighbour in
      neighbour.direction == .incoming && !hasCounterpart(neighbour, in: view)
        && neighbour.kind != .partOf
    }
    let outgoing = view.neighbours.filter { $0.direction == .outgoing }
    let lines = (outgoing + incoming).map { neighbour in
      let owner = neighbour.departmentName.map { ", \($0)" } ?? ""
      let text =
        "\(neighbour.kind.label[language]): \(neighbour.title) (\(neighbour.id)\(owner))"
        + state(of: neighbour)
      return wrap(text, after: "  \(arrow(for: neighbour, in: view)) ", width: style.width)
    }
    let unresolved = view.unresolvedLinks.map {
      BilingualText(de: "  → \($0) (nicht im Register)", en: "  → \($0) (not registered)")[language]
    }
    return section(
      BilingualText(de: "Vernetzt mit", en: "Linked with"), lines + unresolved)
  }

  /// What still waits for an answer since when, and what was declined why; nothing of the others.
  private func state(of neighbour: ProjectView.Neighbour) -> String {
    let day = DayText(language)
    switch neighbour.state {
    case .confirmed, .mutual: return ""
    case .proposed:
      // Inside a department nobody is waited for.
      guard let since = neighbour.proposed else { return "" }
      let text = BilingualText(
        de: "; vorgeschlagen \(day.text(since))", en: "; proposed \(day.text(since))")
      return text[language]
    case .declined:
      let label = neighbour.state.label[language]
      return neighbour.declined.map { "; \(label) \(day.text($0.date)): \($0.reason)" }
        ?? "; \(label)"
    }
  }

  private func parts(_ view: ProjectView) -> String? {
    section(
      BilingualText(de: "Teile", en: "Parts"),
      view.neighbours.filter { $0.direction == .incoming && $0.kind == .partOf }.map { part in
        let owner = part.departmentName.map { ", \($0)" } ?? ""
        return wrap(
          "\(part.title) (\(part.id)\(owner))\(state(of: part))", after: "  • ", width: style.width)
      })
  }

  private func merged(_ view: ProjectView) -> String? {
    section(
      BilingualText(de: "Hierin aufgegangen", en: "Merged into it"),
      view.merged.map { line in
        let details = [
          line.merger.date.map(DayText(language).text), line.merger.by, line.merger.reason,
        ].compactMap { $0 }
        let text =
          "\(line.project.title) (\(line.project.id))"
          + (details.isEmpty ? "" : ": " + details.joined(separator: ", "))
        return wrap(text, after: "  • ", width: style.width)
      })
  }

  private func decisions(_ view: ProjectView) -> String? {
    section(
      BilingualText(de: "Entscheidungen", en: "Decisions"),
      view.decisions.map { line in
        let details = [
          line.verdict.date.map(DayText(language).text), line.byName, line.verdict.reason,
          standing(of: line),
        ].compactMap { $0 }
        let text =
          "\(line.title) (\(line.id)): \(line.verdict.outcome.label[language])"
          + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))")
        return wrap(text, after: "  • ", width: style.width)
      })
  }

  private func standing(of line: ProjectView.DecisionLine) -> String? {
    if line.isReopened {
      return BilingualText(
        de: "wieder offen, weil sich die Texte geändert haben",
        en: "open again, as the texts have changed")[language]
    }
    switch line.cooperation {
    case .proposed:
      return BilingualText(de: "noch nicht beantwortet", en: "not answered yet")[language]
    case .declined(let refusal):
      return LinkState.declined.label[language]
        + " \(DayText(language).text(refusal.date)): \(refusal.reason)"
    case .done: return BilingualText(de: "umgesetzt", en: "done")[language]
    case .agreed, nil: return nil
    }
  }

  private func arrow(for neighbour: ProjectView.Neighbour, in view: ProjectView) -> String {
    if neighbour.direction == .incoming { return "←" }
    return hasCounterpart(neighbour, in: view) ? "↔" : "→"
  }

  /// Whether the other side states the same symmetric link.
  private func hasCounterpart(_ neighbour: ProjectView.Neighbour, in view: ProjectView) -> Bool {
    neighbour.kind.isSymmetric
      && view.neighbours.contains {
        $0.id == neighbour.id && $0.kind == neighbour.kind && $0.direction != neighbour.direction
      }
  }

  private func similarProjects(_ similar: [SimilarProject]) -> String? {
    section(
      BilingualText(de: "Ähnliche Projekte", en: "Similar projects"),
      similar.map { project in
        let owner = project.departmentName.map { ", \($0)" } ?? ""
        let text = "\(percentage(project.similarity))  \(project.title) (\(project.id)\(owner))"
        return wrap(text, after: "  • ", width: style.width)
      })
  }

  private func notes(_ view: ProjectView) -> String? {
    section(
      BilingualText(de: "Anmerkungen", en: "Notes"),
      view.project.notes.map { wrap($0, after: "  • ", width: style.width) })
  }

  private func findings(_ view: ProjectView) -> String? {
    let text = FindingText(style: style, language: language, root: root)
    return section(
      BilingualText(de: "Befunde", en: "Findings"), view.findings.map { text.render($0) })
  }

  private func completeness(_ view: ProjectView) -> String? {
    guard !view.missing.isEmpty else { return nil }
    let names = view.missing.map { $0.name[language] }.joined(separator: ", ")
    let text = BilingualText(
      de:
        "Angaben zu \(percentage(view.completeness)) vollständig. Es fehlen, das Wichtigste zuerst: \(names).",
      en: "\(percentage(view.completeness)) complete. Missing, the most important first: \(names).")
    return style.paint(wrap(text[language], after: "", width: style.width), .quiet)
  }
}
