import Schemas

/// One step in the history of the database's layout: a numbered SQL file.
///
/// A migration is never changed once it has been applied anywhere; a later one corrects it.
public struct Migration: Sendable, Hashable {
  /// E.g. `0001-types.sql`; the order of names is the order in which they are applied.
  public let name: String
  public let text: String

  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  /// Those that this program ships.
  public static let shipped = Schemas.migrations.map { Migration(name: $0.name, text: $0.text) }
}
