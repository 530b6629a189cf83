public import ArgumentParser
import Foundation
public import Portfolio

extension Language: ExpressibleByArgument {
  /// The language of the environment's locale (POSIX: `LC_ALL`, `LC_MESSAGES`, `LANG`, the first
  /// that is set): English for an English one, German for any other and for none.
  static func ofLocale(_ environment: [String: String]) -> Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }
      .first { !$0.isEmpty }
    return locale?.lowercased().hasPrefix("en") == true ? .english : .german
  }

  /// The language of this process: `--lang` where given, else the locale's. Read from the bare
  /// arguments because help texts and usage errors need it before they are parsed.
  static let ofProcess: Language = {
    let arguments = CommandLine.arguments
    for (index, argument) in arguments.enumerated() {
      if argument == "--lang", index + 1 < arguments.count,
        let language = Language(rawValue: arguments[index + 1])
      {
        return language
      }
      if argument.hasPrefix("--lang="),
        let language = Language(rawValue: String(argument.dropFirst(7)))
      {
        return language
      }
    }
    return ofLocale(ProcessInfo.processInfo.environment)
  }()
}

/// A text of the command line's help, in the language of this process.
func text(de german: String, en english: String) -> String {
  BilingualText(de: german, en: english)[.ofProcess]
}

/// A help text of an option or argument, in the language of this process.
func help(de german: String, en english: String) -> ArgumentHelp {
  ArgumentHelp(stringLiteral: text(de: german, en: english))
}
