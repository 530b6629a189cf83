import Portfolio
import RegistryDatabase
import Reports

/// The logins of a registry, for reading.
struct AccountText {
  let style: TerminalStyle
  let language: Language

  func render(_ accounts: [Account]) -> String {
    guard !accounts.isEmpty else {
      let nobody = BilingualText(
        de: "Es gibt noch keine Zugänge. Anlegen: dach user add NAME --group GRUPPE",
        en: "There are no logins yet. Add one with: dach user add NAME --group GROUP")
      return nobody[language] + "\n"
    }
    return accounts.map(line).joined()
  }

  /// E.g. `bauordnung  department planung-bau · bauordnung@example.org · since 2026-11-23`.
  private func line(_ account: Account) -> String {
    let several = BilingualText(de: "mehrere Gruppen", en: "several groups")
    let since = BilingualText(de: "seit", en: "since")
    let elsewhere = BilingualText(de: "anderswo angelegt", en: "added elsewhere")
    let group = [account.group?.rawValue ?? several[language], account.department]
      .compactMap(\.self).joined(separator: " ")
    let rest = [
      group, account.contact,
      account.created.map { "\(since[language]) \($0)" } ?? elsewhere[language],
    ]
    return style.paint(account.name, .heading) + "  "
      + rest.compactMap(\.self).joined(separator: " · ") + "\n"
  }
}

/// The logins as JSON: `{"count", "users": [{…}]}`.
enum AccountJSON {
  private struct Document: Encodable {
    let count: Int
    let users: [User]
  }

  private struct User: Encodable {
    let name: String
    let group: String?
    let department: String?
    let contact: String?
    let since: String?
  }

  static func render(_ accounts: [Account]) throws -> String {
    let users = accounts.map { account in
      User(
        name: account.name, group: account.group?.rawValue, department: account.department,
        contact: account.contact, since: account.created)
    }
    return try JSONText.render(Document(count: users.count, users: users))
  }
}
