import Testing

@testable import TextMatching

@Suite struct `Text pipeline` {
  @Test(
    "differing spellings become the same tokens",
    arguments: [
      ("Ämter für Straßenbau", ["aemter", "fuer", "strassenbau"]),
      ("AEMTER FUER STRASSENBAU", ["aemter", "fuer", "strassenbau"]),
      ("A\u{308}mter fu\u{308}r STRAẞENBAU", ["aemter", "fuer", "strassenbau"]),
      ("E-Akte, eAkte", ["eakte", "eakte"]),
      ("Open-Data-Portal", ["open", "data", "portal"]),
      ("Lernfabrik 4.0 (LoD2), § 14a", ["lernfabrik", "4.0", "lod2", "14a"]),
      ("An-, Um- und Abmelden", ["an", "um", "und", "abmelden"]),
      ("1.200 Räder bis 2027.", ["1.200", "raeder", "bis", "2027"]),
      ("Café\u{AD}haus – Łódź", ["cafehaus", "lodz"]),
      ("", []), ("–…“", []),
    ])
  func tokens(text: String, expected: [String]) {
    #expect(Tokenizer.tokens(in: text) == expected)
  }

  @Test(
    "inflected words share a stem",
    arguments: [
      ("haeuser", "haus"), ("staedte", "stadt"), ("buerger", "buergern"),
      ("schulen", "schule"), ("anmeldungen", "anmeldung"),
    ])
  func stems(one: String, other: String) {
    guard var stemmer = Stemmer() else {
      Issue.record("libstemmer has no German")
      return
    }
    let stems = (stemmer.stem(one), stemmer.stem(other))
    #expect(stems.0 == stems.1)
  }

  @Test("a diphthong is no written-out umlaut", arguments: ["neue", "steuer", "quelle", "bauer"])
  func diphthongs(word: String) {
    guard var stemmer = Stemmer() else {
      Issue.record("libstemmer has no German")
      return
    }
    let stem = stemmer.stem(word)
    #expect(!stem.isEmpty && word.hasPrefix(stem))
  }

  @Test("each step can be switched off by itself")
  func steps() {
    func similarity(_ steps: TextPipeline.Steps, _ left: String, _ right: String) -> Double {
      let corpus = TextCorpus(
        [left, right, "Baumkataster"].map { [WeightedText($0)] },
        pipeline: TextPipeline(steps: steps))
      return corpus.similarity(0, 1)
    }
    #expect(similarity([.words], "Häuser", "Haus") == 0)
    #expect(similarity([.words, .stemming], "Häuser", "Haus") > 0.99)
    #expect(similarity([.words], "Wohngeld", "Wohngeldstelle") == 0)
    #expect(similarity([.characterGrams], "Wohngeld", "Wohngeldstelle") > 0.3)
    #expect(similarity([.words], "die Brücke", "die Kita") > 0)
    #expect(similarity([.words, .stopWords], "die Brücke", "die Kita") == 0)
  }

  @Test("a text of stop words alone is still like itself")
  func onlyStopWords() {
    let corpus = TextCorpus([[WeightedText("Digitale Stadt")], [WeightedText("digitale Stadt")]])
    #expect(corpus.similarity(0, 1) > 0.99)
  }

  @Test("years are compared as a whole")
  func numbers() {
    let corpus = TextCorpus([[WeightedText("2023")], [WeightedText("2024")]])
    #expect(corpus.similarity(0, 1) == 0)
  }

  @Test("shared words are named as the left text writes them, common ones left out")
  func sharedWords() {
    let texts =
      ["Wärmeplan für Fernwärmenetze in Musterstadt", "Der Waermeplan der Musterstadt"]
      + (0..<20).map { "Vorhaben \($0) in Musterstadt" }
    let corpus = TextCorpus(texts.map { [WeightedText($0)] })
    #expect(corpus.sharedWords(texts[0], texts[1], limit: 4) == ["Wärmeplan"])
  }

  @Test("of shared words those can be named alone that tell what a text is about")
  func sharedSubjects() {
    let texts = ["Dynamisches Glasfaser Anfang", "Anfang dynamisches Glasfaser"]
    let corpus = TextCorpus((texts + (0..<20).map { "Vorhaben \($0)" }).map { [WeightedText($0)] })
    #expect(corpus.sharedWords(texts[0], texts[1], limit: 4).count == 3)
    #expect(
      corpus.sharedWords(texts[0], texts[1], limit: 4, onlySubjects: true) == ["Glasfaser"])
  }

  @Test("titles that differ in a number alone are a series, not the same")
  func titleKeys() {
    #expect(TitleKey("Digitales Kundenportal!") == TitleKey("KUNDENPORTAL"))
    #expect(TitleKey("Förderung, erste Runde").isSeries(with: TitleKey("Förderung, zweite Runde")))
    #expect(!TitleKey("Festival 2020").isSeries(with: TitleKey("Festival 2020")))
    #expect(TitleKey("Onleihe") != TitleKey("Open Library"))
  }
}
