internal import Findings
internal import Portfolio

/// The words around the network of departments, the same in every format.
struct NetworkWording {
  let analysis: NetworkAnalysis
  let language: Language

  private var snapshot: Snapshot { analysis.snapshot }

  var title: String {
    guard let theme = analysis.theme else {
      return BilingualText(
        de: "Vernetzung der Dienststellen", en: "How the departments are connected")[language]
    }
    let name = Quotation.of(snapshot.themes[theme].name)
    return BilingualText(
      de: "Vernetzung der Dienststellen im Themenkomplex \(name.german)",
      en: "How the departments are connected in the theme \(name.english)")[language]
  }

  /// How much is linked, and how much of what is expected is there.
  var summary: String {
    let connections = analysis.network.connections
    let linked = connections.filter { !$0.links.isEmpty }
    let expectations = connections.flatMap(\.expectations)
    let sentences = [
      self.linked(linked.count, links: linked.reduce(0) { $0 + $1.links.count }),
      occasions(expectations.count, open: expectations.count { !$0.isMet }),
    ]
    return sentences.map { $0[language] }.joined(separator: " ")
  }

  private func linked(_ pairs: Int, links: Int) -> BilingualText {
    let through = BilingualText(
      de: links == 1 ? "ein Projektpaar" : "\(links) Projektpaare",
      en: links == 1 ? "one pair of projects" : "\(links) pairs of projects")
    return switch pairs {
    case 0:
      BilingualText(
        de: "Noch ist kein Projekt mit dem einer anderen Dienststelle verbunden.",
        en: "No project is linked to another department's yet.")
    case 1:
      BilingualText(
        de: "Zwei Dienststellen sind verbunden, über \(through.german).",
        en: "Two departments are connected, through \(through.english).")
    default:
      BilingualText(
        de: "Verbunden sind \(pairs) Paare von Dienststellen, über zusammen \(through.german).",
        en: "\(pairs) pairs of departments are connected, through \(through.english) in all.")
    }
  }

  private func occasions(_ count: Int, open: Int) -> BilingualText {
    guard count > 0 else {
      return BilingualText(
        de: "Anlässe für weitere Zusammenarbeit nennt die Prüfung nicht.",
        en: "The check names no occasions for further cooperation.")
    }
    return BilingualText(
      de: """
        Anlässe zur Zusammenarbeit: \(count), davon aufgegriffen \(count - open), noch offen \(open).
        """,
      en: """
        Occasions for cooperation: \(count), of these taken up \(count - open), still open \(open).
        """)
  }

  static let missingMark = "!"
  static let nothing = "·"

  /// What stands in a cell of the matrix.
  func cell(_ connection: DepartmentNetwork.Connection?) -> String {
    guard let connection else { return Self.nothing }
    let links = connection.links.isEmpty ? "" : String(connection.links.count)
    let mark = connection.missing.isEmpty ? "" : Self.missingMark
    return links + mark == "" ? Self.nothing : links + mark
  }

  /// What the signs of the matrix mean.
  var legend: [(sign: String, meaning: String)] {
    let meanings = [
      (
        "3",
        BilingualText(
          de: "so viele Paare von Projekten sind verbunden",
          en: "that many pairs of projects are linked")
      ),
      (
        "!",
        BilingualText(
          de: "Zusammenarbeit liegt nahe, aber nichts ist verbunden",
          en: "cooperation suggests itself, but nothing is linked")
      ),
      (
        "3!",
        BilingualText(
          de: "verbunden, aber weitere Anlässe sind offen",
          en: "linked, but further occasions are open")
      ),
      (
        Self.nothing, BilingualText(de: "kein Anlass, keine Verbindung", en: "no occasion, no link")
      ),
    ]
    return meanings.map { ($0.0, $0.1[language]) }
  }

  /// A cell in words.
  func sentence(_ connection: DepartmentNetwork.Connection) -> String {
    let names = [connection.departments.first, connection.departments.second]
      .map { snapshot.departments[$0].name }
    let (links, missing) = (connection.links.count, connection.missing.count)
    return "\(names[0]) – \(names[1]): \(counts(links: links, missing: missing))"
  }

  /// `2 Verbindungen, ein Anlass offen`
  func counts(links: Int, missing: Int) -> String {
    let first =
      switch links {
      case 0: BilingualText(de: "keine Verbindung", en: "no link")
      case 1: BilingualText(de: "eine Verbindung", en: "one link")
      default: BilingualText(de: "\(links) Verbindungen", en: "\(links) links")
      }
    let second =
      switch missing {
      case 0: BilingualText(de: "", en: "")
      case 1: BilingualText(de: ", ein Anlass offen", en: ", one occasion open")
      default: BilingualText(de: ", \(missing) Anlässe offen", en: ", \(missing) occasions open")
      }
    return first[language] + second[language]
  }

