/// How far the reading of a registry has come.
public struct ReadingProgress: Sendable, Hashable {
  public internal(set) var filesRead: Int
  public let files: Int
  public internal(set) var bytesRead: Int
  public let bytes: Int
  public internal(set) var records: Int
}
