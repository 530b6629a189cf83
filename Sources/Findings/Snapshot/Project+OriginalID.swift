public import Portfolio

extension Project {
  /// The id it was first registered under: what fingerprints are made of, so that a rename
  /// changes none.
  public var originalID: String { formerly.first ?? id }
}
