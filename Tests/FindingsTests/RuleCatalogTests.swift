import Findings
import Portfolio
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
    let root = String(#filePath.prefix(upTo: #filePath.range(of: "/Tests/")))
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

extension String {
  /// The place where `text` first begins.
  fileprivate func range(of text: String) -> String.Index {
    indices.first { self[$0...].hasPrefix(text) } ?? endIndex
  }
}
