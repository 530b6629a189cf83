import ArgumentParser
import Findings
import Portfolio
import Reports

/// `dach rules`: all rules at a glance.
struct RulesCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, markdown
  }

  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: text(de: "Listet alle Regeln auf.", en: "Lists all rules."),
    discussion: text(
      de: "Mit --format markdown entsteht das Regelverzeichnis docs/rules.md.",
      en: "With --format markdown it writes the rules' manual docs/rules.md."))

  @Option(help: help(de: "Ausgabeform.", en: "Form of the output."))
  var format: Format = .text

  @OptionGroup var output: LanguageOption

  func run() throws {
    let rules = Rules.all.map { $0.documentation }
    switch format {
    case .text:
      let style = TerminalStyle.forStandardOutput()
      print(RuleText(style: style, language: output.language).list(rules))
    case .json:
      print(try RuleReportJSON.list(rules, language: output.language))
    case .markdown:
      print(Rules.markdown(output.language), terminator: "")
    }
  }
}
