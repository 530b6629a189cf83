public import Portfolio

/// Changed and new projects, on their way into the folder of a registry.
///
/// Each goes to the file from which it came, in the canonical form and with the other projects of
/// that file; a new one gets a file of its own. Other files are not touched.
public struct ProjectFiles: Sendable {
  private let changed: [Project]
  private let portfolio: Portfolio

  /// - Parameter portfolio: The registry as it is to be afterwards, the changed projects included.
  public init(_ changed: [Project], of portfolio: Portfolio) {
    self.changed = changed
    self.portfolio = portfolio
  }

  /// Writes all of the files or none of them.
  ///
  /// - Returns: The files, relative to the folder, in order of path.
  /// - Throws: `WritingError`
  public func write(to folder: String) throws -> [String] {
    let target = try RegistryFolder(folder)
    let staging = Staging(target)
    var written: [String] = []
    for (path, projects) in try files() {
      let depth = path.utf8.count { $0 == UInt8(ascii: "/") }
      var bytes: [UInt8] = []
      for project in projects {
        if !bytes.isEmpty { bytes += Array("---\n".utf8) }
        bytes += try CanonicalWriter.bytes(of: .project(project), depth: depth)
      }
      guard !target.holds(bytes, at: path) else { continue }
      try staging.add(bytes, for: path)
      written.append(path)
    }
    try staging.commit()
    return written
  }

  private func files() throws -> [(path: String, projects: [Project])] {
    let all = Dictionary(
      grouping: portfolio.projects + portfolio.mergedProjects
    ) { $0.location?.file ?? "" }
    var files: [String: [Project]] = [:]
    for project in changed {
      if let file = project.location?.file {
        files[file] = (all[file] ?? []).sorted {
          ($0.location?.line ?? 0, $0.id) < ($1.location?.line ?? 0, $1.id)
        }
      } else {
        let path = try Self.path(of: project)
        guard files[path] == nil, all[path] == nil else { throw WritingError.samePath(path) }
        files[path] = [project]
      }
    }
    return files.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private static func path(of project: Project) throws -> String {
    let department = project.department ?? RegistryExport.folderWithoutDepartment
    for part in [department, project.id] where !IDForm.project.admits(part) {
      throw WritingError.unwritable(record: project.id, key: "id", value: part)
    }
    return "projects/\(department)/\(project.id).yaml"
  }
}
