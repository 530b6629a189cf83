/// A text for people, in German and English side by side, so that neither can be forgotten.
public struct BilingualText: Sendable, Hashable {
  public let german: String
  public let english: String

  public init(de german: String, en english: String) {
    self.german = german
    self.english = english
  }

  public subscript(language: Language) -> String {
    switch language {
    case .german: german
    case .english: english
    }
  }
}
