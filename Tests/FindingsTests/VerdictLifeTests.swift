import Foundation
import Portfolio
import RegistryFiles
import TestSupport
import Testing
import TextMatching

@testable import Findings

@Suite("Verdicts are remembered, and asked again when texts change")
struct VerdictLifeTests {
  private static let summary = """
    Für alle Stadtteile wird ermittelt, womit künftig geheizt wird. Der Plan zeigt Netze, \
    Wärmepumpen und Abwärme und ist gesetzlich vorgeschrieben.
    """

  /// Two records of the same plan, decided to be different, with what both said then.
  private static func city(
    _ outcome: Verdict.Outcome = .different, changing change: (inout Portfolio) -> Void = { _ in }
  ) -> Snapshot {
    var portfolio = Sample.portfolio
    for (id, department) in [("waerme-a", "umwelt"), ("waerme-b", "it")] {
      var project = Sample.project(id, of: department, theme: "daten")
      project.title = "Kommunaler Wärmeplan"
      project.summary = summary
      project.period = Period(start: Sample.date("2025-03"))
      portfolio.projects.append(project)
    }
    portfolio.verdicts = [
      Verdict(
        first: "waerme-b", second: "waerme-a", outcome: outcome, reason: "zwei Pläne", by: "umwelt",
        date: Sample.date("2026-04-03"),
        basis: VerdictBasis(
          first: VerdictBasis.Side(portfolio["waerme-b"]),
          second: VerdictBasis.Side(portfolio["waerme-a"])))
    ]
    change(&portfolio)
    return Snapshot(portfolio, asOf: Sample.today)
  }

  private static func findings(_ snapshot: Snapshot) -> [Finding] {
    Check(select: ["duplicate"]).run(snapshot).findings.filter {
      Set($0.subjects.map(\.id)) == ["waerme-a", "waerme-b"]
    }
  }

  @Test("without the verdict the pair is asked about; with it there is silence")
  func silence() {
    #expect(Self.findings(Self.city { $0.verdicts = [] }).count == 1)
    #expect(Self.findings(Self.city()) == [])
  }

  @Test("a corrected text does not ask again")
  func corrected() {
    let snapshot = Self.city {
      $0["waerme-a"].summary = Self.summary
        .replacing("ermittelt", with: "ermitelt").replacing(" ", with: "\n")
        .replacing("vorgeschrieben", with: "vorgeschriben")
      $0["waerme-b"].title = "Kommunale Wärmepläne"
    }
    #expect(Self.findings(snapshot) == [])
    #expect(snapshot.decidedPairs.count == 1)
  }

