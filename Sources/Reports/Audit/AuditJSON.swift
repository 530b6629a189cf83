internal import FoundationEssentials

/// The audit trail as JSON: `{"count", "events": [{…}]}`.
public enum AuditJSON {
  private struct Document: Encodable {
    let count: Int
    let events: [Event]
  }

  private struct Event: Encodable {
    let number: Int64
    let moment: String
    let role: String
    let kind: String
    let operation: String
    let subjects: [String]
    let old: JSONValue?
    let new: JSONValue?
  }

  /// - Throws: `DecodingError` where `old` or `new` of an entry is no JSON.
  public static func render(_ entries: [AuditEntry]) throws -> String {
    let events = try entries.map { entry in
      Event(
        number: entry.number, moment: entry.moment, role: entry.role, kind: entry.kind,
        operation: entry.operation, subjects: entry.subjects, old: try value(entry.old),
        new: try value(entry.new))
    }
    return try JSONText.render(Document(count: events.count, events: events))
  }

  private static func value(_ text: String?) throws -> JSONValue? {
    try text.map { try JSONDecoder().decode(JSONValue.self, from: Data($0.utf8)) }
  }
}
