public import Findings
public import Portfolio

/// `dach inbox --format json`.
public enum InboxJSON {
  struct Document: Encodable {
    let department: String
    let asOf: String
    let count: Int
    let items: [Item]
  }

  struct Item: Encodable {
    let kind: String
    let rule: String?
    let severity: String
    let message: String
    let action: String
    let projects: [String]
    let since: String?
    /// How many findings are told together.
    let count: Int
  }

  public static func render(
    _ inbox: Inbox, in snapshot: Snapshot, language: Language
  ) throws -> String {
    let items = inbox.items.map { item in
      Item(
        kind: item.kind.rawValue, rule: item.rule, severity: item.severity.rawValue,
        message: item.message[language], action: item.action[language],
        projects: item.projects.map { snapshot.projects[$0].id }, since: item.since?.description,
        count: item.count)
    }
    return try JSONText.render(
      Document(
        department: snapshot.departments[inbox.department].id, asOf: snapshot.asOf.description,
        count: items.count, items: items))
  }
}