  @Test("a rewritten text does, and the finding says what was decided and what has changed")
  func rewritten() throws {
    let change = { (portfolio: inout Portfolio) in
      portfolio["waerme-a"].summary = """
        Für alle Stadtteile wird ermittelt, womit künftig geheizt wird. Jetzt auch mit einem \
        Portal, das Eigentümerinnen zeigt, wann ihre Straße angeschlossen wird.
        """
    }
    let snapshot = Self.city(changing: change)
    let finding = try #require(Self.findings(snapshot).first)
    #expect(
      finding.message.german.hasSuffix(
        """
        Schon einmal entschieden (Umweltreferat, 03.04.2026): verschiedene Vorhaben, „zwei Pläne“. \
        Seither beschreibt sich „Kommunaler Wärmeplan“ anders. Entfallen: „Der Plan zeigt Netze, \
        Wärmepumpen und Abwärme und ist gesetzlich vorgeschrieben“. Neu: „Jetzt auch mit einem \
        Portal, das Eigentümerinnen zeigt, wann ihre Straße angeschlossen …“.
        """), "\(finding.message.german)")
    #expect(finding.message.english.contains("Decided once before"))
    // The same finding as ever, so that its age and a baseline hold.
    let fresh = Self.city {
      change(&$0)
      $0.verdicts = []
    }
    #expect(finding.fingerprint == Self.findings(fresh).first?.fingerprint)
    #expect(finding.evidence == Self.findings(fresh).first?.evidence)
  }

  @Test("once reopened, an earlier verdict on the same question does not come back")
  func earlier() {
    let snapshot = Self.city {
      $0.verdicts.insert(
        Verdict(
          first: "waerme-a", second: "waerme-b", outcome: .different,
          date: Sample.date("2025-01-01")), at: 0)
      $0["waerme-a"].summary = "Etwas ganz anderes: ein Förderprogramm für Heizungen im Bestand."
    }
    let pair = ProjectPair(
      snapshot.projectTable["waerme-a"] ?? 0, snapshot.projectTable["waerme-b"] ?? 0)
    #expect(snapshot.duplicateVerdict(on: pair) == nil)
    #expect(snapshot.reopenedVerdicts(on: pair).map(\.verdict.outcome) == [.different])
  }

  @Test("a verdict whose basis nobody noted stands")
  func withoutBasis() {
    let snapshot = Self.city {
      $0.verdicts[0].basis = nil
      $0["waerme-a"].summary = "Ein Portal zum Wärmeplan, das jetzt etwas ganz anderes verspricht."
    }
    #expect(snapshot.decidedPairs.count == 1)
  }

  @Test("no cooperation needed, until one provides what the other requires")
  func supply() {
    let pair = { (snapshot: Snapshot) in
      ProjectPair(snapshot.projectTable["waerme-a"] ?? 0, snapshot.projectTable["waerme-b"] ?? 0)
    }
    let supply = { (portfolio: inout Portfolio) in
      portfolio["waerme-a"].provides = ["identitaet"]
      portfolio["waerme-b"].requires = ["identitaet"]
    }
    let reopened = Self.city(.notNeeded, changing: supply)
    #expect(reopened.networkVerdict(on: pair(reopened)) == nil)
    let wording = ReopenedWording(snapshot: reopened, pair: pair(reopened)).sentences
    #expect(
      wording.german.hasSuffix(
        " Seither stellt eines von beiden bereit, was das andere braucht: Bürgerkonto."))
    let cooperating = Self.city(.cooperate, changing: supply)
    #expect(cooperating.networkVerdict(on: pair(cooperating)) != nil)
  }

  @Test("a verdict on a merged project holds for the one that goes on, until that one changes")
  func merged() throws {
    let merge = { (portfolio: inout Portfolio) in
      var copy = portfolio["waerme-a"]
      copy.id = "waerme-c"
      copy.summary = "Ganz eigene Worte über das gesetzliche Vorhaben."
      portfolio.verdicts.append(
        Verdict(
          first: "waerme-a", second: "waerme-c", outcome: .duplicate,
          basis: VerdictBasis(
            first: VerdictBasis.Side(portfolio["waerme-a"]), second: VerdictBasis.Side(copy))))
      portfolio.projects.append(copy)
      _ = try? portfolio.merge("waerme-a", into: "waerme-c")
    }
    let pair = { (snapshot: Snapshot) in
      ProjectPair(snapshot.projectTable["waerme-a"] ?? 0, snapshot.projectTable["waerme-b"] ?? 0)
    }
    let held = Self.city(changing: merge)
    #expect(held.projectTable["waerme-a"] == held.projectTable["waerme-c"])
    #expect(held.duplicateVerdict(on: pair(held))?.outcome == .different)
    let changed = Self.city {
      merge(&$0)
      $0["waerme-c"].summary = "Ein Förderprogramm für Heizungen im Bestand, mit Antrag im Netz."
    }
    #expect(changed.duplicateVerdict(on: pair(changed)) == nil)
  }

  @Test("on real records, corrections never ask again and half a new text always does")
  func realTexts() throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededRandom(seed: seed)
    let path = Repository.root.appending(path: "registry").path
    let (portfolio, diagnostics) = RegistryReader(paths: [path]).loadPortfolio()
    try #require(diagnostics.allSatisfy { $0.severity != .error })
    let described = portfolio.projects.filter { ($0.summary?.count ?? 0) > 120 }
    try #require(described.count > 50)
    for project in described {
      let before = VerdictBasis.Side(project)
      let words = (project.summary ?? "").split(separator: " ").map(String.init)
      var corrected = project
      corrected.summary = words.map { word in
        Int.random(in: 0..<10, using: &random) == 0 ? Self.misspelt(word, &random) : word
      }.joined(separator: Bool.random(using: &random) ? "\n" : "  ")
      #expect(reopens(before, corrected) == false, "seed \(seed): \(corrected.summary ?? "")")
      let other = described.randomElement(using: &random) ?? project
      guard other.id != project.id, let text = other.summary else { continue }
      var rewritten = project
      rewritten.summary =
        words.prefix(words.count / 2).joined(separator: " ") + " "
        + text.split(separator: " ").suffix(words.count / 2 + 5).joined(separator: " ")
      #expect(reopens(before, rewritten), "seed \(seed): \(rewritten.summary ?? "")")
    }
  }

  private func reopens(_ before: VerdictBasis.Side, _ project: Project) -> Bool {
    let verdict = Verdict(first: project.id, second: "x", outcome: .different)
    let still = VerdictBasis.Side(title: "X")
    return ReopenedVerdict(
      verdict,
      sides: [(0, project, before), (1, Project(id: "x", title: "X"), still)]) != nil
  }

  /// Swaps two neighbouring letters.
  private static func misspelt(_ word: String, _ random: inout SeededRandom) -> String {
    var letters = Array(word)
    guard letters.count > 4 else { return word }
    let place = Int.random(in: 1..<(letters.count - 1), using: &random)
    letters.swapAt(place, place - 1)
    return String(letters)
  }
}
