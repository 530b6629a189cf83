/// The registry's two contracts, embedded so that an installed `dach` is one file:
/// `schemas/json` (JSON Schema 2020-12, one per kind of YAML document) and
/// `schemas/postgresql` (numbered SQL migrations).
public enum Schemas {
  /// One contract file: its name as in the folder, and its text.
  public struct Document: Sendable, Hashable {
    public let name: String
    public let text: String
  }

  /// The JSON Schemas, ordered by name, e.g. `project.schema.json`.
  public static let json = documents(endingIn: ".schema.json")

  /// The migrations in the order in which they are applied, e.g. `0001-registry.sql`.
  public static let migrations = documents(endingIn: ".sql")

  private static func documents(endingIn suffix: String) -> [Document] {
    embeddedTexts
      .filter { $0.name.hasSuffix(suffix) }
      .map { Document(name: $0.name, text: $0.text) }
      .sorted { $0.name < $1.name }
  }
}