  /// A reason for two departments to be in touch, as a sentence.
  func sentence(_ expectation: ContactExpectation) -> String {
    switch expectation.reason {
    case .theme(let theme):
      return self.theme(theme, of: expectation.departments, isMet: expectation.isMet)
    case .service(let service, let project, let provider):
      return self.service(service, project, provider, isMet: expectation.isMet)
    case .partner(let name, _):
      let partner = Quotation.of(name)
      return expectation.isMet
        ? BilingualText(
          de: "Beide arbeiten mit \(partner.german) und stimmen sich ab.",
          en: "Both work with \(partner.english) and coordinate it.")[language]
        : BilingualText(
          de: "Beide arbeiten mit \(partner.german), ohne verbunden zu sein.",
          en: "Both work with \(partner.english) without being linked.")[language]
    case .projects(let pair, let fingerprint):
      return analysis.finding(fingerprint)?.message[language] ?? titles(pair)
    case .verdict(let pair):
      return expectation.isMet
        ? BilingualText(
          de: "\(titles(pair)) arbeiten wie entschieden zusammen.",
          en: "\(titles(pair)) cooperate as decided.")[language]
        : BilingualText(
          de:
            "\(titles(pair)) sollen laut Entscheidung zusammenarbeiten, sind aber nicht verbunden.",
          en: "\(titles(pair)) are to cooperate by a verdict, but are not linked.")[language]
    }
  }

  private func theme(_ theme: Int, of departments: DepartmentPair, isMet: Bool) -> String {
    let name = Quotation.of(snapshot.themes[theme].name)
    let active = snapshot.projectsOfTheme[theme].filter(snapshot.isActive)
    let counts = [departments.first, departments.second].map { department in
      String(active.count { snapshot.department(of: $0) == department })
    }
    let (german, english) = (
      counts.joined(separator: " und "), counts.joined(separator: " and ")
    )
    return isMet
      ? BilingualText(
        de:
          "Im Themenkomplex \(name.german) haben beide Projekte (\(german)) und sind dort verbunden.",
        en: "Both have projects in the theme \(name.english) (\(english)) and are linked there.")[
          language]
      : BilingualText(
        de:
          "Im Themenkomplex \(name.german) haben beide Projekte (\(german)), ohne dass dort zwei verbunden sind.",
        en:
          "Both have projects in the theme \(name.english) (\(english)), no two of which are linked there."
      )[
        language]
  }

  private func service(_ service: Int, _ project: Int, _ provider: Int, isMet: Bool) -> String {
    let (name, user, supplier) = (
      Quotation.of(snapshot.services[service].name), snapshot.title(of: project),
      snapshot.title(of: provider)
    )
    let isOwn = snapshot.projects[project].provides.contains(snapshot.services[service].id)
    if isMet {
      return BilingualText(
        de: "\(user.german) nutzt \(name.german) von \(supplier.german).",
        en: "\(user.english) uses \(name.english) of \(supplier.english).")[language]
    }
    return isOwn
      ? BilingualText(
        de:
          "\(user.german) stellt \(name.german) selbst bereit; das gibt es schon bei \(supplier.german).",
        en:
          "\(user.english) provides \(name.english) itself, which \(supplier.english) has already.")[
          language]
      : BilingualText(
        de: "\(user.german) braucht \(name.german); das gibt es bei \(supplier.german).",
        en: "\(user.english) needs \(name.english), which \(supplier.english) has.")[language]
  }

  private func titles(_ pair: ProjectPair) -> String {
    Enumeration.of([pair.first, pair.second].map { snapshot.title(of: $0) })[language]
  }

  /// Two projects that are linked, with what they say about it.
  func sentence(_ pair: ProjectPair) -> String {
    let links = snapshot.links(between: pair)
    guard !links.isEmpty else {
      return BilingualText(
        de: "\(titles(pair)) arbeiten laut Entscheidung schon zusammen.",
        en: "\(titles(pair)) work together already by a verdict.")[language]
    }
    // What both say alike is said once.
    var seen: Set<LinkKind> = []
    let statements = links.filter { !$0.kind.isSymmetric || seen.insert($0.kind).inserted }.map {
      let (source, target) = (snapshot.title(of: $0.source), snapshot.title(of: $0.target))
      return "\(source[language]) \($0.kind.label[language]) \(target[language])"
    }
    let isOpen = analysis.unconfirmed.contains(pair)
    let rest = BilingualText(de: " (noch nicht bestätigt)", en: " (not confirmed yet)")[language]
    return statements.joined(separator: "; ") + (isOpen ? rest : "") + "."
  }

  /// The department's name, with its function mailbox where one is recorded.
  func addressed(_ department: Int) -> String {
    let record = snapshot.departments[department]
    return record.contact.map { "\(record.name) · \($0)" } ?? record.name
  }
}
