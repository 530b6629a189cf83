import Findings
import Foundation
import Portfolio
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("The rules' catalog")
struct RuleCatalogTests {
  @Test("every rule is documented in both languages")
  func documentation() {
    for rule in Rules.all {
      let page = rule.documentation
      let texts = [page.title, page.flags, page.reason, page.remedy, page.example]
      for text in texts {
        #expect(!text.german.isEmpty && !text.english.isEmpty, "\(page.name)")
        #expect(text.german != text.english, "\(page.name)")
      }
      for sentence in texts.dropFirst() {
        #expect(sentence.german.hasSuffix("."), "\(page.name): \(sentence.german)")
        #expect(sentence.english.hasSuffix("."), "\(page.name): \(sentence.english)")
      }
      #expect(
        page.flags.german.contains("schweigt") && page.flags.english.contains("silent"),
        "\(page.name) does not say when it keeps silent")
      #expect(page.name.hasPrefix(page.category.rawValue + "/"), "\(page.name)")
    }
  }

  /// The program's commands that texts may name, with the options that they may show.
  static let commands: [String: Set<String>] = [
    "align": [], "check": [], "coverage": [], "import": [], "network": ["--department", "--pairs"],
    "show": [],
    "list": ["--department", "--theme", "--guideline", "--strategy", "--status"],
    "link": ["--kind", "--note", "--confirm", "--decline", "--reason", "--remove"],
    "confirm": ["--department"],
    "update": [
      "--audience", "--amount", "--technology", "--status", "--end", "--start", "--department",
      "--office", "--strategy", "--summary",
      "--contact", "--theme", "--guideline", "--role", "--rationale", "--remove-guideline",
      "--label",
      "--page", "--visibility",
    ],
    "decide": ["--reason", "--by", "--into", "--parent-title"],
    "waive": ["--reason", "--approver", "--expires", "--remove"],
  ]

  @Test("texts name only commands and options that there are")
  func commands() {
    let texts = Rules.all.flatMap { rule in
      let page = rule.documentation
      return [page.flags, page.reason, page.remedy, page.example]
    }
    var named: Set<String> = []
    for text in texts.flatMap({ [$0.german, $0.english] }) {
      named.formUnion(expectCommands(in: text))
    }
    #expect(named.isSuperset(of: ["link", "confirm", "update", "decide", "waive"]))
  }

  @Test("a remedy is one to three sentences that address the reader", arguments: Rules.all.indices)
  func remedies(index: Int) {
    let remedy = Rules.all[index].documentation.remedy
    let sentences = remedy.german.split(separator: ". ").count
    #expect((1...3).contains(sentences), "\(remedy.german)")
    #expect(remedy.german.contains(" Sie "), "\(remedy.german)")
  }

  @Test("no two rules have the same name")
  func names() {
    let names = Rules.all.map { $0.documentation.name }
    #expect(Set(names).count == names.count)
  }

  @Test("what a rule derives from exists")
  func derivation() {
    for rule in Rules.all {
      for parent in rule.derivesFrom { #expect(Rules.named(parent) != nil, "\(parent)") }
    }
  }

  @Test("every rule has a file named like it, and every file in the rules' folders is a rule")
  func files() {
    let root = Repository.root.path
    var found: Set<String> = []
    for category in RuleCategory.allCases {
      let folder = category.rawValue.prefix(1).uppercased() + category.rawValue.dropFirst()
      for file in listing(of: "\(root)/Sources/Findings/Rules/\(folder)")
      where file.hasSuffix(".swift") {
        found.insert("\(category.rawValue)/\(kebabCase(String(file.dropLast(6))))")
      }
    }
    #expect(found == Set(Rules.all.map { $0.documentation.name }))
  }

  @Test("a pattern names a rule, a category, or a rule without its category")
  func patterns() {
    let names = { (pattern: String) in Rules.matching(pattern).map { $0.documentation.name } }
    #expect(names("gap/theme-empty") == ["gap/theme-empty"])
    #expect(names("theme-empty") == ["gap/theme-empty"])
    #expect(names("network").allSatisfy { $0.hasPrefix("network/") })
    #expect(names("network").count >= 9)
    #expect(names("theme").isEmpty)
  }

  @Test("the Markdown of all rules has a heading for each", arguments: Language.allCases)
  func markdown(language: Language) {
    let text = Rules.markdown(language)
    for rule in Rules.all {
      let page = rule.documentation
      #expect(text.contains("\n## `\(page.name)`: \(page.title[language])\n"))
      #expect(text.contains(page.example[language]))
    }
  }

  private func listing(of folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names
  }

  /// `ThemeEmpty` gives `theme-empty`.
  private func kebabCase(_ name: String) -> String {
    var words = ""
    for character in name {
      if character.isUppercase && !words.isEmpty { words.append("-") }
      words += character.lowercased()
    }
    return words
  }
}

/// Expects that each quoted command of the program exists with its options.
///
/// - Returns: the names of the commands that are there.
@discardableResult
func expectCommands(in text: String) -> Set<String> {
  var names: Set<String> = []
  for quoted in text.split(separator: "`") where quoted.hasPrefix("dach ") {
    let words = quoted.split(separator: " ").map(String.init)
    guard words.count > 1, let options = RuleCatalogTests.commands[words[1]] else {
      Issue.record("no such command: \(quoted)")
      continue
    }
    names.insert(words[1])
    for word in words where word.hasPrefix("--") {
      #expect(options.contains(word), "\(quoted)")
    }
  }
  return names
}
