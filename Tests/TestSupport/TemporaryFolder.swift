public import Foundation

/// Lends a folder of its own to a test, and removes it afterwards.
public func withTemporaryFolder<Value>(_ body: (URL) throws -> Value) throws -> Value {
  // Short and directly under /tmp: a Unix socket's path may have 107 bytes at most.
  let name = "dach-test-" + UUID().uuidString.prefix(8)
  let folder = URL(filePath: "/tmp").appending(path: name)
  try FileManager.default.createDirectory(
    at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder)
}
