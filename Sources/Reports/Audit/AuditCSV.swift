/// The audit trail as a table for spreadsheets; `old` and `new` are JSON.
public enum AuditCSV {
  public static func render(_ entries: [AuditEntry]) -> String {
    var writer = CSVWriter()
    writer.add(["number", "moment", "role", "kind", "operation", "subjects", "old", "new"])
    for entry in entries {
      writer.add([
        String(entry.number), entry.moment, entry.role, entry.kind, entry.operation,
        entry.subjects.joined(separator: " "), entry.old ?? "", entry.new ?? "",
      ])
    }
    return writer.text
  }
}
