import Portfolio

/// Finds things by what people write: id, name, alias or label, whatever the case, spaces and
/// punctuation.
struct NameIndex: Sendable {
  struct Entry: Sendable {
    let id: String
    /// How lists show it.
    let name: BilingualText
    let aliases: [String]

    init(_ id: String, _ name: String, _ aliases: [String] = []) {
      self.init(id, BilingualText(de: name, en: name), aliases)
    }

    init(_ id: String, _ name: BilingualText, _ aliases: [String] = []) {
      self.id = id
      self.name = name
      self.aliases = aliases
    }

    fileprivate var spellings: [String] { [name.german, name.english] + aliases }
  }

  enum Match: Equatable {
    case id(String)
    /// Several bear that name; these are their ids.
    case several([String])
    case unknown
  }

  let entries: [Entry]
  private var places: [String: Int] = [:]
  private var bearers: [String: [Int]] = [:]

  init(_ entries: [Entry]) {
    self.entries = entries
    for (place, entry) in entries.enumerated() {
      places[entry.id] = place
      for spelling in Set(([entry.id] + entry.spellings).map(Self.folded)) {
        bearers[spelling, default: []].append(place)
      }
    }
  }

  func find(_ text: String) -> Match {
    if places[text] != nil { return .id(text) }
    let found = bearers[Self.folded(text)] ?? []
    if found.count == 1 { return .id(entries[found[0]].id) }
    return found.isEmpty ? .unknown : .several(found.map { entries[$0].id })
  }

  /// How a list shows what has that id: by its name, where that is understood again.
  func written(_ id: String, in language: Language) -> String {
    guard let place = places[id] else { return id }
    let name = entries[place].name[language]
    guard find(name) == .id(id), !name.contains(where: { ";|\"\n".contains($0) }) else { return id }
    return name
  }

  /// What somebody most likely meant.
  func nearest(to text: String, in language: Language) -> String? {
    let folded = Self.folded(text)
    let containing = entries.filter { entry in
      folded.count >= 4 && entry.spellings.contains { Self.folded($0).contains(folded) }
    }
    if containing.count == 1 { return written(containing[0].id, in: language) }
    let names = entries.flatMap { [$0.id] + $0.spellings }
    guard let name = NearestName.of(text, among: names), case .id(let id) = find(name) else {
      return nil
    }
    return written(id, in: language)
  }

  /// Letters and digits alone, in lower case, `&` read as `und`.
  static func folded(_ name: String) -> String {
    var folded = ""
    for character in name.lowercased() {
      if character == "&" {
        folded += "und"
      } else if character.isLetter || character.isNumber {
        folded.append(character)
      }
    }
    return folded.isEmpty ? name.lowercased() : folded
  }
}
