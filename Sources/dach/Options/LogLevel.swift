import Foundation
import Logging
import Portfolio

/// Where the program logs what it does: to standard error, from the level on that `DACH_LOG` names,
/// and nowhere without it.
enum LogLevel {
  static let variable = "DACH_LOG"

  /// To be called once, before anything is logged.
  /// - Throws: `UnknownLogLevel`
  static func apply(_ environment: [String: String] = ProcessInfo.processInfo.environment) throws {
    guard let name = environment[variable], !name.isEmpty else {
      return LoggingSystem.bootstrap { _ in SwiftLogNoOpLogHandler() }
    }
    guard let level = Logger.Level(rawValue: name.lowercased()) else { throw UnknownLogLevel() }
    LoggingSystem.bootstrap { label in
      var handler = StreamLogHandler.standardError(label: label)
      handler.logLevel = level
      return handler
    }
  }
}

/// `DACH_LOG` names no level.
struct UnknownLogLevel: PresentableError {
  var text: BilingualText {
    let levels = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
    return BilingualText(
      de: "\(LogLevel.variable) nennt keine Stufe des Protokolls. Möglich sind: \(levels)",
      en: "\(LogLevel.variable) names no level of the log. Possible are: \(levels)")
  }

  var exitCode: Int32 { 64 }
}
