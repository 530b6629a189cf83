internal import FoundationEssentials

/// A server that turns texts into vectors of meaning, in the form that OpenAI introduced and nearly
/// all servers of such models speak: `POST …/embeddings` with `model` and `input`; see
/// https://platform.openai.com/docs/api-reference/embeddings/create.
///
/// Nothing is sent anywhere unless the environment names such a server. One on another machine must
/// be allowed in so many words, as it reads what the city has not published.
public struct EmbeddingEndpoint: Sendable, Equatable {
  /// The address up to and without `/embeddings`, e.g. `http://127.0.0.1:8000/v1`.
  public let address: String
  public let model: String
  /// What the model wants before each text; the e5 models, e.g., `query: `.
  public let prefix: String
  /// Whether the server runs on this machine.
  public let isLocal: Bool
  let key: String?

  /// The variables that are read.
  public enum Variable {
    public static let address = "DACH_EMBEDDINGS_URL"
    public static let model = "DACH_EMBEDDINGS_MODEL"
    public static let prefix = "DACH_EMBEDDINGS_PREFIX"
    public static let key = "DACH_EMBEDDINGS_KEY"
    public static let remote = "DACH_EMBEDDINGS_REMOTE"
  }

  /// The server that the environment names; nil where it names none.
  ///
  /// - Throws: `EmbeddingError` for an address that is none, or that lies on another machine without
  ///   being allowed.
  public init?(environment: [String: String]) throws(EmbeddingError) {
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    guard let written = value(Variable.address) else { return nil }
    guard let url = URLComponents(string: written), let host = url.host, !host.isEmpty,
      ["http", "https"].contains(url.scheme), url.query == nil, url.fragment == nil,
      url.user == nil, url.password == nil
    else { throw .invalidAddress }
    isLocal = Self.isLoopback(host)
    guard isLocal || value(Variable.remote) == "allow" else { throw .remoteNotAllowed(host: host) }
    address = written.hasSuffix("/") ? String(written.dropLast()) : written
    model = value(Variable.model) ?? "default"
    // Spaces at its end matter.
    prefix = environment[Variable.prefix] ?? ""
    key = value(Variable.key)
  }

  /// By its name only: what a name means elsewhere is not asked of a name server.
  private static func isLoopback(_ host: String) -> Bool {
    if ["localhost", "::1", "[::1]"].contains(host.lowercased()) { return true }
    let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
    return numbers.count == 4 && numbers[0] == "127" && numbers.allSatisfy { UInt8($0) != nil }
  }

  /// Under what the vectors are kept: another model or prefix gives others.
  public var identity: String { prefix.isEmpty ? model : "\(model) [\(prefix)]" }
}
