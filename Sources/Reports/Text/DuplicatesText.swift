public import Findings
public import Portfolio

/// `dach duplicates` for the terminal: groups of records of one undertaking, then what could be
/// bundled, the likeliest first.
public struct DuplicatesText {
  let style: TerminalStyle
  let language: Language

  public init(style: TerminalStyle, language: Language) {
    self.style = style
    self.language = language
  }

  public func render(_ groups: DuplicateGroups, of snapshot: Snapshot) -> String {
    var lines = [heading(groups.groups.count)]
    for group in groups.groups { lines += [""] + render(group, snapshot) }
    if !groups.bundles.isEmpty {
      let title = BilingualText(
        de: "Verschieden, aber vielleicht gemeinsam zu lösen: \(groups.bundles.count)",
        en: "Different, but perhaps to be served jointly: \(groups.bundles.count)")
      lines += ["", style.paint(title[language], .heading)]
      for pair in groups.bundles { lines += [""] + render(pair, snapshot) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  public func render(_ hint: DuplicateHint) -> String {
    let draft = hint.snapshot.projects.count - 1
    guard !hint.pairs.isEmpty else {
      return BilingualText(
        de: "Es ist nichts Ähnliches eingetragen.", en: "Nothing like it is registered.")[language]
        + "\n"
    }
    let title = BilingualText(
      de: "Das sieht aus wie:", en: "This looks like:")
    var lines = [style.paint(title[language], .heading)]
    for pair in hint.pairs {
      let place = pair.left == draft ? pair.right : pair.left
      lines += ["", name(place, hint.snapshot, score: pair.score)]
      lines += reasons(pair)
      if let contact = contact(place, hint.snapshot) {
        lines.append(wrap(contact, after: "         → ", width: style.width))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func heading(_ count: Int) -> String {
    let text = BilingualText(
      de: count == 0
        ? "Kein Vorhaben ist erkennbar doppelt eingetragen."
        : count == 1
          ? "1 Vorhaben ist wahrscheinlich mehrfach eingetragen:"
          : "\(count) Vorhaben sind wahrscheinlich mehrfach eingetragen:",
      en: count == 0
        ? "No undertaking appears to be registered twice."
        : count == 1
          ? "1 undertaking is likely registered more than once:"
          : "\(count) undertakings are likely registered more than once:")
    return style.paint(text[language], .heading)
  }

  private func render(_ group: DuplicateGroups.Group, _ snapshot: Snapshot) -> [String] {
    var lines = group.projects.enumerated().map { index, place in
      name(place, snapshot, score: index == 0 ? group.score : nil)
    }
    guard let best = group.pairs.first else { return lines }
    lines += reasons(best)
    lines += group.pairs.map { command($0, "duplicate", snapshot) }
    return lines
  }

  /// Without the score, which says how likely they are the same, and they are not.
  private func render(_ pair: ExplainedPair, _ snapshot: Snapshot) -> [String] {
    [name(pair.left, snapshot, score: nil), name(pair.right, snapshot, score: nil)]
      + reasons(pair) + [command(pair, "bundle", snapshot)]
  }

  private func name(_ place: Int, _ snapshot: Snapshot, score: Double?) -> String {
    let project = snapshot.projects[place]
    let owner = snapshot.department(of: place).map { snapshot.departments[$0].name }
    let share = (score.map(percentage) ?? "").rightAligned(to: 7)
    let id = "[\(project.id)]"
    let tail = (owner.map { " (\($0))" } ?? "") + " "
    let room = max(style.width - 10 - id.count - tail.count, 20)
    return style.paint(share, .warning) + "  " + project.title.truncated(to: room) + tail
      + style.paint(id, .quiet)
  }

  private func reasons(_ pair: ExplainedPair) -> [String] {
    let shared = pair.shared[language]
    if !shared.isEmpty {
      return [wrap(String(shared.drop { $0 == " " }), after: "         + ", width: style.width)]
    }
    return pair.evidence.filter { $0.weight > 0 }.sorted { $0.weight > $1.weight }.prefix(2)
      .map { wrap($0.detail[language], after: "         + ", width: style.width) }
  }

  private func command(
    _ pair: ExplainedPair, _ outcome: String, _ snapshot: Snapshot
  ) -> String {
    let (left, right) = (snapshot.projects[pair.left].id, snapshot.projects[pair.right].id)
    let other = BilingualText(de: "oder different", en: "or different")[language]
    return wrap(
      "dach decide \(left) \(right) \(outcome) --reason \"…\" (\(other))",
      after: "         → ", width: style.width)
  }

  private func contact(_ place: Int, _ snapshot: Snapshot) -> String? {
    let department = snapshot.department(of: place).map { snapshot.departments[$0] }
    guard let contact = snapshot.projects[place].contact ?? department?.contact else { return nil }
    return BilingualText(de: "Ansprechstelle: \(contact)", en: "Contact: \(contact)")[language]
  }
}
