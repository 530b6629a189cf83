/// The counted features of texts, in one or several rows each, all under the same numbers.
struct CountedTexts: Sendable {
  /// The features' numbers by key.
  private(set) var numbers = KeyNumbers()
  /// As many as there are rows to a text.
  private(set) var matrices: [SparseMatrix]

  /// Fewer texts than this are not worth a thread of their own.
  private static let smallestPortion = 256

  /// Counts `count` texts on all processors.
  ///
  /// - Parameters:
  ///   - names: single words by which those are known who write the texts; they count less.
  ///   - rowsPerText: how many rows `body` appends to for each text.
  ///   - body: reads the text of that number, and appends a row to each matrix.
  init(
    _ count: Int, pipeline: TextPipeline, names: WordSet = WordSet(""), rowsPerText: Int = 1,
    _ body: @Sendable (Int, inout FeatureCounter, inout [SparseMatrix]) -> Void
  ) {
    let portions = max(min(Concurrency.processorCount, count / Self.smallestPortion), 1)
    let counted = Concurrency.map(0..<portions) { portion in
      var counter = FeatureCounter(pipeline: pipeline, names: names)
      var matrices = Array(repeating: SparseMatrix(), count: rowsPerText)
      for text in (count * portion / portions)..<(count * (portion + 1) / portions) {
        counter.startText()
        body(text, &counter, &matrices)
      }
      return CountedTexts(numbers: counter.numbers, matrices: matrices)
    }
    self = counted[0]
    for portion in counted.dropFirst() { append(portion) }
  }

  private init(numbers: KeyNumbers, matrices: [SparseMatrix]) {
    self.numbers = numbers
    self.matrices = matrices
  }

  /// Appends the rows of texts that were counted by themselves.
  private mutating func append(_ other: CountedTexts) {
    let numberOfFeature = other.numbers.keys.map { UInt32(numbers.intern($0)) }
    for index in matrices.indices {
      matrices[index].append(other.matrices[index], columns: numberOfFeature)
    }
  }
}
