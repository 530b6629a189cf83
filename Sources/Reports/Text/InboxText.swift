public import Findings
public import Portfolio

/// `dach inbox` for the terminal: one short list, the most helpful first, each with its command.
public struct InboxText {
  let style: TerminalStyle
  let language: Language

  public init(style: TerminalStyle, language: Language) {
    self.style = style
    self.language = language
  }

  /// - Parameter limit: how many are shown; nil for all.
  public func render(_ inbox: Inbox, in snapshot: Snapshot, limit: Int?) -> String {
    let department = snapshot.departments[inbox.department]
    let day = DayText(language).text(snapshot.asOf)
    let count = inbox.items.count
    let open = BilingualText(
      de: count == 0
        ? "nichts offen" : count == 1 ? "1 Punkt offen" : "\(count) Punkte offen",
      en: count == 0 ? "nothing open" : count == 1 ? "1 item open" : "\(count) items open")
    let title = "\(department.name) · \(day) · \(open[language])"
    var blocks = [wrap(title, after: "", width: style.width)]
    let shown = inbox.items.prefix(limit ?? .max)
    blocks += shown.enumerated().map { render($0.element, number: $0.offset + 1) }
    if shown.count < count {
      let rest = BilingualText(
        de: "… und \(count - shown.count) weitere; --all zeigt alle.",
        en: "… and \(count - shown.count) more; --all shows all.")
      blocks.append(style.paint("     " + rest[language], .quiet))
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func render(_ item: Inbox.Item, number: Int) -> String {
    let head = String(number).rightAligned(to: 3) + "  "
    var message = item.message[language]
    if let since = item.since {
      let day = since.wording
      let waiting = BilingualText(de: " (seit \(day.german))", en: " (since \(day.english))")
      message += waiting[language]
    }
    let action = item.action[language].filter { $0 != "`" }
    return wrap(message, after: head, width: style.width) + "\n"
      + wrap(action, after: "     → ", width: style.width)
  }
}
