public import Portfolio

/// A portfolio laid out as the files of a registry, one document a file, in the order in which
/// they are written.
///
/// Bytes are made one file at a time, so that exporting a hundred thousand projects needs no more
/// memory than the portfolio itself.
public struct RegistryExport: Sendable {
  /// A file of the export.
  public struct File: Sendable, Hashable {
    /// Relative to the registry's folder, e.g. `projects/kultur/onleihe.yaml`.
    public let path: String
    let content: CanonicalWriter.Content

    /// The file's UTF-8 text.
    ///
    /// - Throws: `WritingError.unwritable` where a value has a form the reader would refuse.
    public func bytes() throws -> [UInt8] {
      try CanonicalWriter.bytes(of: content, depth: path.utf8.count { $0 == UInt8(ascii: "/") })
    }
  }

  /// Where a project stands that names no department.
  public static let folderWithoutDepartment = "ohne-dienststelle"

  public let files: [File]

  /// Lays out the files.
  ///
  /// - Throws: `WritingError.unwritable` where an id would not do as a file name,
  ///   `WritingError.samePath` where two records claim the same file: neither is dropped.
  public init(_ portfolio: Portfolio) throws {
    var layout = Layout()
    if let strategy = portfolio.strategy {
      try layout.add(.strategy(strategy), "strategy")
    }
    if !portfolio.departments.isEmpty {
      try layout.add(.departments(portfolio.departments), "departments")
    }
    for subStrategy in portfolio.subStrategies {
      try layout.add(.subStrategy(subStrategy), "strategies", subStrategy.id)
    }
    for participation in portfolio.participations {
      try layout.add(.participation(participation), "participation", participation.id)
    }
    for (theme, measures) in Self.measuresByTheme(portfolio.measures) {
      try layout.add(.roadmap(measures), "roadmap", theme)
    }
    for project in portfolio.projects + portfolio.mergedProjects {
      let department = project.department ?? Self.folderWithoutDepartment
      try layout.add(.project(project), "projects", department, project.id)
    }
    if !portfolio.verdicts.isEmpty {
      try layout.add(.verdicts(portfolio.verdicts), "decisions", "verdicts")
    }
    if !portfolio.waivers.isEmpty {
      try layout.add(.waivers(portfolio.waivers), "decisions", "waivers")
    }
    files = layout.files
  }

  /// Themes in the order of their first measure, measures in their own order.
  private static func measuresByTheme(
    _ measures: [Measure]
  ) -> [(theme: String, measures: [Measure])] {
    var places: [String: Int] = [:]
    var groups: [(theme: String, measures: [Measure])] = []
    for measure in measures {
      if let place = places[measure.theme] {
        groups[place].measures.append(measure)
      } else {
        places[measure.theme] = groups.count
        groups.append((measure.theme, [measure]))
      }
    }
    return groups
  }

  /// Collects the files and holds every part of a path to the form of an id, so that no value
  /// can lead out of the registry's folder.
  private struct Layout {
    var files: [File] = []
    private var paths: Set<String> = []

    mutating func add(_ content: CanonicalWriter.Content, _ parts: String...) throws {
      for part in parts where !IDForm.project.admits(part) {
        throw WritingError.unwritable(record: content.name, key: "id", value: part)
      }
      let path = parts.joined(separator: "/") + ".yaml"
      guard paths.insert(path).inserted else { throw WritingError.samePath(path) }
      files.append(File(path: path, content: content))
    }
  }
}
