/// What lists write where nothing is known yet; in columns of free text it is a text like others.
enum NotStated {
  static func isMeant(by text: String) -> Bool {
    words.contains(text.lowercased().filter { $0.isLetter || $0 == "?" || $0 == "/" })
  }

  private static let words: Set = [
    "ka", "keineangabe", "keineangaben", "nn", "na", "n/a", "tbd", "offen", "unbekannt",
    "nochoffen",
    "?", "??", "???", "unklar", "nochunklar", "unknown", "wirdergänzt", "folgt",
  ]
}
