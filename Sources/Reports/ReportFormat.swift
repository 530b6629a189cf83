/// A form in which a reading command can print its result.
public enum ReportFormat: String, Sendable, CaseIterable {
  case text, json
}
