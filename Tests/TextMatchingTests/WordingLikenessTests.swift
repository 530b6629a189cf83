import Testing
import TextMatching

@Suite("How much of a wording is kept")
struct WordingLikenessTests {
  private let text = """
    Digitale Ausleihe der Stadtbibliothek: Bürgerinnen und Bürger leihen E-Books, Hörbücher und \
    Zeitschriften rund um die Uhr über eine App. Die Medien werden nach Ablauf der Leihfrist \
    automatisch zurückgegeben.
    """

  @Test("reflowed lines, case, punctuation and another order change nothing")
  func form() {
    let reflowed = text.split(separator: " ").joined(separator: "\n  ")
    #expect(WordingLikeness.between(text, reflowed) == 1)
    #expect(WordingLikeness.between(text, text.uppercased()) == 1)
    #expect(WordingLikeness.between(text, text.replacing(",", with: ";")) == 1)
    let turned = text.split(separator: " ").reversed().joined(separator: " ")
    #expect(WordingLikeness.between(text, turned) == 1)
    #expect(WordingLikeness.between("Onleihe-Portal", "Onleihe Portal") == 1)
  }

  @Test("typing errors and other endings leave a word the same, also in a short title")
  func typos() {
    #expect(WordingLikeness.between("Digitale Onlehie", "Digitale Onleihe") == 1)
    #expect(WordingLikeness.between("Wärmeplanung", "Waermeplanungen") == 1)
    #expect(WordingLikeness.between("Bauakte", "Bauakten") == 1)
    #expect(WordingLikeness.between("Bus", "Bad") == 0)
  }

  @Test("another number is another number, and an added word is new")
  func numbers() {
    #expect(WordingLikeness.between("Haushalt 2025", "Haushalt 2026") < 1)
    #expect(WordingLikeness.between("Bauakte", "Bauakte Brücke") < 1)
  }

  @Test("another subject keeps nothing, whatever function words both have")
  func other() {
    let parking = "Eine App zeigt freie Parkplätze in der Innenstadt und führt dorthin."
    #expect(WordingLikeness.between(text, parking) < 0.15)
    #expect(WordingLikeness.between(text, "") == 0)
    #expect(WordingLikeness.between("", "") == 1)
  }

  @Test("it is the same in either direction")
  func symmetry() {
    let shorter = String(text.prefix(120))
    #expect(
      WordingLikeness.between(text, shorter) == WordingLikeness.between(shorter, text))
    #expect(WordingLikeness.between(text, shorter) < 0.9)
  }
}
