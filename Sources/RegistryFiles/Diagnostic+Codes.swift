extension Diagnostic {
  /// The codes of faults that the JSON Schemas cannot express, so that the reader alone finds
  /// them: they compare values with each other, concern the text as YAML (which a validator does
  /// not see), or other documents.
  public static let beyondSchema: Set<String> = [
    // Values of one document that do not go together.
    "period-reversed", "link-to-itself", "repeated-link", "repeated-guideline",
    "claims-mismatch",
    // The text as YAML.
    "alias", "document-too-large", "duplicate-key", "file-too-large",
    "invalid-utf8", "invalid-yaml", "merge-key", "tab-indentation", "too-deep",
    "unsupported-directive", "unsupported-tag", "value-too-long",
    // Other documents.
    "ambiguous-department", "duplicate-id", "duplicate-strategy", "office-without-department",
    "second-claimant", "unknown-contribution", "unknown-department", "unknown-format",
    "unknown-guideline", "unknown-office", "unknown-service", "unknown-source",
    "unknown-sub-strategy", "unknown-theme",
    // Files and folders.
    "empty-file", "further-faults", "no-registry-files", "path-not-found", "unreadable-file",
    "unreadable-folder",
  ]

  /// The codes of faults that the JSON Schemas find as well.
  public static let withinSchema: Set<String> = [
    "bundle-without-outcome", "control-character", "empty-document", "empty-item", "empty-list",
    "empty-text", "expectation-contributor", "invalid-address", "invalid-amount",
    "invalid-boolean", "invalid-choice", "invalid-currency", "invalid-date", "invalid-id",
    "invalid-mailbox",
    "invalid-number", "invalid-pair", "invalid-rule", "missing-value", "personal-mailbox",
    "repeated-item", "several-primary", "unknown-key", "wrong-form",
  ]
}
