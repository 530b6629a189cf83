public import Findings
public import Portfolio

/// `dach network --pairs` for the terminal: the likeliest pairs, each with both titles and what
/// they have in common.
public struct LinkRankingText {
  let style: TerminalStyle
  let language: Language

  public init(style: TerminalStyle, language: Language) {
    self.style = style
    self.language = language
  }

  /// - Parameter limit: how many pairs are shown; the rest is counted.
  public func render(_ ranking: LinkRanking, limit: Int) -> String {
    guard ranking.count > 0 else {
      let none = BilingualText(
        de: "Kein Paar reicht an diese Wahrscheinlichkeit.",
        en: "No pair reaches this probability.")
      return none[language] + "\n"
    }
    let heading = BilingualText(
      de: "Wer miteinander sprechen sollte, das Wahrscheinlichste zuerst:",
      en: "Who should talk to each other, the likeliest first:")
    var lines = [heading[language]]
    for proposal in ranking.proposals(limit: limit) {
      let share = percentage(proposal.score).rightAligned(to: 7)
      lines += [
        "", style.paint(share, .warning) + "  " + name(proposal.left, in: ranking.snapshot),
        Self.indent + name(proposal.right, in: ranking.snapshot),
      ]
      let owners = [proposal.left, proposal.right].map { ranking.snapshot.ownerName(of: $0) }
      let both = "\(owners[0][language]) – \(owners[1][language])."
      lines += wrap(both + proposal.shared[language], width: style.width - Self.indent.count)
        .map { Self.indent + style.paint($0, .quiet) }
    }
    let rest = ranking.count - limit
    if rest > 0 { lines += ["", more(rest)[language]] }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let indent = String(repeating: " ", count: 9)

  private func name(_ place: Int, in snapshot: Snapshot) -> String {
    let project = snapshot.projects[place]
    let id = " [\(project.id)]"
    let room = max(style.width - 10 - id.count, 12)
    return project.title.truncated(to: room) + style.paint(id, .quiet)
  }

  private func more(_ count: Int) -> BilingualText {
    BilingualText(
      de: count == 1
        ? "Ein weiteres Paar: --limit 0 zeigt alle."
        : "\(count) weitere Paare: --limit 0 zeigt alle.",
      en: count == 1
        ? "One more pair: --limit 0 shows all."
        : "\(count) more pairs: --limit 0 shows all.")
  }
}
