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

  @Test("a planned start that passed more than three months ago, to the day")
  func overdueStart() {
    let found = { (start: String, status: ProjectStatus?) in
      findings("gap/project-overdue") {
        $0["wald"].period = Period(start: Sample.date(start))
        $0["wald"].status = status
      }
    }
    #expect(found("2026-08-21", .planned).map { $0.subjects.map(\.id) } == [["wald"]])
    #expect(found("2026-08-22", .planned) == [])
    #expect(found("2026-07", .planned).count == 1)
    #expect(found("2026-08", .planned) == [])
    #expect(found("2025", .idea).count == 1)
    #expect(found("2026", .idea) == [])
    for status in [ProjectStatus.running, .completed, .discontinued, nil] {
      #expect(found("2020", status) == [])
    }
    let planned = found("2025", .planned)
    #expect(planned[0].message.german.contains("erst geplant, der eingetragene Beginn (2025)"))
    #expect(planned[0].action.german.contains("`dach update wald --status running`"))
  }

  @Test("a planned project past its end makes one finding, about the end")
  func overdueOnce() {
    let found = findings("gap/project-overdue") {
      $0["wald"].period = Period(start: Sample.date("2019"), end: Sample.date("2020"))
      $0["wald"].status = .planned
    }
    #expect(found.count == 1)
    #expect(found[0].message.german.contains("das eingetragene Ende (2020)"))
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
      var confirmed = Sample.project("fertig", of: "umwelt")
      confirmed.status = .completed
      $0.projects.append(confirmed)
    }
    #expect(
      found.map { $0.subjects } == [
        [Subject(.department, "it")], [Subject(.department, "kultur")],
        [Subject(.department, "ohne-dienststelle")],
      ])
    #expect(
      found[0].message.german.contains("zu 2 Projekten: „Projekt akte“ und „Projekt konto“"))
    #expect(
      found[1].message.german
        == "Kulturreferat: Noch nie bestätigt sind die Angaben zu einem Projekt: „Projekt museum“.")
    #expect(found[0].action.german.contains("`dach confirm --department it`"))
    #expect(found[1].action.german.contains("`dach confirm museum`"))
  }

  @Test("where nothing was ever confirmed, one finding says so for all departments")
  func nothingConfirmed() {
    let clear = { (portfolio: inout Portfolio) in
      for index in portfolio.projects.indices { portfolio.projects[index].confirmed = nil }
      portfolio["akte"].status = .completed
    }
    let found = findings("gap/project-stale", after: clear)
    #expect(found.map { $0.subjects } == [[Subject(.strategy, "stadt")]])
    #expect(found[0].departments == ["kultur", "it", "umwelt"])
    #expect(found[0].message.german.hasSuffix("offen sind 3 aktive Projekte."))

    let waive = { (subjects: [String]) in
      Waiver(rule: "gap/project-stale", subjects: subjects, reason: "…", approver: "it")
    }
    let rest = findings("gap/project-stale", waivers: [waive(["kultur"]), waive(["it"])]) {
      clear(&$0)
    }
    #expect(rest.map(\.departments) == [["umwelt"]])
    #expect(rest[0].message.german.hasSuffix("offen ist ein aktives Projekt."))
    #expect(flagged("gap/project-stale", waivers: [waive(["stadt"])], after: clear) == [])
    #expect(flagged("gap/waiver-unused", waivers: [waive(["kultur"])], after: clear) == [])
    #expect(
      flagged("gap/waiver-unused", waivers: [waive(["stift"])], after: clear)
        == [["gap/project-stale:stift"]])
  }

  @Test("essential fields that are missing are named in the order in which they matter")
  func incomplete() {
    let found = findings("gap/project-incomplete") {
      $0["wald"].status = nil
      $0["wald"].department = nil
      $0["wald"].contact = nil
    }
    #expect(found.map { $0.subjects.map(\.id) } == [["wald"]])
    #expect(
      found[0].message.german.hasPrefix(
        "Zu „Projekt wald“ sind Dienststelle und Stand noch nicht eingetragen. Der Eintrag ist zu ")
    )
    #expect(found[0].action.german.contains("`dach update wald --department … --status …`"))
  }

  @Test("a single missing field has its article")
  func incompleteArticle() {
    let changes: [(String, (inout Project) -> Void)] = [
      ("ist noch keine Dienststelle eingetragen", { $0.department = nil }),
      ("ist noch keine Kurzbeschreibung eingetragen", { $0.summary = nil }),
      ("ist noch kein Stand eingetragen", { $0.status = nil }),
      ("ist noch kein Themenkomplex eingetragen", { $0.themes = [] }),
    ]
    for (sentence, change) in changes {
      let found = findings("gap/project-incomplete") { change(&$0["wald"]) }
      #expect(found.count == 1 && found[0].message.german.contains(sentence))
    }
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
