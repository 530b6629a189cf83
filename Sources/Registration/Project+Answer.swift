internal import Portfolio

extension Project {
  /// Puts an answer where it belongs.
  mutating func take(_ answer: Answer, to step: RegistrationStep, guidelines: [Guideline]) {
    switch (step, answer) {
    case (.title, .text(let text)): title = text
    case (.summary, .text(let text)): summary = text
    case (.contact, .text(let text)): contact = text
    case (.rationale, .text(let text)): alignments.first?.role == .primary ? setRationale(text) : ()
    case (.department, .chosen(let ids)): department = ids.first
    case (.office, .chosen(let ids)): office = ids.first
    case (.strategy, .chosen(let ids)): strategy = ids.first
    case (.status, .chosen(let ids)): status = ids.first.flatMap(ProjectStatus.init)
    case (.visibility, .chosen(let ids)):
      visibility = ids.first.flatMap(Visibility.Level.init).map { Visibility(level: $0) }
    case (.themes, .chosen(let ids)): themes = ids
    case (.requires, .chosen(let ids)): requires = ids
    case (.provides, .chosen(let ids)): provides = ids
    case (.links, .chosen(let ids)):
      links = ids.map { Link(project: $0, kind: .coordinatesWith) }
    case (.guideline, .chosen(let ids)): align(ids, .primary, guidelines)
    case (.secondary, .chosen(let ids)): align(ids, .secondary, guidelines)
    case (.audience, .words(let words)): audience = words
    case (.partners, .partners(let partners)): self.partners = partners
    case (.start, .date(let date)): period = Period(start: date, end: period?.end)
    case (.end, .date(let date)): period = Period(start: period?.start, end: date)
    case (.amount, .amount(let cents)): budget = Budget(cents: cents)
    default: break
    }
  }

  private mutating func setRationale(_ text: String) { alignments[0].rationale = text }

  private mutating func align(_ ids: [String], _ role: Alignment.Role, _ guidelines: [Guideline]) {
    for id in ids where !alignments.contains(where: { $0.guideline == id }) {
      let revision = guidelines.first { $0.id == id }?.revision ?? 1
      alignments.append(Alignment(guideline: id, role: role, revision: revision))
    }
  }
}
