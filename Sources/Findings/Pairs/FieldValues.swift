internal import Portfolio
internal import TextMatching

/// The values of a list field (audience, technologies, partners) of all projects, equal ones
/// numbered alike whatever their spelling.
struct FieldValues: Sendable {
  /// The numbers of a project's values, each once, ascending.
  let ofProject: CompressedRows<Int>
  /// The projects that have a value, ascending.
  let projects: CompressedRows<Int>
  private let numbers: [TitleKey: Int]
  /// How many projects of the whole registry have each value.
  private let frequencies: [Int]
  /// The number of projects of the whole registry.
  private let count: Int
  /// How like each other two projects' lists are.
  private let corpus: TextCorpus

  /// - Parameter surroundings: the whole registry, where the projects are some of its and a draft,
  ///   and the number of its projects.
  init(
    _ projects: [Project], in surroundings: (field: FieldSurroundings, count: Int)? = nil,
    _ values: (Project) -> [String]
  ) {
    var numbers: [TitleKey: Int] = [:]
    // Each spelling, its place in `spellings`, and the number of its value.
    var placeOfSpelling: [String: Int] = [:]
    var spellings: [String] = []
    var numberOfSpelling: [Int] = []
    var lists: [[Int]] = []
    var byProject: [CompressedRows<Int>.Entry] = []
    for index in projects.indices {
      let list = values(projects[index]).map { value in
        if let place = placeOfSpelling[value] { return place }
        placeOfSpelling[value] = spellings.count
        spellings.append(value)
        numberOfSpelling.append(Self.number(of: TitleKey(value), in: &numbers))
        return spellings.count - 1
      }
      lists.append(list)
      byProject += Set(list.map { numberOfSpelling[$0] }).sorted().map { .init(index, $0) }
    }
    ofProject = CompressedRows(rows: projects.count, entries: byProject)
    self.projects = CompressedRows(
      rows: numbers.count, entries: byProject.map { .init($0.element, $0.row) })
    self.numbers = numbers
    var frequencies = self.projects.rows.map { [own = self.projects] in own[$0].count }
    if let surroundings {
      for (key, number) in numbers { frequencies[number] = surroundings.field.frequency(key) }
    }
    self.frequencies = frequencies
    count = surroundings?.count ?? projects.count
    corpus = TextCorpus(spellings, lists: lists, frequencies: surroundings?.field.texts)
  }

  /// The key's number, the next one where it is new.
  private static func number(of key: TitleKey, in numbers: inout [TitleKey: Int]) -> Int {
    if let number = numbers[key] { return number }
    numbers[key] = numbers.count
    return numbers.count - 1
  }

  /// The cosine of the two lists, 0…1.
  func similarity(_ pair: ProjectPair) -> Double { corpus.similarity(pair.first, pair.second) }

  /// The values that both have.
  func shared(_ pair: ProjectPair) -> [Int] {
    let other = ofProject[pair.second]
    return ofProject[pair.first].filter(other.contains)
  }

  /// Whether a project has the value, whatever its spelling.
  func hasValue(_ value: String, _ project: Int) -> Bool {
    numbers[TitleKey(value)].map(ofProject[project].contains) ?? false
  }

  /// How telling it is to share the values: 1 where only the two projects have one of them, 0
  /// where all have it, on the scale of the inverse frequency's logarithm.
  func specificity(_ shared: [Int]) -> Double {
    let count = Double(count)
    guard count > 2, let fewest = shared.map({ frequencies[$0] }).min() else { return 0.7 }
    return logarithm(count / Double(max(fewest, 2))) / logarithm(count / 2)
  }

  /// How telling a value is as an occasion to talk: 1 where only the two have it, falling with the number of
  /// projects that do; 0.5 for similar values of which none is the same.
  func rarity(_ shared: [Int]) -> Double {
    guard let fewest = shared.map({ frequencies[$0] }).min() else { return 0.5 }
    return 2 / Double(max(fewest, 2))
  }
}
