import Embeddings
import Findings
import Foundation
import Portfolio
import RegistryDatabase
import TextMatching

/// What a model of language makes of projects' descriptions, where the environment names a server
/// for it: kept vectors from the database, the others asked for once and kept.
struct ProjectMeanings {
  let projects: [Project]
  /// Where vectors are kept; nil for lists and folders, whose texts are asked for each time.
  var database: Database?

  /// Nil where no server is named. One that does not answer is reported on standard error, and the
  /// comparison goes on with what is known: a model's view is one piece of evidence among many.
  ///
  /// - Throws: `EmbeddingError` where the environment names no proper server, `DatabaseError`.
  func vectors() async throws -> TextVectors? {
    guard let endpoint = try EmbeddingEndpoint(environment: ProcessInfo.processInfo.environment)
    else { return nil }
    let texts = texts(for: endpoint)
    var vectors = try await stored(texts, of: endpoint)
    let missing = texts.filter { vectors[$0] == nil }
    if !missing.isEmpty {
      do {
        let made = try await made(missing, by: endpoint)
        try await store(made, of: endpoint)
        vectors.merge(made) { $1 }
      } catch let error as EmbeddingError {
        StandardError.write("dach: \(Self.note(error, missing: missing.count)[.ofProcess])\n")
      }
    }
    return TextVectors(model: endpoint.identity, vectors: vectors)
  }

  /// Each text once, in a fixed order. What is confidential stays on this machine.
  private func texts(for endpoint: EmbeddingEndpoint) -> [String] {
    let open = projects.filter { endpoint.isLocal || $0.visibility?.level != .confidential }
    return Set(open.map(\.describedText)).sorted()
  }

  private func stored(
    _ texts: [String], of endpoint: EmbeddingEndpoint
  ) async throws -> [String: [Float]] {
    guard let database else { return [:] }
    return try await database.run { session in
      try StoredEmbeddings(session, model: endpoint.identity).vectors(of: texts)
    }
  }

  private func made(
    _ texts: [String], by endpoint: EmbeddingEndpoint
  ) async throws -> [String: [Float]] {
    var bar = ProgressBar(text(de: "Bedeutungen", en: "Meanings"))
    defer { bar.finish() }
    let vectors = try await EmbeddingClient(endpoint).vectors(of: texts) {
      bar.show($0, of: texts.count)
    }
    return Dictionary(zip(texts, vectors)) { first, _ in first }
  }

  /// Who may only read gets an answer as well.
  private func store(_ vectors: [String: [Float]], of endpoint: EmbeddingEndpoint) async throws {
    guard let database else { return }
    do {
      try await database.run { session in
        try StoredEmbeddings(session, model: endpoint.identity).store(vectors)
      }
    } catch let refusal as DatabaseError where [.permission, .readOnly].contains(refusal.kind) {}
  }

  private static func note(_ error: EmbeddingError, missing: Int) -> BilingualText {
    BilingualText(
      de: """
        \(error.text.german) Verglichen wird nach Wörtern und Angaben; nach der Bedeutung fehlen \
        \(missing) Beschreibungen.
        """,
      en: """
        \(error.text.english) Words and facts are compared; by meaning \(missing) descriptions are \
        missing.
        """)
  }
}

extension EmbeddingError: PresentableError {
  /// A wrong setting is a usage error, everything else a service that is not there.
  var exitCode: Int32 {
    switch self {
    case .invalidAddress, .remoteNotAllowed: 64
    default: 69
    }
  }
}
