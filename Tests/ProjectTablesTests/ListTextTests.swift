import Testing

@testable import ProjectTables

@Suite("Several values in one cell")
struct ListTextTests {
  @Test(
    "values are separated by semicolons, strokes or lines, else by commas",
    arguments: [
      ("a; b;c", ["a", "b", "c"]), ("a|b", ["a", "b"]), ("a\nb", ["a", "b"]),
      ("a, b", ["a", "b"]), ("Handel, Handwerk; Vereine", ["Handel, Handwerk", "Vereine"]),
      ("\"a; b\"; c", ["a; b", "c"]), ("\"er sagt \"\"ja\"\"\"", ["er sagt \"ja\""]),
      ("\"offen; b", ["\"offen", "b"]), (" ; ;", []), ("a, b;", ["a", "b"]), ("", []),
      ("a;;b", ["a", "b"]),
    ])
  func items(text: String, expected: [String]) {
    #expect(ListText.items(of: text) == expected)
  }

  @Test(
    "what is written is read back",
    arguments: [
      ["a"], ["a", "b"], ["a; b"], ["a, b"], ["a, b", "c"], ["x|y", "\"z\""], ["Zeile\nZwei", "d"],
    ])
  func roundTrip(items: [String]) {
    #expect(ListText.items(of: ListText.text(items)) == items)
  }

  @Test("commas that belong to a name do not cut it")
  func knownNames() {
    let known: Set = ["Bildung, Kultur und Sport", "Verkehr", "Umwelt"]
    let read = { (text: String) in ListText.items(of: text) { known.contains($0) } }
    #expect(read("Bildung, Kultur und Sport") == ["Bildung, Kultur und Sport"])
    #expect(
      read("Verkehr, Bildung, Kultur und Sport, Umwelt") == [
        "Verkehr", "Bildung, Kultur und Sport", "Umwelt",
      ])
    #expect(read("Verkehr; Bildung, Kultur und Sport") == ["Verkehr", "Bildung, Kultur und Sport"])
    #expect(read("Verkehr, Unbekannt") == ["Verkehr", "Unbekannt"])
  }
}
