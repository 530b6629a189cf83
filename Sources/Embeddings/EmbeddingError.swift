public import Portfolio

/// Texts could not be turned into vectors. No text, key or answer of the server stands in the words.
public enum EmbeddingError: Error, Sendable, Equatable {
  case invalidAddress
  case remoteNotAllowed(host: String)
  case unreachable(address: String)
  case timeout(address: String)
  /// The server answered with an HTTP status other than 200.
  case refused(address: String, status: UInt)
  /// The answer is not of the form that was expected.
  case malformed(address: String, Flaw)

  public enum Flaw: Sendable, Equatable {
    case notJSON
    case count(expected: Int, found: Int)
    case order
    case dimension(expected: Int, found: Int)
    case number
    case size
  }

  /// What is wrong and what to do.
  public var text: BilingualText {
    switch self {
    case .invalidAddress:
      BilingualText(
        de: """
          \(EmbeddingEndpoint.Variable.address) ist keine Adresse; erwartet wird z. B. \
          http://127.0.0.1:8000/v1, ohne Benutzer und Kennwort.
          """,
        en: """
          \(EmbeddingEndpoint.Variable.address) is not an address; expected is for example \
          http://127.0.0.1:8000/v1, without user and password.
          """)
    case .remoteNotAllowed(let host):
      BilingualText(
        de: """
          \(EmbeddingEndpoint.Variable.address) nennt einen anderen Rechner (\(host)); dorthin \
          gingen auch unveröffentlichte Beschreibungen. Wenn das so sein soll: \
          \(EmbeddingEndpoint.Variable.remote)=allow setzen.
          """,
        en: """
          \(EmbeddingEndpoint.Variable.address) names another machine (\(host)), which would get \
          unpublished descriptions, too. If that is intended, set \
          \(EmbeddingEndpoint.Variable.remote)=allow.
          """)
    case .unreachable(let address):
      BilingualText(
        de: "Der Dienst für den Vergleich nach Bedeutung antwortet nicht (\(address)).",
        en: "The service for comparing meanings does not answer (\(address)).")
    case .timeout(let address):
      BilingualText(
        de: "Der Dienst für den Vergleich nach Bedeutung braucht zu lange (\(address)).",
        en: "The service for comparing meanings takes too long (\(address)).")
    case .refused(let address, let status):
      BilingualText(
        de: """
          Der Dienst für den Vergleich nach Bedeutung lehnt die Anfrage ab (\(address), \
          HTTP-Status \(status)). \(Self.advice(status).german)
          """,
        en: """
          The service for comparing meanings refuses the request (\(address), HTTP status \
          \(status)). \(Self.advice(status).english)
          """)
    case .malformed(let address, let flaw):
      BilingualText(
        de: """
          Der Dienst für den Vergleich nach Bedeutung gibt eine unerwartete Antwort (\(address)): \
          \(flaw.text.german).
          """,
        en: """
          The service for comparing meanings gives an unexpected answer (\(address)): \
          \(flaw.text.english).
          """)
    }
  }

  private static func advice(_ status: UInt) -> BilingualText {
    switch status {
    case 401, 403:
      BilingualText(
        de: "Bitte \(EmbeddingEndpoint.Variable.key) prüfen.",
        en: "Please check \(EmbeddingEndpoint.Variable.key).")
    case 404:
      BilingualText(
        de: """
          Bitte \(EmbeddingEndpoint.Variable.address) und \(EmbeddingEndpoint.Variable.model) prüfen.
          """,
        en: """
          Please check \(EmbeddingEndpoint.Variable.address) and \(EmbeddingEndpoint.Variable.model).
          """)
    default:
      BilingualText(
        de: "Näheres steht im Protokoll des Dienstes.", en: "The service's log will say more.")
    }
  }
}

extension EmbeddingError.Flaw {
  fileprivate var text: BilingualText {
    switch self {
    case .notJSON:
      BilingualText(
        de: "kein JSON mit „data“ und „embedding“", en: "no JSON with “data” and “embedding”")
    case .count(let expected, let found):
      BilingualText(
        de: "\(found) Vektoren statt \(expected)", en: "\(found) vectors instead of \(expected)")
    case .order:
      BilingualText(
        de: "Nummern der Vektoren fehlen oder kommen doppelt vor",
        en: "numbers of vectors are missing or occur twice")
    case .dimension(let expected, let found):
      BilingualText(
        de: "Vektoren verschiedener Länge (\(expected) und \(found))",
        en: "vectors of different length (\(expected) and \(found))")
    case .number:
      BilingualText(
        de: "ein Vektor ohne Richtung oder mit unzulässigen Zahlen",
        en: "a vector without direction or with impossible numbers")
    case .size:
      BilingualText(de: "sie ist zu groß", en: "it is too large")
    }
  }
}
