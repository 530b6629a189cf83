internal import Portfolio

/// One of the answers that a question offers.
public struct Choice: Sendable, Hashable {
  /// What is stored.
  public let id: String
  /// What people call it.
  public let name: String
  /// Other names it is known by.
  public let aliases: [String]

  public init(id: String, name: String, aliases: [String] = []) {
    self.id = id
    self.name = name
    self.aliases = aliases
  }
}

/// What somebody may have meant who typed a choice instead of its number.
public enum ChoiceMatch: Sendable, Hashable {
  case one(Choice)
  /// It is part of several names; these are they.
  case several([Choice])
  /// With the name that is nearest to it, where one is near.
  case none(nearest: Choice?)

  /// Ids and whole names first, then beginnings of words of the name, then any part of any name, all
  /// regardless of case.
  public init(_ text: String, among choices: [Choice]) {
    let wanted = text.lowercased()
    let stages: [(Choice) -> Bool] = [
      { $0.spellings.contains(wanted) },
      { $0.ownSpellings.contains { $0.hasPrefix(wanted) || $0.contains(" " + wanted) } },
      { $0.spellings.contains { $0.contains(wanted) } },
    ]
    for isMeant in stages {
      let found = choices.filter(isMeant)
      if found.count == 1 {
        self = .one(found[0])
        return
      }
      if !found.isEmpty {
        self = .several(found)
        return
      }
    }
    let near = Self.nearest(to: text, among: choices)
    self = .none(nearest: near)
  }

  private static func nearest(to text: String, among choices: [Choice]) -> Choice? {
    let names = choices.flatMap { [$0.name, $0.id] + $0.aliases }
    guard let name = NearestName.of(text, among: names) else { return nil }
    return choices.first { $0.name == name || $0.id == name || $0.aliases.contains(name) }
  }
}

extension Choice {
  fileprivate var ownSpellings: [String] { [id, name].map { $0.lowercased() } }
  fileprivate var spellings: [String] { ownSpellings + aliases.map { $0.lowercased() } }
}
