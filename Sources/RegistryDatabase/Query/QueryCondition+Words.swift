internal import ProjectQuery

extension QueryCondition {
  /// The index of title and summary finds; where only one of them is meant, it is looked at again.
  mutating func words(_ text: QueryText, _ scope: ProjectFilter.WordScope) -> String {
    let wanted = tsquery(text)
    let found = "project.search @@ \(wanted)"
    switch scope {
    case .titleAndSummary: return "(\(found))"
    case .title: return "(\(found) AND \(inTitle(text)))"
    case .summary: return "(\(found) AND ts_filter(project.search, '{b}') @@ \(wanted))"
    }
  }

  func inTitleSQL(_ wanted: String) -> String { "ts_filter(project.search, '{a}') @@ \(wanted)" }

  mutating func inTitle(_ text: QueryText) -> String { inTitleSQL(tsquery(text)) }

  /// Any spelling of the words, in their order.
  private mutating func tsquery(_ text: QueryText) -> String {
    var spellings: [String] = []
    for spelling in text.spellings {
      if case .prefix = text {
        // Letters and digits only, so the quotation marks hold.
        let prefix = "'\(PrefixFolding.folded(spelling))':*"
        spellings.append("\(parameter(.text(prefix), as: "tsquery"))")
      } else {
        let words = parameter(.text(spelling), as: "text")
        spellings.append("phraseto_tsquery('dach_german', \(words))")
      }
    }
    return spellings.count == 1 ? spellings[0] : "(" + spellings.joined(separator: " || ") + ")"
  }
}
