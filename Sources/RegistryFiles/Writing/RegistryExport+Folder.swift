extension RegistryExport {
  /// What an export to a folder did.
  public struct Outcome: Sendable, Hashable {
    /// Files that are new or have changed, in the order of the export.
    public var written: [String] = []
    /// How many files stood there already with the same bytes and were not touched.
    public var unchanged = 0
    /// Registry files in the folder that the export does not contain, in order of path.
    public var stale: [String] = []
    /// Whether the stale files were removed.
    public var isPruned = false
  }

  /// Writes the files into a folder, which is made where it does not exist.
  ///
  /// Nothing is half-written: all files are first written in full beside their place, brought to
  /// the disk, and only then renamed into place. Where anything fails before the renaming, the
  /// folder is as it was. Files with the same bytes are not touched.
  ///
  /// - Parameters:
  ///   - folder: empty, missing, or a registry already.
  ///   - prune: whether to remove the registry files that the export does not contain. Without
  ///     it they are only named in the outcome.
  /// - Throws: `WritingError`.
  public func write(to folder: String, prune: Bool = false) throws -> Outcome {
    let target = try RegistryFolder(folder)
    var outcome = Outcome()
    let staging = Staging(target)
    for file in files {
      let bytes = try file.bytes()
      if target.holds(bytes, at: file.path) {
        outcome.unchanged += 1
      } else {
        try staging.add(bytes, for: file.path)
        outcome.written.append(file.path)
      }
    }
    try staging.commit()
    let exported = Set(files.map(\.path))
    outcome.stale = try target.registryFiles().filter { !exported.contains($0) }
    if prune && !outcome.stale.isEmpty {
      try target.remove(outcome.stale)
      outcome.isPruned = true
    }
    return outcome
  }
}
