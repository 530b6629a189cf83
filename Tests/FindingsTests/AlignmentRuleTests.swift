import Findings
import Foundation
import Portfolio
import Testing

@Suite("Rules on what texts serve")
struct AlignmentRuleTests {
  /// Thirty projects of three themes, each described as one of its theme.
  private static let descriptions: [(theme: String, texts: [String])] = [
    (
      "kultur",
      [
        """
        Rundgang durch das Museum|Die Ausstellung ist im Netz zu sehen, mit Bildern der \
        Sammlung und Führungen für Gäste.
        """,
        """
        Karten für das Theater|Wer ein Konzert oder Schauspiel besucht, kauft die \
        Eintrittskarte auf dem Telefon.
        """,
        """
        Noten der Musikschule|Das Orchester und die Chöre leihen Noten und Instrumente \
        über einen Katalog der Musikschule.
        """,
        """
        Bücher der Bibliothek|Die Bücherei verleiht Bücher und Zeitschriften an \
        Leserinnen und Leser in allen Stadtteilen.
        """,
        """
        Bilder des Archivs|Das Stadtarchiv zeigt historische Fotos und erzählt \
        Stadtgeschichte an Denkmälern der Altstadt.
        """,
        """
        Filme im Kulturladen|Der Kulturladen zeigt Filme und Lesungen, Künstlerinnen und \
        Künstler stellen ihre Werke vor.
        """,
        """
        Stücke des Museums|Exponate der Sammlung werden für eine Ausstellung im Museum \
        fotografiert und beschrieben.
        """,
        """
        Theater für Kinder|Das Theater zeigt Stücke auf seiner Bühne, Familien buchen \
        Plätze für die Aufführung.
        """,
        """
        Führer zu Denkmälern|Gäste hören an Denkmälern der Altstadt Geschichten aus dem \
        Archiv und dem Museum.
        """,
        """
        Konzerte im Park|Das Festival überträgt Musik von der Bühne, das Orchester \
        spielt für Gäste der Stadt.
        """,
      ]
    ),
    (
      "verkehr",
      [
        """
        Ampeln am Ring|Der Verkehrsrechner steuert Ampeln an Kreuzungen, damit der \
        Verkehr auf der Straße fließt.
        """,
        """
        Plätze im Parkhaus|Das Parkleitsystem zeigt freie Parkplätze im Parkhaus, Autos \
        suchen weniger lange.
        """,
        """
        Busse nach Bedarf|Fahrgäste rufen den Bus zur Haltestelle, der Nahverkehr fährt \
        auch nachts und am Rand.
        """,
        """
        Räder leihen|Das Leihrad steht an der Haltestelle, Fahrräder und Lastenräder \
        werden am Radweg geliehen.
        """,
        """
        Säulen zum Laden|Ladesäulen für Elektroautos stehen an der Straße, der Strom \
        kommt aus Photovoltaik.
        """,
        """
        Zählung des Radverkehrs|Sensoren am Radweg zählen Fahrräder, die Verkehrsplanung \
        nutzt die Zahlen der Straße.
        """,
        """
        Fahrplan in Echtzeit|Straßenbahnen und Busse melden ihre Verspätung, Fahrgäste \
        sehen den Fahrplan an der Haltestelle.
        """,
        """
        Baustellen auf Straßen|Die Karte der Baustellen zeigt Umleitungen für Autos, \
        Busse und den Radverkehr.
        """,
        """
        Wege zur Luft|Messstationen an der Straße messen Feinstaub und Stickoxide aus \
        dem Verkehr.
        """,
        """
        Fahrzeuge teilen|Carsharing und Lastenräder stehen an Mobilitätsstationen neben \
        der Straßenbahn.
        """,
      ]
    ),
    (
      "bildung",
      [
        """
        Tablets für Schulen|Jede Grundschule bekommt Tablets für den Unterricht, \
        Lehrkräfte werden fortgebildet.
        """,
        """
        Kurse der Volkshochschule|Die Volkshochschule bietet Kurse und Seminare für \
        Erwachsene, die weiterlernen wollen.
        """,
        """
        Netz der Schulen|Klassenzimmer erhalten WLAN, Schülerinnen und Schüler lernen \
        auf der Lernplattform.
        """,
        """
        Praktikum finden|Schülerinnen und Schüler suchen ein Praktikum oder einen \
        Ausbildungsplatz im Betrieb.
        """,
        """
        Labor der Hochschule|Die Hochschule forscht mit Studierenden im Labor, die \
        Universität stellt Wissen bereit.
        """,
        """
        Lehrkräfte bilden sich|Fortbildung für Lehrkräfte zum Unterricht mit der \
        Lernplattform an Gymnasien.
        """,
        """
        Programmieren lernen|In der Werkstatt lernen Kinder der Grundschule das \
        Programmieren mit Calliope.
        """,
        """
        Gründer beraten|Das Gründerzentrum hilft Start-ups aus der Hochschule, \
        Studierende gründen leichter.
        """,
        """
        Ganztag planen|Schulen planen den Ganztag und das Mittagessen der Schülerinnen \
        und Schüler gemeinsam.
        """,
        """
        Ausbildung werben|Die Berufsschule zeigt Schülerinnen und Schülern Berufe, \
        Auszubildende erzählen davon.
        """,
      ]
    ),
  ]

