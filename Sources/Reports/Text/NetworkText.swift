public import Findings
public import Portfolio

/// `dach network`: the matrix of departments, and in words what hangs together and what does not.
public struct NetworkText {
  let analysis: NetworkAnalysis
  let style: TerminalStyle
  let language: Language
  private let wording: NetworkWording
  /// How many items of one list are shown.
  private let limit: Int

  /// - Parameter showsAll: whether nothing is left out for brevity.
  public init(
    _ analysis: NetworkAnalysis, style: TerminalStyle, language: Language, showsAll: Bool = false
  ) {
    self.analysis = analysis
    self.style = style
    self.language = language
    wording = NetworkWording(analysis: analysis, language: language)
    limit = showsAll ? Int.max : 5
  }

  private var snapshot: Snapshot { analysis.snapshot }

  public func render() -> String {
    let head =
      style.paint(wording.title, .heading) + "\n"
      + wrap(wording.summary, after: "", width: style.width)
    let matrix = NetworkMatrixText(
      analysis, style: style, language: language, showsAll: limit == Int.max
    ).render()
    let parts = [head, matrix] + [groups, open, bridges, cycles, notes].compactMap { $0 }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  /// Which departments are in touch, directly or through others, and which with nobody.
  private var groups: String? {
    let groups = analysis.network.groups.filter { $0.count > 1 }
    let alone = analysis.network.unconnected
    guard !groups.isEmpty || !alone.isEmpty else { return nil }
    var lines = [heading(BilingualText(de: "Was zusammenhängt", en: "What hangs together"))]
    lines += groups.prefix(limit).map { item($0.map(name).joined(separator: "; ")) }
    lines += more(groups.count - limit)
    if !alone.isEmpty {
      // Names contain commas, so semicolons part them.
      let names = alone.map(name).joined(separator: "; ")
      lines.append(
        item(
          BilingualText(
            de: "Ohne Verbindung zu einer anderen Dienststelle (\(alone.count)): \(names)",
            en: "Without a link to another department (\(alone.count)): \(names)")[language]))
    }
    return lines.joined(separator: "\n")
  }

  /// The pairs of departments with the most open occasions.
  private var open: String? {
    let open = analysis.network.connections.filter { !$0.missing.isEmpty }
      .sorted { left, right in
        (right.missing.count, left.links.count, left.departments)
          < (left.missing.count, right.links.count, right.departments)
      }
    guard !open.isEmpty else { return nil }
    var lines = [
      heading(
        BilingualText(de: "Wo Zusammenarbeit naheliegt", en: "Where cooperation suggests itself"))
    ]
    for connection in open.prefix(limit) {
      let (first, second) = (connection.departments.first, connection.departments.second)
      lines.append(item("\(name(first)) – \(name(second))"))
      let reasons = connection.missing.prefix(2).map { wording.sentence($0) }
      lines += reasons.map { wrap($0, after: "      ", width: style.width) }
      let rest = connection.missing.count - reasons.count
      if rest > 0 {
        let text =
          rest == 1
          ? BilingualText(de: "und ein weiterer Anlass", en: "and one more occasion")
          : BilingualText(de: "und \(rest) weitere Anlässe", en: "and \(rest) more occasions")
        lines.append(style.paint("      " + text[language], .quiet))
      }
    }
    lines += more(open.count - limit)
    let example = snapshot.departments[open[0].departments.first].id
    let hint = BilingualText(
      de: "Mehr zu einer Dienststelle, mit Postfächern: dach network --department \(example)",
      en: "More about one department, with mailboxes: dach network --department \(example)")
    lines.append(style.paint("  → " + hint[language], .quiet))
    return lines.joined(separator: "\n")
  }

  private var bridges: String? {
    told(
      "network/single-bridge",
      BilingualText(
        de: "Woran die Verbindung allein hängt", en: "What the connection depends on alone"))
  }

  private var cycles: String? {
    told(
      "network/dependency-cycle",
      BilingualText(de: "Abhängigkeiten im Kreis", en: "Circular dependencies"))
  }

  private func told(_ rule: String, _ title: BilingualText) -> String? {
    let findings = analysis.findings(of: rule)
    guard !findings.isEmpty else { return nil }
    return
      ([heading(title)] + findings.prefix(limit).map { item($0.message[language]) }
      + more(findings.count - limit)).joined(separator: "\n")
  }

  private var notes: String? {
    let count = analysis.projectsWithoutDepartment
    guard count > 0 else { return nil }
    let text =
      count == 1
      ? BilingualText(
        de: "Ein aktives Projekt gehört keiner Dienststelle an und bleibt hier außer Betracht.",
        en: "One active project belongs to no department and is left out here.")
      : BilingualText(
        de:
          "\(count) aktive Projekte gehören keiner Dienststelle an und bleiben hier außer Betracht.",
        en: "\(count) active projects belong to no department and are left out here.")
    return style.paint(wrap(text[language], after: "", width: style.width), .quiet)
  }

  private func name(_ department: Int) -> String { snapshot.departments[department].name }

  private func heading(_ text: BilingualText) -> String { style.paint(text[language], .heading) }

  private func item(_ text: String) -> String { wrap(text, after: "  • ", width: style.width) }

  private func more(_ count: Int) -> [String] {
    guard count > 0 else { return [] }
    let text = BilingualText(
      de: "… und \(count) weitere; --all zeigt alle.", en: "… and \(count) more; --all shows all.")
    return [style.paint("    " + text[language], .quiet)]
  }
}
