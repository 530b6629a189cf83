/// A language the program speaks. German comes first: its users are German civil servants.
public enum Language: String, Sendable, CaseIterable {
  case german = "de"
  case english = "en"
}
