/// Why projects cannot be merged, or a merger cannot be undone. Nothing has been changed then.
public enum MergeError: Error, Hashable {
  /// Both ids name the same project.
  case oneProject(String)
  /// There is no project in use with this id.
  case unknown(String)
  /// The project is merged already, into the one with the second id.
  case alreadyMerged(String, into: String)
  /// The project into which it was merged has itself been merged since, into the second one.
  case survivorMerged(String, into: String)
  /// The trace leads to no project in use.
  case stranded(String, into: String)
  /// What one project may not show would become visible with the other.
  case exposes(String, Visibility.Level)
  case notMerged(String)

  public var text: BilingualText {
    switch self {
    case .oneProject(let id):
      BilingualText(
        de: "Beide Ids nennen dasselbe Projekt („\(id)“).",
        en: "Both ids name the same project ('\(id)').")
    case .unknown(let id):
      BilingualText(
        de: "Projekt „\(id)“ gibt es nicht.", en: "There is no project '\(id)'.")
    case .alreadyMerged(let id, let target):
      BilingualText(
        de: "„\(id)“ ist schon in „\(target)“ aufgegangen. Zurücknehmen lässt sich das mit "
          + "`dach decide \(target) \(id) --undo`.",
        en: "'\(id)' has been merged into '\(target)' already. To undo that: "
          + "`dach decide \(target) \(id) --undo`.")
    case .survivorMerged(let id, let target):
      BilingualText(
        de: "„\(id)“ ist seither selbst in „\(target)“ aufgegangen. Nehmen Sie erst das zurück: "
          + "`dach decide \(target) \(id) --undo`.",
        en: "'\(id)' has itself been merged into '\(target)' since. Undo that first: "
          + "`dach decide \(target) \(id) --undo`.")
    case .stranded(let id, let target):
      BilingualText(
        de: "„\(id)“ soll in „\(target)“ aufgegangen sein; dieses Projekt gibt es nicht.",
        en: "'\(id)' is said to be merged into '\(target)', which does not exist.")
    case .exposes(let id, let level):
      BilingualText(
        de: "„\(id)“ ist \(level == .confidential ? "vertraulich" : "nur intern sichtbar"); in dem "
          + "anderen Projekt würden seine Angaben weiter sichtbar. Übernehmen Sie mit "
          + "`--take visibility` auch die Sichtbarkeit, oder bestätigen Sie mit "
          + "`--keep visibility`, dass die Angaben so sichtbar werden dürfen.",
        en: "'\(id)' is \(level.rawValue); in the other project its contents would become more "
          + "widely visible. Take over its visibility, too (`--take visibility`), or confirm "
          + "that the contents may be seen (`--keep visibility`).")
    case .notMerged(let id):
      BilingualText(
        de: "„\(id)“ ist in keinem anderen Projekt aufgegangen; es gibt nichts zurückzunehmen.",
        en: "'\(id)' has not been merged into another project; there is nothing to undo.")
    }
  }
}
