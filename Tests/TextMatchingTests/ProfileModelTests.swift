import TestSupport
import Testing

@testable import TextMatching

@Suite struct `Profiles` {
  private static let targets = [
    ProfileModel.Target(text: [WeightedText("Kultur und Freizeit")], isExclusive: true),
    ProfileModel.Target(text: [WeightedText("Verkehr und Umwelt")], isExclusive: true),
    ProfileModel.Target(text: [WeightedText("Bildung")], isExclusive: true),
    ProfileModel.Target(text: [WeightedText("Barrierefreiheit")], isExclusive: false),
    ProfileModel.Target(text: [WeightedText("Künstliche Intelligenz")], isExclusive: false),
  ]

  private static func model(
    _ texts: [String], owners: [Int]? = nil, labels: [ProfileModel.Label] = []
  ) -> ProfileModel {
    let corpus = TextCorpus(texts.map { [WeightedText($0)] })
    let features = ProfileFeatures(
      texts: corpus, owners: owners ?? texts.map { _ in -1 }
    ) { [WeightedText(texts[$0])] }
    return ProfileModel(features, targets: targets, labels: labels)
  }

  private static func best(_ model: ProfileModel, _ text: Int) -> Int? {
    let themes = model.probabilities(of: text).prefix(3)
    return themes.indices.max { themes[$0] < themes[$1] }
  }

  @Test("a text is told by what it deals with, without sharing a word with the profile")
  func subjects() {
    let model = Self.model([
      "Rundgang durch die Ausstellung im Museum",
      "Parkleitsystem für die Tiefgaragen und Ladesäulen", "Tablets für alle Grundschulen",
      "Untertitel und Gebärdensprache für Filme",
    ])
    #expect((0..<3).map { Self.best(model, $0) } == [0, 1, 2])
    let likely = model.probabilities(of: 3)
    #expect(likely[3] > 0.6 && likely[4] < 0.3)
  }

  @Test("what texts of a theme have in common speaks for it, too")
  func attraction() {
    let texts = [
      "Das Museum zeigt Stücke aus dem Zeughaus", "Konzert im Zeughaus", "Theater im Zeughaus",
      "Ampeln am Birkentor", "Buslinien am Birkentor", "Radweg am Birkentor", "Rund ums Zeughaus",
      "Rund ums Birkentor",
    ]
    let model = Self.model(texts)
    #expect(Self.best(model, 6) == 0)
    #expect(Self.best(model, 7) == 1)
  }

  @Test("labels teach a profile words that it lacks, and the owner's habits")
  func learning() {
    var texts = (0..<12).map { "Vorhaben Nummer \($0) \($0 % 2 == 0 ? "Zirbelnuss" : "Haselnuss")" }
    texts += ["Etwas mit Zirbelnuss", "Etwas mit Haselnuss"]
    let labels = (0..<12).map { text in
      ProfileModel.Label(
        text: text, shares: text % 2 == 0 ? [1, 0, 0, 1, 0] : [0, 1, 0, 0, 1],
        weights: Array(repeating: 1, count: 5))
    }
    let model = Self.model(texts, labels: labels)
    #expect(Self.best(model, 12) == 0)
    #expect(Self.best(model, 13) == 1)
    let (one, other) = (model.probabilities(of: 12), model.probabilities(of: 13))
    #expect(one[3] > other[3] && one[4] < other[4])
  }

