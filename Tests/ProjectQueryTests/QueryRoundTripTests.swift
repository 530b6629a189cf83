import Portfolio
import Testing

@testable import ProjectQuery

@Suite("Writing and reading queries")
struct QueryRoundTripTests {
  @Test("reading a written query gives the same query, 10,000 times")
  func roundTrip() throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = RandomQuery(seed: seed)
    for number in 0..<10_000 {
      let query = random.query()
      let text = query.description
      let read = Result { try Query.parse(text) }
      guard case .success(query) = read else {
        Issue.record("seed \(seed), number \(number): \(text)\n\(query)\n\(read)")
        return
      }
    }
  }

  @Test("whatever is typed is read or refused with places inside of it")
  func garbage() {
    let seed = UInt64.random(in: .min ... .max)
    var random = RandomQuery(seed: seed)
    var (read, refused) = (0, 0)
    for _ in 0..<10_000 {
      let text = random.garbage()
      do throws(QueryFaults) {
        let query = try Query.parse(text)
        let again = try Query.parse(query.description)
        #expect(again == query, "seed \(seed): \(text)")
        read += 1
      } catch {
        refused += 1
        #expect(!error.faults.isEmpty, "seed \(seed): \(text)")
        for fault in error.faults {
          let length = text.unicodeScalars.count
          #expect(fault.range.upperBound <= max(length, 1), "seed \(seed): \(text)")
        }
        #expect(error.render(in: .german).contains("^"))
      }
    }
    #expect(read > 500 && refused > 500, "\(read) read, \(refused) refused")
  }

  @Test(
    "a query of any depth is refused, not crashed on", arguments: ["(", "-(", "nicht ", "a or ("])
  func depth(part: String) {
    #expect(throws: QueryFaults.self) {
      try Query.parse(
        String(repeating: part, count: 700) + "a" + String(repeating: ")", count: 700))
    }
  }

  @Test(
    "German and English say the same",
    arguments: [
      ("thema:kultur und stand:running", "theme:kultur status:running"),
      ("(parken oder laden) nicht referat:kultur", "(parken or laden) -department:kultur"),
      ("mittel>=100000 ende<2027", "budget>=100000 ends<2027"),
      ("zielgruppe:keine", "audience:none"), ("leitlinie:keine", "aligned:none"),
      ("mittel:100000..500000", "budget : 100000..500000"),
      ("„Park Raum“ sortierung:-mittel", "\"Park Raum\" sort:-budget"),
      ("Ähnlich:digitales-bauamt", "similar=digitales-bauamt"),
      ("ende≤heute-6m", "ends<=heute-6m"), ("thema:a,b", "theme:a, b"),
      ("a | b & c", "a or (b and c)"), ("fehlt:mittel hat:ende", "missing:mittel has:ende"),
    ])
  func languages(german: String, english: String) throws {
    #expect(try Query.parse(german) == Query.parse(english))
  }

  @Test("an empty query asks for every project", arguments: ["", "  \n", "\0"])
  func empty(text: String) throws {
    #expect(try Query.parse(text) == Query())
  }
}
