public import Portfolio

/// A number with its noun.
public enum Quantity {
  /// `ein Projekt`, `3 Projekte`; `one project`, `3 projects`.
  public static func projects(_ count: Int) -> BilingualText {
    count == 1
      ? BilingualText(de: "ein Projekt", en: "one project")
      : BilingualText(de: "\(count) Projekte", en: "\(count) projects")
  }
}
