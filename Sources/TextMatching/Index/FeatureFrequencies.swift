/// How many of many texts have each feature, while texts come and go.
public struct FeatureFrequencies: Sendable {
  private var table = TokenTable(pipeline: .similarity, names: WordSet(""))
  private var frequencies: [UInt32] = []
  private var scratch = TokenizerScratch()
  /// The number of texts.
  public private(set) var count = 0

  public init() {}

  public mutating func add(_ parts: [String]) {
    count += 1
    for feature in features(of: parts) { frequencies[feature] += 1 }
  }

  /// - Parameter parts: of a text that has been added.
  public mutating func remove(_ parts: [String]) {
    count -= 1
    for feature in features(of: parts) { frequencies[feature] -= 1 }
  }

  private mutating func features(of parts: [String]) -> Set<Int> {
    let tokens = table.telling(parts, scratch: &scratch)
    let missing = table.numbers.count - frequencies.count
    if missing > 0 { frequencies.append(contentsOf: repeatElement(0, count: missing)) }
    var features: Set<Int> = []
    for token in tokens {
      table.withFeatures(of: Int(token)) { own, _ in features.formUnion(own.lazy.map { Int($0) }) }
    }
    return features
  }

  /// The frequencies with one text more.
  public func including(_ parts: [String]) -> DocumentFrequencies {
    let draft = DraftText(parts, in: table, isTyping: false)
    let added = Set(draft.known.map(\.feature))
    return DocumentFrequencies(count: count + 1) { key in
      guard let feature = table.numbers.number(of: key) else { return 0 }
      return Int(frequencies[feature]) + (added.contains(feature) ? 1 : 0)
    }
  }
}

/// In how many of how many texts features stand: for weighing a few texts as if all others stood
/// beside them.
public struct DocumentFrequencies: Sendable {
  let count: Int
  private let frequency: @Sendable (_ key: UInt64) -> Int

  init(count: Int, frequency: @escaping @Sendable (_ key: UInt64) -> Int) {
    self.count = count
    self.frequency = frequency
  }

  /// The usual inverse frequency; a feature that no text has is as rare as can be.
  func inverseFrequency(ofKey key: UInt64) -> Float {
    TextCorpus.inverseFrequency(frequency(key), count: count)
  }
}

extension IndexWeights {
  /// The frequencies of the index's texts, the draft included.
  public var frequencies: DocumentFrequencies {
    let added = Set(draft.known.map(\.feature))
    let index = index
    return DocumentFrequencies(count: index.count + 1) { key in
      guard let feature = index.table.numbers.number(of: key),
        feature < index.frequencies.count
      else { return 0 }
      return Int(index.frequencies[feature]) + (added.contains(feature) ? 1 : 0)
    }
  }
}
