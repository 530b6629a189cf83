/// Who may see a project, and whether it carries the strategy's public label.
public struct Visibility: Sendable, Hashable {
  public enum Level: String, Sendable, CaseIterable {
    case `public`, `internal`, confidential
  }

  public enum Label: String, Sendable, CaseIterable {
    case requested, granted, lapsed
  }

  public var level: Level
  public var label: Label?
  /// The project's public page.
  public var page: String?

  public init(level: Level, label: Label? = nil, page: String? = nil) {
    self.level = level
    self.label = label
    self.page = page
  }
}
