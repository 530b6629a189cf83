/// A file of a registry, not yet opened.
struct RegistryFile: Sendable, Hashable {
  /// What to open.
  var path: String
  /// Relative to the registry's folder, as people know it.
  var name: String
  var kind: DocumentKind
  /// In bytes.
  var size: Int

  /// The order of reading.
  static func precedes(_ left: RegistryFile, _ right: RegistryFile) -> Bool {
    if left.kind != right.kind { return left.kind.rank < right.kind.rank }
    return left.name != right.name ? left.name < right.name : left.path < right.path
  }
}