  @Test("a text's own label has no part in its score")
  func ownLabel() {
    let texts = ["Museum", "Ampel", "Grundschule"]
    let scores = [[Float?](arrayLiteral: 1, 0, 0, 1, 0), [0, 1, 0, 0, 1]].map { shares in
      let label = ProfileModel.Label(
        text: 0, shares: shares, weights: Array(repeating: 1, count: 5))
      return Self.model(texts, labels: [label]).scores(of: 0)
    }
    for (one, other) in zip(scores[0], scores[1]) { #expect(abs(one - other) < 1e-4) }
  }

  @Test("what is not known of a text teaches nothing")
  func unknown() {
    let texts = ["Museum", "Ampel", "Museum und Ampel"]
    let label = ProfileModel.Label(
      text: 0, shares: [nil, nil, nil, 1, 0], weights: Array(repeating: 1, count: 5))
    let (plain, taught) = (Self.model(texts), Self.model(texts, labels: [label]))
    #expect(plain.scores(of: 2).prefix(3) == taught.scores(of: 2).prefix(3))
    #expect(plain.scores(of: 2).suffix(2) != taught.scores(of: 2).suffix(2))
  }

  @Test("the words' weights add up to the score", arguments: [UInt64(51), 52, 53, 54])
  func explanation(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let texts = (0..<30).map { _ in Self.text(&random) }
    let owners = texts.map { _ in Int.random(in: -1..<4, using: &random) }
    let model = Self.model(texts, owners: owners, labels: Self.labels(texts.count, &random))
    for text in texts.indices {
      let direction = (0..<5).map { _ in Double.random(in: -1...1, using: &random) }
      let explanation = model.explanation(
        of: text, parts: [ExplainedPart(texts[text], subjectWeight: 1, runWeight: 1)],
        direction: direction)
      let score = zip(model.scores(of: text), direction).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(abs(explanation.sum - score) < 1e-3, "seed \(seed): \(texts[text])")
    }
  }

  @Test(
    "scores are finite and do not depend on the order of the texts", arguments: [UInt64(61), 62])
  func order(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let texts = (0..<40).map { _ in Self.text(&random) } + ["", "Stadt", "2024"]
    let labels = Self.labels(texts.count, &random)
    let owners = texts.map { _ in Int.random(in: -1..<4, using: &random) }
    let order = Array(texts.indices).shuffled(using: &random)
    let place = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    let model = Self.model(texts, owners: owners, labels: labels)
    let other = Self.model(
      order.map { texts[$0] }, owners: order.map { owners[$0] },
      labels: labels.map {
        ProfileModel.Label(text: place[$0.text] ?? -1, shares: $0.shares, weights: $0.weights)
      })
    for text in texts.indices {
      let (one, two) = (model.scores(of: text), other.scores(of: place[text] ?? -1))
      for (left, right) in zip(one, two) {
        #expect(left.isFinite && abs(left - right) < 1e-3, "seed \(seed): \(texts[text])")
      }
      #expect(abs(model.probabilities(of: text).prefix(3).reduce(0, +) - 1) < 1e-5)
    }
  }

  private static func labels(
    _ count: Int, _ random: inout SeededRandom
  ) -> [ProfileModel.Label] {
    (0..<count).filter { _ in Bool.random(using: &random) }.map { text in
      let theme = Int.random(in: 0..<3, using: &random)
      let guidelines = (0..<2).map { _ -> Float? in
        [nil, 0, 1].randomElement(using: &random) ?? nil
      }
      return ProfileModel.Label(
        text: text, shares: (0..<3).map { $0 == theme ? 1 : 0 } + guidelines,
        weights: Array(repeating: 1, count: 5))
    }
  }

  private static let words = """
    Museum Ausstellung Ampel Verkehrsrechner Grundschule Tablet barrierefrei Chatbot App Portal für \
    und mit Stadt 2024 E-Akte Leichte Sprache künstliche Intelligenz Bäume/Sträucher Zeughaus
    """.split { $0.isWhitespace }.map(String.init)

  private static func text(_ random: inout SeededRandom) -> String {
    (0..<Int.random(in: 1...14, using: &random))
      .compactMap { _ in words.randomElement(using: &random) }.joined(separator: " ")
  }
}

@Suite struct `Subject fields` {
  private static func names(_ word: String) -> [String] {
    let vocabulary = SubjectVocabulary.german
    return Tokenizer.tokens(in: word).flatMap { vocabulary.fields(of: Array($0.utf8)) }
      .map { vocabulary.names[$0] }
  }

  @Test("a word is found in its inflections, at the start and at the end of compounds")
  func compounds() {
    #expect(Self.names("Museen") == ["Museum und Ausstellung"])
    #expect(Self.names("Dauerausstellungen") == ["Museum und Ausstellung"])
    #expect(Self.names("Bibliotheksausweise") == ["Bibliothek"])
    #expect(Self.names("Straßenbeleuchtung").contains("Sparsam betreiben"))
    #expect(Self.names("E-Akten") == ["Elektronische Akte"])
  }

  @Test("the whole word goes before its parts, and the longest part before shorter ones")
  func longest() {
    #expect(Self.names("Hochschulen") == ["Hochschule und Forschung"])
    #expect(Self.names("Gründerzentrum") == ["Gründung"])
    #expect(Self.names("Grundwasser") == ["Wasser"])
    #expect(Self.names("Parken") == ["Parken"])
  }

  @Test("what only looks like a word is none")
  func lookalikes() {
    for word in ["Kinder", "gerade", "Radio", "Beispiel", "Wand", "besucht", "und"] {
      let mistaken = ["Künstliche Intelligenz", "Rad und Fuß", "Freizeit und Tourismus"]
      #expect(!Self.names(word).contains(where: mistaken.contains), "\(word)")
    }
  }

  @Test("two words are found together")
  func phrases() {
    var counter = SubjectCounter()
    var found: [String] = []
    counter.forEachField(in: "Texte in Leichter Sprache") { _, field in
      found.append(SubjectVocabulary.german.names[field])
    }
    #expect(found == ["Barrierefreiheit"])
  }

  @Test("each field has a name of its own and belongs to an area")
  func catalog() {
    let vocabulary = SubjectVocabulary.german
    #expect(vocabulary.names.count > 50)
    #expect(Set(vocabulary.names).count == vocabulary.names.count)
    #expect(vocabulary.areas.count == vocabulary.names.count)
    #expect(vocabulary.areas.allSatisfy { $0 >= 0 })
  }

  @Test("a profile's fields bring their neighbours along, with less weight")
  func neighbours() {
    var counter = SubjectCounter()
    let profile = ProfileSubjects([WeightedText("Verkehr")], counter: &counter)
    let weights = Dictionary(
      uniqueKeysWithValues: zip(SubjectVocabulary.german.names, profile.weights))
    #expect((weights["Verkehr"] ?? 0) > (weights["Parken"] ?? 0))
    #expect((weights["Parken"] ?? 0) > 0)
    #expect(weights["Bibliothek"] == 0)
  }
}

@Suite struct `Sentences of a text` {
  @Test("abbreviations and dates end no sentence")
  func sentences() {
    let text = "Seit 3. Mai gibt es ca. zehn Stationen. Sind z. B. Räder frei? Die App zeigt es."
    #expect(
      Sentences.of(text).map(\.text) == [
        "Seit 3. Mai gibt es ca. zehn Stationen.", "Sind z. B. Räder frei?", "Die App zeigt es.",
      ])
    #expect(Sentences.of("").isEmpty)
  }
}
