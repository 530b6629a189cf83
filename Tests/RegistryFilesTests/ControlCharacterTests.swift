import Portfolio
import Testing

@testable import RegistryFiles

@Suite("Control characters")
struct ControlCharacterTests {
  @Test("are found among all characters of the basic plane, behind any others")
  func all() {
    for scalar in (UInt16.min...UInt16.max).compactMap(Unicode.Scalar.init) {
      let found = ControlCharacter(firstIn: "„ä“ 😀\(scalar)\u{7F}")
      let isOne = ControlCharacter.isOne(scalar)
      #expect(found?.scalar == (isOne ? scalar : "\u{7F}"))
      #expect(found?.position == (isOne ? 6 : 7))
    }
  }

  @Test("are neither line feed and tab nor marks of typesetting")
  func typesetting() {
    let text = "a\tb\nc\u{A0}\u{AD}\u{200B}\u{200D}\u{200F}\u{2028}\u{FEFF}„–“"
    #expect(ControlCharacter(firstIn: text) == nil)
    #expect(ControlCharacter(firstIn: "") == nil)
  }

  @Test("are named with their code and place")
  func wording() throws {
    let bell = try #require(ControlCharacter(firstIn: "ä\u{7}"))
    #expect(bell.message.english.contains("(U+0007, character 2)"))
    #expect(bell.message.german.contains("(U+0007, 2. Zeichen)"))
    let override = try #require(ControlCharacter(firstIn: "\u{202E}"))
    #expect(override.message.english.contains("direction of reading (U+202E, character 1)"))
  }

  @Test("are replaced where a text is shown")
  func shown() {
    #expect(
      "a\u{1B}[31m\n\tb\u{2066}".withoutControlCharacters == "a\u{FFFD}[31m\u{FFFD}\tb\u{FFFD}")
  }
}
