import ArgumentParser
import Findings
import Portfolio
import Reports

/// `dach explain RULE`: what a rule flags, why, and how a finding is closed.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: text(
      de: "Erklärt eine Regel: was sie meldet, warum, und was zu tun ist.",
      en: "Explains a rule: what it flags, why, and what to do."),
    discussion: text(
      de: "Beispiel: dach explain gap/guideline-uncovered",
      en: "Example: dach explain gap/guideline-uncovered"))

  @Argument(
    help: help(
      de: "Name der Regel, wie ihn die Befunde nennen.", en: "The rule's name, as findings give it."
    ),
    completion: .list(Rules.names))
  var rule: String

  @OptionGroup var output: OutputOptions

  func run() throws {
    let documentation = try Rules.documentation(named: rule)
    switch output.format {
    case .text:
      let style = TerminalStyle.forStandardOutput()
      print(RuleText(style: style, language: output.language).page(documentation))
    case .json:
      print(try RuleReportJSON.page(documentation, language: output.language))
    }
  }
}
