import Foundation
import Portfolio
import Reports

/// Graphviz's program `dot`, which finds places for the nodes and lines of a drawing.
enum Graphviz {
  /// - Returns: where everything is to be drawn.
  /// - Throws: `GraphvizError`
  static func layout(of request: GraphLayoutRequest) throws -> GraphLayout {
    guard let program = program() else { throw GraphvizError.missing }
    let folder = FileManager.default.temporaryDirectory.appending(path: "dach-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    // Files instead of pipes, so that neither side can wait for the other.
    let (question, answer, complaints) = (
      folder.appending(path: "graph.gv"), folder.appending(path: "layout.json"),
      folder.appending(path: "errors")
    )
    try Data(request.source.utf8).write(to: question)
    try Data().write(to: complaints)
    let process = Process()
    process.executableURL = program
    process.arguments = [
      "-K\(request.engine.rawValue)", "-Tjson0", "-o", answer.path, question.path,
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: complaints)
    try process.run()
    process.waitUntilExit()
    // Some engines warn and go on; what counts is that there is a layout.
    guard process.terminationReason == .exit, process.terminationStatus == 0,
      let data = try? Data(contentsOf: answer),
      let layout = GraphLayout(json: String(decoding: data, as: UTF8.self))
    else {
      let text = (try? String(contentsOf: complaints, encoding: .utf8)) ?? ""
      throw GraphvizError.failed(text.split(separator: "\n").first.map(String.init) ?? "")
    }
    return layout
  }

  private static func program() -> URL? {
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return folders.split(separator: ":").map { URL(filePath: String($0)).appending(path: "dot") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }
}

enum GraphvizError: PresentableError {
  case missing
  /// With the first line of what the program said.
  case failed(String)

  var exitCode: Int32 { 69 }

  var text: BilingualText {
    switch self {
    case .missing:
      BilingualText(
        de: """
          Für das Netz der Projekte fehlt graphviz. Installieren: apt install graphviz. Die Matrix \
          geht auch ohne: --picture matrix.
          """,
        en: """
          Drawing the network of projects takes graphviz, which is not installed. Install it: \
          apt install graphviz. The matrix can be drawn without: --picture matrix.
          """)
    case .failed(let reason):
      BilingualText(
        de: "graphviz hat das Netz nicht angeordnet: \(reason)",
        en: "graphviz did not lay the network out: \(reason)")
    }
  }
}
