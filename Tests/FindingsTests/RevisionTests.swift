@testable import Findings
import Portfolio
import TestSupport
import Testing

@Suite("Revisions of guidelines")
struct RevisionTests {
  private func revised(_ change: (inout Portfolio) -> Void = { _ in }) -> Snapshot {
    var portfolio = Sample.portfolio
    portfolio.changeGuideline("innovativ") {
      $0.earlier = [
        GuidelineWording(
          revision: 1, name: "Innovativer werden", description: "Neues wird früh erprobt.")
      ]
      $0.description = "Neues wird früh und gemeinsam erprobt."
      $0.revision = 2
    }
    change(&portfolio)
    return Snapshot(portfolio, asOf: Sample.today)
  }

  @Test("reopen exactly their own alignments, by department, with the changed words")
  func reopened() throws {
    let reviews = RevisionReviews.make(
      revised {
        $0["akte"].alignments[0].revision = 2
        $0["wald"].status = .completed
      })
    #expect(reviews.departments.map(\.id) == ["kultur", "it"])
    #expect(
      reviews.departments.map { $0.guidelines.flatMap(\.projects).map(\.id) }
        == [["museum"], ["konto"]])
    let guideline = try #require(reviews.departments.first?.guidelines.first)
    #expect(guideline.from == 1 && guideline.to == 2)
    let segments = try #require(guideline.difference).segments
    #expect(
      segments.map { "\($0.change.rawValue): \($0.text)" } == [
        "kept: Innovativer werden – Neues wird früh", "added: und gemeinsam", "kept: erprobt.",
      ])
  }

  @Test("are flagged with what was removed and added")
  func message() throws {
    let finding = try #require(Check(select: ["alignment-outdated"]).run(revised()).findings.first)
    #expect(finding.message.german.hasSuffix("gilt noch der Fassung 1. Neu: „und gemeinsam“."))
    #expect(finding.message.english.hasSuffix("made for revision 1. Added: “und gemeinsam”."))
  }

  @Test("a fresh alignment is never suspect")
  func fresh() {
    let snapshot = revised {
      for id in ["museum", "akte", "konto", "wald"] { $0[id].alignments[0].revision = 2 }
    }
    #expect(RevisionReviews.make(snapshot).count == 0)
    #expect(Check(select: ["alignment-outdated"]).run(snapshot).findings == [])
  }

  @Test("any two wordings: what is kept and removed is the old one, kept and added the new")
  func differences() {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededRandom(seed: seed)
    for _ in 0..<200 {
      let texts = (0..<2).map { _ in
        (0..<Int.random(in: 0...12, using: &random)).map { _ in
          ["wir", "werden", "neu", "und", "grün"][Int.random(in: 0..<5, using: &random)]
        }
      }
      let difference = WordingDifference(
        from: [texts[0].joined(separator: " ")], to: [texts[1].joined(separator: "  ")])
      let words = { (changes: [WordingDifference.Change]) in
        difference.segments.filter { changes.contains($0.change) }
          .flatMap { $0.text.split(separator: " ").map(String.init) }
      }
      #expect(words([.kept, .removed]) == texts[0], "seed \(seed)")
      #expect(words([.kept, .added]) == texts[1], "seed \(seed)")
    }
  }
}
