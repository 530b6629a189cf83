import Portfolio
import TestSupport

/// Portfolios of projects with German texts, services, partners, links and verdicts, at random.
struct RandomTown {
  var portfolio: Portfolio

  private static let words = """
    Antrag Bescheid Buchung Karte Sensor Leihrad Ampel Schule Tablet Museum Führung Beratung Pflege
    Wohnung Energie Wärme Solar Baum Gießen Abfall Parkhaus Ticket Verein Halle Bibliothek Lesung
    Jugend Familie Senioren Feuerwehr Pegel Warnung Akte Archiv Personal Haushalt Vergabe Glasfaser
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  init(seed: UInt64, projects count: Int = 40) {
    var generator = SeededRandom(seed: seed)
    func some(_ values: [String], _ range: ClosedRange<Int>) -> [String] {
      let number = Int.random(in: range, using: &generator)
      return (0..<number).compactMap { _ in values.randomElement(using: &generator) }
    }
    let departments = (0..<5).map { "amt-\($0)" }
    let services = (0..<6).map { "dienst-\($0)" }
    var strategy = Strategy(id: "stadt", name: "Stadt")
    strategy.themes = ["bildung", "umwelt", "dienste"].map { Theme(id: $0, name: $0) }
    strategy.services = services.map { Service(id: $0, name: "Basisdienst \($0)") }
    var projects = (0..<count).map { number in
      var project = Project(
        id: "p\(number)", title: some(Self.words, 1...3).joined(separator: " "),
        summary: some(Self.words, 4...9).joined(separator: " "),
        department: Int.random(in: 0..<9, using: &generator) == 0
          ? nil : departments.randomElement(using: &generator),
        themes: some(strategy.themes.map(\.id), 1...1), status: .running,
        audience: some(["Familien", "Vereine", "Ämter", "Jugendliche"], 0...2),
        technologies: some(["App", "Tablet", "Sensor"], 0...2),
        provides: some(services, 0...1), requires: some(services, 0...1))
      project.partners = some(["Hochschule", "Verein", "Kammer"], 0...1).map { Partner(name: $0) }
      if Int.random(in: 0..<6, using: &generator) == 0 { project.status = .completed }
      return project
    }
    let verdicts = (0..<count / 2).compactMap { _ -> Verdict? in
      let one = Int.random(in: 0..<count, using: &generator)
      let other = Int.random(in: 0..<count, using: &generator)
      guard one != other, let outcome = Verdict.Outcome.allCases.randomElement(using: &generator)
      else { return nil }
      return Verdict(first: "p\(one)", second: "p\(other)", outcome: outcome)
    }
    for _ in 0..<count / 2 {
      let one = Int.random(in: 0..<count, using: &generator)
      let other = Int.random(in: 0..<count, using: &generator)
      guard one != other, let kind = LinkKind.allCases.randomElement(using: &generator)
      else { continue }
      projects[one].links.append(Link(project: "p\(other)", kind: kind))
    }
    portfolio = Portfolio(
      strategy: strategy, departments: departments.map { Department(id: $0, name: $0) },
      projects: projects, verdicts: verdicts)
  }
}
