import Portfolio

/// A command was given the name of something that does not exist.
struct UnknownName: Error {
  /// What it should name, e.g. "Regel".
  let kind: BilingualText
  let name: String
  let known: [String]

  var text: BilingualText {
    let near = nearest.map { known in
      BilingualText(de: " Meinten Sie „\(known)“?", en: " Did you mean '\(known)'?")
    }
    return BilingualText(
      de: "\(kind.german) „\(name)“ gibt es nicht." + (near?.german ?? ""),
      en: "There is no \(kind.english) '\(name)'." + (near?.english ?? ""))
  }

  private var nearest: String? { NearestName.of(name, among: known) }
}
