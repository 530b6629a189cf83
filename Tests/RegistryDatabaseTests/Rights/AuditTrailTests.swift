import Portfolio
import Testing

@testable import RegistryDatabase

@Suite("The audit trail")
struct AuditTrailTests {
  @Test("holds decisions, waivers, mergers, labels, commands and logins, with who did it")
  func events() async throws {
    try await RightsSample.with { sample in
      let before = try await sample.run { try $0.trail().count }
      try await sample.run(as: .steward) { session in
        var portfolio = try session.registry()
        portfolio.verdicts[1].reason = "anders"
        portfolio.waivers.removeLast()
        portfolio.projects[0].visibility = Visibility(
          level: .public, label: .granted, page: "https://example.org")
        portfolio.projects.removeAll { $0.id == "offenlage" }
        portfolio.mergedProjects.append(
          Project(
            id: "offenlage", title: "Offenlage", department: "schule",
            merged: Merger(into: "schul-wlan", by: "schule"),
            location: SourceLocation(file: "projects/schule/offenlage.yaml", line: 1)))
        try session.bring(portfolio, prune: true)
      }
      let events = try await sample.run(as: .steward) { try $0.trail() }.dropFirst(before)
      let steward = sample.name(.steward)
      #expect(
        Set(events.map { "\($0.role) \($0.kind) \($0.operation) \($0.subjects)" }) == [
          #"\#(steward) verdict changed ["onleihe", "schul-wlan"]"#,
          #"\#(steward) waiver removed ["gap/guideline-uncovered", "offen"]"#,
          #"\#(steward) label changed ["onleihe"]"#,
          #"\#(steward) merger added ["offenlage", "schul-wlan"]"#,
          #"\#(steward) import added ["import", "test"]"#,
        ])
      let verdict = try #require(events.first { $0.kind == "verdict" })
      #expect(verdict.old?.contains(#""reason": null"#) == true)
      #expect(verdict.new?.contains(#""reason": "anders""#) == true)
      let all = try await sample.run(as: .owner) { try $0.trail() }
      #expect(all.count { $0.kind == "account" && $0.operation == "added" } == 5)
    }
  }

  @Test("takes nothing in but by its triggers, and gives nothing away but to an owner")
  func appendOnly() async throws {
    let tampering = [
      "INSERT INTO audit_event (kind, operation, subjects, new) VALUES ('label', 'added', '{x}', '{}')",
      "UPDATE audit_event SET role = 'x'", "DELETE FROM audit_event", "TRUNCATE audit_event",
      "UPDATE row_history SET content = '{}'", "DELETE FROM row_history",
      "INSERT INTO change (at, role) VALUES ('2000-01-01', 'x')", "UPDATE change SET role = 'x'",
      "DELETE FROM change", "TRUNCATE change", "DELETE FROM record_rename",
      "UPDATE import_run SET role = 'x'", "DELETE FROM import_run",
      "INSERT INTO import_run (role, command, source, complete, counts) VALUES ('x', 'x', 'x', true, '{}')",
      "ALTER TABLE verdict DISABLE TRIGGER audit", "DROP TRIGGER audit ON verdict",
      "INSERT INTO project (id, title, department, valid_from) VALUES ('x', 'X', 'kultur', '2000-01-01')",
      "SET session_replication_role = replica",
    ]
    try await RightsSample.with { sample in
      for login in RightsSample.Login.allCases where login != .owner {
        let refused = try await sample.run(as: login) { session in
          try tampering.filter { sql in
            do {
              try session.execute(sql)
              return false
            } catch let error as DatabaseError where error.kind == .permission {
              return true
            }
          }
        }
        #expect(refused == tampering, "\(login)")
      }
      let removed = try await sample.run(as: .owner) { session in
        try session.execute("DELETE FROM audit_event WHERE kind = 'label'")
      }
      #expect(removed > 0)
    }
  }

  @Test("is joined by a log of changes whose author and time no session can forge")
  func forgery() async throws {
    let forged = "SELECT set_config('dach.change', '2001-01-01 00:00:00+00', false)"
    try await RightsSample.with { sample in
      for login in [RightsSample.Login.kultur, .steward] {
        let name = sample.name(login)
        let refused = await expectThrows(DatabaseError.self) {
          try await sample.run(as: login) { session in
            try session.execute(forged)
            try session.execute(
              "INSERT INTO project (id, title, department) VALUES ('neu', 'Neu', 'kultur')")
          }
        }
        #expect(refused?.kind == .permission, "\(login)")
        try await sample.run(as: login) { session in
          try session.execute(forged)
          try session.execute("UPDATE project SET title = 'Anders' WHERE id = 'onleihe'")
          // As late as possible: when the row has been found, and before its triggers run.
          try session.execute(
            """
            DELETE FROM project_source
            WHERE project = 'onleihe'
              AND set_config('dach.change', '2001-01-01 00:00:00+00', true) <> ''
            """)
        }
        let authors = try await sample.run { session in
          try session.rows(
            """
            SELECT coalesce(change.role, 'nobody') FROM (
              SELECT valid_from AS at FROM project WHERE id = 'onleihe'
              UNION ALL
              (SELECT valid_to FROM row_history WHERE record = 'onleihe' ORDER BY id DESC LIMIT 2)
            ) AS row LEFT JOIN change USING (at)
            """
          ) { try $0.decode(0, as: String.self) }
        }
        #expect(authors == [name, name, name])
        _ = try await sample.run { session in
          try session.execute(
            """
            INSERT INTO project_source (project, position, url)
            VALUES ('onleihe', 1, 'https://example.org')
            """)
        }
      }
      for login in [RightsSample.Login.planner, .stranger] {
        let refused = await expectThrows(DatabaseError.self) {
          try await sample.run(as: login) { try $0.execute("SELECT change_time()") }
        }
        #expect(refused?.kind == .permission, "\(login)")
      }
    }
  }

  @Test("names for whom the web server acts, and its own login can do nothing")
  func webServer() async throws {
    try await RightsSample.with { sample in
      let (steward, owner) = (sample.name(.steward), sample.name(.owner))
      try await sample.run { session in
        try session.execute("SET SESSION AUTHORIZATION dach_web")
        let alone = expectThrows(DatabaseError.self) {
          try session.execute("SELECT FROM project")
        }
        #expect(alone?.kind == .permission)
        let asOwner = expectThrows(DatabaseError.self) { try session.execute("SET ROLE \(owner)") }
        #expect(asOwner?.kind == .permission)
        try session.execute("SET ROLE \(steward)")
        try session.execute("DELETE FROM verdict WHERE first_project = 'offenlage'")
        try session.execute("RESET ROLE")
        try session.execute("RESET SESSION AUTHORIZATION")
        let event = try #require(try session.trail().last)
        #expect(event.role == steward)
        #expect(event.kind == "verdict")
        let role = try session.value(
          "SELECT role FROM change ORDER BY at DESC LIMIT 1", as: String.self)
        #expect(role == steward)
      }
    }
  }
}

extension Session {
  fileprivate func trail() throws -> [AuditEvent] {
    var events: [AuditEvent] = []
    try AuditTrail(self).read(since: nil, kind: nil) { events.append($0) }
    return events
  }
}
