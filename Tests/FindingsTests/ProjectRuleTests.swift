import Findings
import Portfolio
import Testing

@Suite("Gaps in projects")
struct ProjectRuleTests {
  @Test("a project without a guideline, unless it is over")
  func unaligned() {
    #expect(flagged("gap/project-unaligned") { $0["wald"].alignments = [] } == [["wald"]])
    #expect(
      flagged("gap/project-unaligned") {
        $0["wald"].alignments = []
        $0["wald"].status = .completed
      } == [])
    #expect(
      flagged("gap/project-unaligned") {
        $0["wald"].alignments = []
        $0.strategy?.guidelines = []
      } == [])
  }

  @Test("a revised guideline reopens exactly the alignments made before")
  func outdated() {
    let found = findings("gap/alignment-outdated") {
      $0.changeGuideline("innovativ") { $0.revision = 2 }
      for id in ["museum", "akte", "konto"] { $0[id].alignments[0].revision = 2 }
    }
    #expect(found.map { $0.subjects.map(\.id) } == [["wald", "innovativ"]])
    #expect(found[0].location == SourceLocation(file: "projects/wald.yaml", line: 12))
  }

  @Test("a finished project's alignment stays as it was")
  func outdatedSilent() {
    #expect(
      flagged("gap/alignment-outdated") {
        $0.changeGuideline("innovativ") { $0.revision = 2 }
        for index in $0.projects.indices { $0.projects[index].status = .completed }
      } == [])
  }

  @Test("a project past its end; the last day of the year still counts as running")
  func overdue() {
    let subjects = { (end: String, status: ProjectStatus?) in
      flagged("gap/project-overdue") {
        $0["wald"].period = Period(end: Sample.date(end))
        $0["wald"].status = status
      }
    }
    #expect(subjects("2026-11-21", .running) == [["wald"]])
    #expect(subjects("2025", .planned) == [["wald"]])
    #expect(subjects("2026-11-22", .running) == [])
    #expect(subjects("2026", .running) == [])
    #expect(subjects("2025", .completed) == [])
    #expect(subjects("2025", .idea) == [])
    #expect(subjects("2025", nil) == [])
  }

  @Test("a confirmation older than the limit, to the day")
  func stale() {
    let subjects = { (confirmed: String) in
      flagged("gap/project-stale") { $0["wald"].confirmed = Sample.date(confirmed) }
    }
    #expect(subjects("2025-11-21") == [["wald"]])
    #expect(subjects("2025-11-22") == [])
    #expect(subjects("2025") == [])
  }

  @Test("projects never confirmed make one finding for each department")
  func neverConfirmed() {
    let found = findings("gap/project-stale") {
      for index in $0.projects.indices { $0.projects[index].confirmed = nil }
      $0["wald"].department = nil
    }
    #expect(
      found.map { $0.subjects } == [
        [Subject(.department, "it")], [Subject(.department, "kultur")],
        [Subject(.department, "ohne-dienststelle")],
      ])
    #expect(
      found[0].message.german.contains("zu 2 Projekten: „Projekt akte“ und „Projekt konto“"))
    #expect(found[1].message.german.contains("zu einem Projekt: „Projekt museum“"))
  }

  @Test("essential fields that are missing are named in the order in which they matter")
  func incomplete() {
    let found = findings("gap/project-incomplete") {
      $0["wald"].status = nil
      $0["wald"].department = nil
      $0["wald"].contact = nil
    }
    #expect(found.map { $0.subjects.map(\.id) } == [["wald"]])
    #expect(found[0].message.german.contains("fehlen: Dienststelle und Stand."))
  }

  @Test("less essential fields and finished projects are not nagged about")
  func incompleteSilent() {
    #expect(
      flagged("gap/project-incomplete") {
        $0["wald"].status = .completed
        $0["wald"].summary = nil
      } == [])
  }
}
