public import Findings
public import Portfolio

/// How a pair's score comes about: each piece of evidence with its weight, and the running total,
/// from what is true of any two projects down to the probability.
public struct WaterfallText {
  let style: TerminalStyle
  let language: Language

  /// The bar's width in characters; a character is `range / width` of log-odds.
  private static let width = 32

  public init(style: TerminalStyle, language: Language) {
    self.style = style
    self.language = language
  }

  public func render(_ pair: ExplainedPair, of snapshot: Snapshot) -> String {
    let names = [pair.left, pair.right].map { place in
      let project = snapshot.projects[place]
      return "  \(project.title) " + style.paint("[\(project.id)]", .quiet)
    }
    var lines = names + [""]
    let steps = steps(pair.evidence)
    let low = min(steps.map { min($0.before, $0.after) }.min() ?? 0, 0)
    let high = max(steps.map { max($0.before, $0.after) }.max() ?? 0, 0)
    let label = steps.map { $0.evidence.detail[language].count }.max() ?? 0
    for step in steps {
      let weight = signed(step.evidence.weight).rightAligned(to: 7)
      lines.append(
        "  " + step.evidence.detail[language].padded(to: label) + weight + "  "
          + bar(step, low: low, high: high))
    }
    let total = steps.last?.after ?? 0
    lines.append("")
    lines.append("  " + verdict(total, pair))
    return lines.joined(separator: "\n") + "\n"
  }

  private struct Step {
    let evidence: Evidence
    let before: Double
    let after: Double
  }

  /// The base first, then what speaks most for it down to what speaks most against it.
  private func steps(_ evidence: [Evidence]) -> [Step] {
    var total = 0.0
    let base = evidence.filter { $0.field == "base" }
    let rest = evidence.filter { $0.field != "base" }.sorted {
      ($1.weight, $0.field) < ($0.weight, $1.field)
    }
    return (base + rest).map { item in
      defer { total += item.weight }
      return Step(evidence: item, before: total, after: total + item.weight)
    }
  }

  /// From the total before to the total after, with `┊` at even odds.
  private func bar(_ step: Step, low: Double, high: Double) -> String {
    func column(_ value: Double) -> Int {
      guard high > low else { return 0 }
      return Int(((value - low) / (high - low) * Double(Self.width - 1)).rounded())
    }
    let (from, to) = (column(min(step.before, step.after)), column(max(step.before, step.after)))
    let even = column(0)
    let text = (0..<Self.width).map { place in
      place >= from && place <= to ? "█" : place == even ? "┊" : " "
    }.joined()
    return style.paint(text, step.evidence.weight < 0 ? .error : .good)
  }

  private func signed(_ weight: Double) -> String {
    let tenths = Int((weight * 10).rounded())
    let sign = tenths < 0 ? "−" : "+"
    let mark = language == .german ? "," : "."
    return "\(sign)\(abs(tenths) / 10)\(mark)\(abs(tenths) % 10)"
  }

  private func verdict(_ total: Double, _ pair: ExplainedPair) -> String {
    let share = percentage(pair.score)
    let sum = BilingualText(
      de: """
        Zusammen \(signed(total)), das heißt: mit \(share) Wahrscheinlichkeit dasselbe Vorhaben.
        """,
      en: "In all \(signed(total)), that is: the same undertaking with a probability of \(share)."
    )[language]
    guard let outcome = pair.verdict else { return sum }
    return sum + "\n  "
      + BilingualText(
        de: "Entschieden ist: \(outcome.rawValue).", en: "It has been decided: \(outcome.rawValue)."
      )[language]
  }
}
