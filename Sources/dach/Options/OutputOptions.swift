public import ArgumentParser
import Portfolio
public import Reports

extension ReportFormat: ExpressibleByArgument {}

/// The language of what a command prints.
struct LanguageOption: ParsableArguments {
  @Option(
    name: .customLong("lang"),
    help: help(
      de: "Sprache der Ausgabe: de oder en. Ohne Angabe die der Umgebung, sonst Deutsch.",
      en: "Language of the output: de or en. By default the locale's, else German."))
  var language: Language = .ofProcess
}

/// Form and language of what a reading command prints.
struct OutputOptions: ParsableArguments {
  @Option(help: help(de: "Ausgabeform: text oder json.", en: "Form of the output: text or json."))
  var format: ReportFormat = .text

  @OptionGroup var languageOption: LanguageOption

  var language: Language { languageOption.language }
}