  private static func portfolio() -> Portfolio {
    let themes = [
      Theme(
        id: "kultur", name: "Kultur und Freizeit", keywords: ["Museum", "Theater", "Bibliothek"]),
      Theme(id: "verkehr", name: "Mobilität und Umwelt", keywords: ["Verkehr", "Nahverkehr"]),
      Theme(id: "bildung", name: "Bildung und Forschung", keywords: ["Schule", "Hochschule"]),
    ]
    let guidelines = [
      Guideline(
        id: "lernen", name: "Besser lernen", kind: .goal, keywords: ["Schule", "Unterricht"]),
      Guideline(
        id: "fahren", name: "Besser fahren", kind: .goal, keywords: ["Verkehr", "Fahrrad"]),
    ]
    var projects: [Project] = []
    for (theme, texts) in descriptions {
      for (number, text) in texts.enumerated() {
        let parts = text.split(separator: "|").map(String.init)
        var project = Project(
          id: "\(theme)-\(number)", title: parts[0], summary: parts[1], department: "amt",
          themes: [theme], status: .running)
        if theme == "bildung" {
          project.alignments = [Alignment(guideline: "lernen", role: .primary)]
        } else if theme == "verkehr" {
          project.alignments = [Alignment(guideline: "fahren", role: .primary)]
        }
        projects.append(project)
      }
    }
    return Portfolio(
      strategy: Strategy(id: "stadt", name: "Stadt", guidelines: guidelines, themes: themes),
      departments: [Department(id: "amt", name: "Amt")], projects: projects)
  }

  private func findings(
    _ rule: String, _ change: (inout Portfolio) -> Void = { _ in }
  ) -> [Finding] {
    var portfolio = Self.portfolio()
    change(&portfolio)
    return Check(select: [rule]).run(Snapshot(portfolio, asOf: Sample.today)).findings
  }

