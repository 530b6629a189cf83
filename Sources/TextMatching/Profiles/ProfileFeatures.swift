/// What texts are held against profiles by: the subject fields they deal with, the runs of
/// characters in their telling words, and who owns them.
public struct ProfileFeatures: Sendable {
  let subjects: SubjectVectors
  let texts: TextCorpus
  /// The number of each text's owner; negative where there is none.
  let owners: [Int]
  let ownerCount: Int

  /// How much the subject fields count beside the runs of characters where profiles learn.
  static let shareOfSubjects: Float = 0.5
  /// How much it counts that two texts have the same owner.
  static let shareOfOwner: Float = 0.1

  /// - Parameters:
  ///   - texts: title and description of each text.
  ///   - owners: the number of each text's owner from 0, or a negative one.
  ///   - subjectText: all parts of a text that tell what it deals with; asked on several threads.
  public init(
    texts: TextCorpus, owners: [Int],
    subjectText: @Sendable (Int) -> [WeightedText]
  ) {
    self.texts = texts
    self.owners = owners
    ownerCount = (owners.max() ?? -1) + 1
    subjects = SubjectVectors(texts.count, subjectText)
  }

  var count: Int { texts.count }

  // Columns: first the subject fields, then the runs of characters, then the owners.
  var firstRun: Int { subjects.fieldCount }
  var firstOwner: Int { firstRun + texts.inverseFrequencies.count }
  var columnCount: Int { firstOwner + ownerCount }

  /// Calls `body` with each feature of a text but its subject fields, and its value.
  @inline(__always)
  func forEachRunAndOwner(_ text: Int, _ body: (_ column: Int, _ value: Float) -> Void) {
    let first = firstRun
    texts.vectors.columns.withUnsafeBufferPointer { columns in
      texts.vectors.values.withUnsafeBufferPointer { values in
        for index in texts.vectors.row(text) { body(first + Int(columns[index]), values[index]) }
      }
    }
    if owners[text] >= 0 {
      body(firstOwner + owners[text], Self.shareOfOwner.squareRoot())
    }
  }

  /// Calls `body` with each feature of a text and its value, as profiles learn from them.
  @inline(__always)
  func forEach(_ text: Int, _ body: (_ column: Int, _ value: Float) -> Void) {
    let scale = Self.shareOfSubjects.squareRoot()
    for index in subjects.rows.row(text) {
      body(Int(subjects.rows.columns[index]), subjects.rows.values[index] * scale)
    }
    forEachRunAndOwner(text, body)
  }

  /// The squares of a text's features, summed up: without its subject fields, and with them.
  func squares(of text: Int) -> (runsAndOwner: Float, all: Float) {
    var (runs, subjects): (Float, Float) = (0, 0)
    forEachRunAndOwner(text) { _, value in runs += value * value }
    for index in self.subjects.rows.row(text) {
      subjects += self.subjects.rows.values[index] * self.subjects.rows.values[index]
    }
    return (runs, runs + subjects * Self.shareOfSubjects)
  }
}
