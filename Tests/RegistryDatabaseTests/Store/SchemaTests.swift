import Portfolio
import Testing

@testable import RegistryDatabase

@Suite struct SchemaTests {
  @Test(
    "the database itself refuses what the registry does not allow",
    arguments: [
      "UPDATE project SET id = 'Großes Projekt' WHERE id = 'onleihe'",
      "UPDATE project SET id = 'a--b' WHERE id = 'onleihe'",
      "UPDATE project SET title = '' WHERE id = 'onleihe'",
      "UPDATE project SET status = 'fertig' WHERE id = 'onleihe'",
      "UPDATE project SET period_start = '2023-02-29' WHERE id = 'onleihe'",
      "UPDATE project SET period_start = '2024-13' WHERE id = 'onleihe'",
      "UPDATE project SET period_start = '2024-03', period_end = '2023' WHERE id = 'onleihe'",
      "UPDATE project SET budget_amount = -1, budget_currency = 'EUR' WHERE id = 'onleihe'",
      "UPDATE project SET budget_amount = 1 WHERE id = 'onleihe'",
      "UPDATE project SET contact = 'niemand' WHERE id = 'onleihe'",
      "UPDATE project SET page = 'javascript:alert(1)', visibility = 'public'",
      "UPDATE project SET notes = ARRAY['a', NULL] WHERE id = 'onleihe'",
      "UPDATE project SET department = 'unbekannt' WHERE id = 'onleihe'",
      "UPDATE project SET office = 'unbekannt' WHERE id = 'onleihe'",
      "UPDATE project_alignment SET guideline = 'unbekannt' WHERE project = 'onleihe'",
      "INSERT INTO project_link (project, target, kind, position) VALUES ('onleihe', 'onleihe', 'partOf', 1)",
      "INSERT INTO strategy SELECT 'zweite', name, summary, vision, lead, open_questions, 1, 1, 1, 1 FROM strategy",
      "DELETE FROM guideline WHERE id = 'buergernah'",
      "DELETE FROM department WHERE id = 'kultur'",
    ])
  func refuses(_ sql: String) async throws {
    try await withRegistry { temporary in
      try await temporary.database.run { session in
        try session.bring(SmallRegistry.portfolio)
        #expect {
          _ = try session.execute(sql)
        } throws: { error in
          guard case .constraint? = (error as? DatabaseError)?.kind else { return false }
          return true
        }
        let stored = try session.registry()
        #expect(stored == SmallRegistry.portfolio)
      }
    }
  }

  @Test("a partial date stands for the same days in SQL as in the program")
  func partialDates() async throws {
    let texts = ["1000", "2021", "2021-03", "2024-02", "2023-02", "2024-02-29", "9999-12-31"]
    try await withRegistry { temporary in
      try await temporary.database.run { session in
        for text in texts {
          let date = try #require(PartialDate(text))
          let days = try session.rows(
            "SELECT first_day($1::partial_date), last_day($1::partial_date)", [.text(text)]
          ) { [try $0.decode(0, as: CalendarDay.self), try $0.decode(1, as: CalendarDay.self)] }
          #expect(days == [[date.firstDay, date.lastDay]], "\(text)")
        }
      }
    }
  }

  @Test("German search finds other forms of a word, with and without umlauts")
  func search() async throws {
    var portfolio = SmallRegistry.portfolio
    portfolio.projects[0].summary = "Bücher für alle Bürgerinnen und Bürger in den Straßen"
    try await withRegistry { [portfolio] temporary in
      try await temporary.database.run { session in
        try session.bring(portfolio)
        for words in ["buch", "Bücher", "burger", "strasse", "Onleihe"] {
          let found = try session.rows(
            "SELECT id FROM project WHERE search @@ plainto_tsquery('dach_german', $1)",
            [.text(words)]
          ) { try $0.decode(0, as: String.self) }
          #expect(found == ["onleihe"], "\(words)")
        }
      }
    }
  }

  @Test("the coverage view counts the projects that it lists")
  func coverage() async throws {
    var portfolio = SmallRegistry.portfolio
    portfolio.projects.append(SmallRegistry.project("zoo", "Zoo", "kultur"))
    portfolio.projects[2].alignments[0].review = .reviewed
    portfolio.projects.append(SmallRegistry.project("alt", "Alt", "kultur"))
    portfolio.projects[3].status = .discontinued
    try await withRegistry { [portfolio] temporary in
      try await temporary.database.run { session in
        try session.bring(portfolio)
        let rows = try session.rows(
          """
          SELECT concat_ws(' ', guideline, department, declared, reviewed, projects)
          FROM coverage ORDER BY 1
          """
        ) { try $0.decode(0, as: String.self) }
        #expect(
          rows == ["buergernah kultur 2 1 {onleihe,zoo}", "buergernah schule 1 0 {schul-wlan}"])
      }
    }
  }
}