  @Test(
    "where every entry fits its text, nothing is flagged",
    arguments: ["gap/theme-mismatch", "gap/alignment-suggested", "gap/alignment-unsupported"])
  func silent(rule: String) { #expect(findings(rule).isEmpty) }

  @Test("a project under the wrong theme is found, with the words that say so")
  func mismatch() throws {
    let found = findings("gap/theme-mismatch") { $0["kultur-0"].themes = ["verkehr"] }
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(finding.subjects == [Subject(.project, "kultur-0"), Subject(.theme, "verkehr")])
    #expect(finding.score > 0.9)
    #expect(finding.message.german.contains("spricht aber für „Kultur und Freizeit“: "))
    #expect(finding.message.german.contains("„Die Ausstellung ist im Netz zu sehen"))
    #expect(finding.action.english.contains("`dach update kultur-0 --theme kultur`"))
    expectSum(finding)
  }

  @Test("who stands under several themes is flagged only where none fits")
  func severalThemes() {
    #expect(
      findings("gap/theme-mismatch") { $0["kultur-0"].themes = ["verkehr", "kultur"] }.isEmpty)
    #expect(
      findings("gap/theme-mismatch") { $0["kultur-0"].themes = ["verkehr", "bildung"] }.count == 1)
  }

  @Test("a guideline that the text clearly serves is suggested")
  func suggestion() throws {
    let found = findings("gap/alignment-suggested") {
      $0["verkehr-3"].alignments = [Alignment(guideline: "lernen", role: .secondary)]
    }
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(finding.subjects == [Subject(.project, "verkehr-3"), Subject(.guideline, "fahren")])
    #expect(finding.action.german.contains("--guideline fahren --role secondary"))
    expectSum(finding)
  }

  @Test("an alignment of which the text shows nothing is found, unless it is explained")
  func unsupported() throws {
    let wrong = Alignment(guideline: "fahren", role: .secondary, line: 9)
    let found = findings("gap/alignment-unsupported") { $0["bildung-0"].alignments.append(wrong) }
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(finding.subjects == [Subject(.project, "bildung-0"), Subject(.guideline, "fahren")])
    expectSum(finding)
    for state in [ReviewState.declared, .reviewed] {
      var excused = wrong
      excused.review = state
      if state == .declared { excused.rationale = "Der Schulweg wird sicherer." }
      #expect(
        findings("gap/alignment-unsupported") {
          $0["bildung-0"].alignments.append(excused)
        }.isEmpty)
    }
  }

  @Test("nothing is held against a guideline or theme whose own words are unknown")
  func unknownWords() {
    func rename(_ portfolio: inout Portfolio) {
      portfolio.changeGuideline("fahren") { ($0.name, $0.keywords) = ("Xyzzy", []) }
      portfolio.changeTheme("verkehr") { ($0.name, $0.keywords) = ("Xyzzy", []) }
    }
    #expect(
      findings("gap/alignment-unsupported") {
        rename(&$0)
        $0["bildung-0"].alignments.append(Alignment(guideline: "fahren", role: .secondary))
      }.isEmpty)
    #expect(
      findings("gap/theme-mismatch") {
        rename(&$0)
        $0["kultur-0"].themes = ["verkehr"]
      }.isEmpty)
  }

  @Test("waived, ended, hardly described projects and small registries are left alone")
  func exceptions() {
    let rule = "gap/theme-mismatch"
    func mistake(_ portfolio: inout Portfolio) { portfolio["kultur-0"].themes = ["verkehr"] }
    #expect(findings(rule, mistake).count == 1)
    #expect(
      findings(rule) {
        mistake(&$0)
        $0.waivers = [
          Waiver(
            rule: rule, subjects: ["kultur-0", "verkehr"], reason: "Anreise",
            approver: "wirtschaft")
        ]
      }.isEmpty)
    #expect(
      findings(rule) {
        mistake(&$0)
        $0["kultur-0"].status = .completed
      }.isEmpty)
    #expect(
      findings(rule) {
        mistake(&$0)
        $0["kultur-0"].summary = "Die Ausstellung im Netz."
      }.isEmpty)
    #expect(
      findings(rule) {
        mistake(&$0)
        $0.projects = Array($0.projects.prefix(19))
      }.isEmpty)
  }

  @Test("the order of the projects does not matter")
  func order() {
    func mistake(_ portfolio: inout Portfolio) { portfolio["kultur-0"].themes = ["verkehr"] }
    let one = findings("gap/theme-mismatch", mistake)
    let other = findings("gap/theme-mismatch") {
      mistake(&$0)
      $0.projects.reverse()
    }
    #expect(one.map(\.fingerprint) == other.map(\.fingerprint))
    for (left, right) in zip(one, other) { #expect(abs(left.score - right.score) < 1e-3) }
  }

  @Test("advice on an idea names what it serves, what is there, and whom to talk to")
  func advice() throws {
    var portfolio = Self.portfolio()
    portfolio.departments[0].contact = "amt@example.org"
    let advice = AlignmentAdvice(
      text: "Leihräder an jeder Haltestelle: Fahrräder am Radweg leihen und abstellen.",
      in: portfolio, asOf: Sample.today, limit: 2)
    #expect(advice.themes.map(\.id).first == "verkehr")
    #expect(advice.guidelines.map(\.id).first == "fahren")
    #expect(advice.similar.first?.id == "verkehr-3")
    #expect(advice.contacts.map(\.mailboxes) == [["amt@example.org"]])
    let explanation = try #require(advice.themes.first).explanation
    #expect(explanation.terms.contains("Fahrräder") || explanation.terms.contains("Leihräder"))
    #expect(explanation.sentence?.hasPrefix("Leihräder an jeder Haltestelle") == true)
  }

  /// The evidence adds up to the score's log-odds.
  @Test("what deals with the same subjects in other words is there already, too")
  func subjects() {
    let projects = [
      Project(
        id: "netz", title: "WLAN in den Schulen", summary: "Bis Ende 2026 soll alles fertig sein."),
      Project(
        id: "akten", title: "Alte Akten", summary: "Urkunden aus acht Jahrhunderten im Lesesaal."),
    ]
    let advice = AlignmentAdvice(
      text: "Funknetz für den Unterricht", in: Portfolio(projects: projects),
      asOf: Sample.today, limit: 2)
    #expect(advice.similar.map(\.id) == ["netz"])
    #expect(advice.similar.allSatisfy { $0.similarity < 0.1 })
  }

  private func expectSum(_ finding: Finding) {
    let sum = finding.evidence.reduce(0) { $0 + $1.weight }
    #expect(abs(1 / (1 + exp(-sum)) - finding.score) < 1e-6)
  }
}
