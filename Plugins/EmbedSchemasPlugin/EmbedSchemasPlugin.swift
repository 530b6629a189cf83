import Foundation
import PackagePlugin

/// Runs `EmbedSchemas` over `schemas/json` and `schemas/postgresql` whenever one of their files changes.
@main
struct EmbedSchemasPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let schemas = context.package.directoryURL.appending(path: "schemas")
    let inputs = try ["json", "postgresql"].flatMap { folder in
      try FileManager.default.contentsOfDirectory(
        at: schemas.appending(path: folder), includingPropertiesForKeys: nil)
    }.filter { ["json", "sql"].contains($0.pathExtension) }
      .sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedTexts.swift")
    return [
      .buildCommand(
        displayName: "Embedding JSON schemas and SQL migrations",
        executable: try context.tool(named: "EmbedSchemas").url,
        arguments: [output.path] + inputs.map(\.path),
        inputFiles: inputs,
        outputFiles: [output])
    ]
  }
}
