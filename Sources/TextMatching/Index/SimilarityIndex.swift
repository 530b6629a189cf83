/// Texts that come and go, and those among them that are most like a given one.
///
/// The similarity is that of `TextCorpus`: a search finds what comparing with each text would
/// find, with the document frequencies of the moment, whatever edits led there. To that end a text
/// is kept as the numbers of its words, and each word once with its features; a search works out
/// what each word is worth to the query, and adds that up over the words of a text.
///
/// Edits are cheap: a new text waits in a short list that every search reads in full, until the
/// list is a 256th of all texts; then all are weighed anew, in time proportional to their number.
/// So an edit costs as much as weighing 256 texts, on the average.
///
/// A value: copies share what they have in common, and a search needs no lock.
public struct SimilarityIndex: Sendable {
  public struct Match: Sendable, Hashable {
    /// The text's number, as given when it was added.
    public let id: Int
    /// The cosine, 0…1.
    public let similarity: Double
  }

  private(set) var table: TokenTable
  /// How many texts have each feature.
  private(set) var frequencies: [UInt32] = []
  /// The natural logarithms of these; 0 for none.
  private(set) var logFrequencies: [Float] = []
  private(set) var reference = ReferenceWeights(frequencies: [], count: 0)
  private(set) var weighed = WeighedTexts()
  /// Texts added since the last weighing.
  private(set) var recent = TextRows()
  private(set) var recentInverseNorms: [Float] = []
  /// For each place, those of the weighed texts first, the text's id; `noID` once it is gone.
  private(set) var ids: [UInt32] = []
  /// For each id its text's place; -1 where there is none.
  private var places: [Int32] = []
  private var edits = 0
  private var scratch = TokenizerScratch()
  let scratchPool = ScratchPool()

  /// The number of texts.
  public private(set) var count = 0

  static let noID = UInt32.max
  /// Bounds weaken with the drift; below this it pays to weigh anew.
  private static let leastDrift: Float = 0.75

  /// - Parameter names: of those who write the texts; see `TextCorpus.titlesAndTexts`.
  public init(lessening names: some Sequence<String> = []) {
    table = TokenTable(pipeline: .similarity, names: WordSet(singleWords: names))
  }

  /// An index of texts 0, 1, 2, …, faster than adding each.
  ///
  /// - Parameter text: the parts of a text, such as title and summary.
  public init(
    _ count: Int, lessening names: some Sequence<String> = [], text: (Int) -> [String]
  ) {
    self.init(lessening: names)
    var lastText: [UInt32] = []
    for number in 0..<count {
      append(text(number))
      addFrequencies(of: recent.row(number), text: UInt32(number), &lastText)
      ids.append(UInt32(number))
    }
    places = (0..<count).map(Int32.init)
    self.count = count
    weigh()
  }

  /// Whether there is a text of that id.
  public func contains(_ id: Int) -> Bool { places.indices.contains(id) && places[id] >= 0 }

  /// Adds a text, or replaces the one of that id.
  ///
  /// - Parameters:
  ///   - id: 0 or more; ids should be dense, as each up to the greatest takes four bytes.
  ///   - parts: such as title and summary; all count alike.
  public mutating func set(_ id: Int, to parts: [String]) {
    drop(id)
    if id >= places.count {
      places.append(contentsOf: repeatElement(-1, count: id + 1 - places.count))
    }
    append(parts)
    places[id] = Int32(ids.count)
    ids.append(UInt32(id))
    count += 1
    changeFrequencies(of: recent.words[recent.row(recent.count - 1)], by: 1)
    var counts = [Float](repeating: 0, count: table.numbers.count)
    recentInverseNorms.append(
      table.inverseNorm(
        of: recent.words[recent.row(recent.count - 1)], weights: reference.weights,
        counts: &counts))
    noteEdit()
  }

  /// Removes a text; nothing happens where there is none of that id.
  public mutating func remove(_ id: Int) {
    guard contains(id) else { return }
    drop(id)
    noteEdit()
  }

  private mutating func drop(_ id: Int) {
    guard contains(id) else { return }
    let place = Int(places[id])
    places[id] = -1
    ids[place] = Self.noID
    count -= 1
    changeFrequencies(of: words(at: place), by: -1)
  }

  private mutating func noteEdit() {
    edits += 1
    if edits > count / ReferenceWeights.editShare || reference.drift < Self.leastDrift { weigh() }
  }

  /// The words of the text at a place.
  func words(at place: Int) -> ArraySlice<UInt32> {
    let weighedCount = weighed.rows.count
    return place < weighedCount
      ? weighed.rows.words[weighed.rows.row(place)]
      : recent.words[recent.row(place - weighedCount)]
  }

  func place(of id: Int) -> Int? { contains(id) ? Int(places[id]) : nil }

  /// Appends a text's words to the recent ones: without stop words, unless there are no others.
  private mutating func append(_ parts: [String]) {
    recent.append(table.telling(parts, scratch: &scratch).sorted())
  }

  private mutating func changeFrequencies(of words: ArraySlice<UInt32>, by difference: Int) {
    var features: Set<UInt32> = []
    for word in words {
      table.withFeatures(of: Int(word)) { own, _ in features.formUnion(own) }
    }
    for feature in features.sorted() {
      while frequencies.count <= Int(feature) {
        frequencies.append(0)
        logFrequencies.append(0)
      }
      frequencies[Int(feature)] = UInt32(Int(frequencies[Int(feature)]) + difference)
      logFrequencies[Int(feature)] = Self.logarithm(of: frequencies[Int(feature)])
    }
    // In order, so that new features come one after the other.
    while reference.weights.count < frequencies.count {
      let feature = reference.weights.count
      reference.note(feature, frequency: max(frequencies[feature], 1))
    }
    for feature in features {
      reference.note(Int(feature), frequency: frequencies[Int(feature)])
    }
  }

  /// The same for the first texts of an index.
  ///
  /// - Parameter lastText: for each feature one more than the last text that has it.
  private mutating func addFrequencies(
    of row: Range<Int>, text: UInt32, _ lastText: inout [UInt32]
  ) {
    let missing = table.numbers.count - frequencies.count
    if missing > 0 {
      frequencies.append(contentsOf: repeatElement(0, count: missing))
      lastText.append(contentsOf: repeatElement(0, count: missing))
    }
    for place in row {
      table.withFeatures(of: Int(recent.words[place])) { features, _ in
        for feature in features where lastText[Int(feature)] != text + 1 {
          lastText[Int(feature)] = text + 1
          frequencies[Int(feature)] += 1
        }
      }
    }
  }

  private static func logarithm(of frequency: UInt32) -> Float {
    Float(TextMatching.logarithm(Double(max(frequency, 1))))
  }

  /// Brings all texts into one order and works out their lengths under the present frequencies.
  private mutating func weigh() {
    var rows = TextRows()
    rows.reserve(rows: count, words: weighed.rows.words.count + recent.words.count)
    var kept: [UInt32] = []
    kept.reserveCapacity(count)
    for place in ids.indices where ids[place] != Self.noID {
      places[Int(ids[place])] = Int32(kept.count)
      kept.append(ids[place])
      rows.append(words(at: place))
    }
    (recent, recentInverseNorms, ids, edits) = (TextRows(), [], kept, 0)
    // A token may have been read whose features no text has.
    while frequencies.count < table.numbers.count { frequencies.append(0) }
    logFrequencies = frequencies.map(Self.logarithm)
    reference = ReferenceWeights(frequencies: frequencies, count: count)
    weighed = WeighedTexts(rows, table: table, reference: reference.weights)
  }
}
