public import Portfolio

extension Project {
  /// What a model of language is given to tell what the project is about.
  public var describedText: String {
    guard let summary, !summary.isEmpty else { return title }
    return title + ". " + summary
  }
}
