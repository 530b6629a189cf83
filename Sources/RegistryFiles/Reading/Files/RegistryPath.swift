/// Where in a registry a path lies, told from its folders' names.
public enum RegistryPath {
  /// The folder to which the files in diagnostics and locations are relative when `path`, a folder
  /// or a file, is read; empty for the working folder.
  public static func root(of path: String) -> String {
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    let isFolder = FileStatus(path)?.isFolder ?? false
    if isFolder, isRoot(path) { return path }
    let inside = isFolder ? insidePrefix(ofFolder: path) : name(ofFile: path)
    guard !inside.isEmpty, path.hasSuffix(inside) else { return path }
    let root = path.dropLast(inside.count)
    return String(root == "/" ? root : root.hasSuffix("/") ? root.dropLast() : root)
  }

  /// The name of a single file inside its registry: from the last folder on that has one of the
  /// registry's names, else the file's own name.
  static func name(ofFile path: String) -> String {
    let parts = path.split(separator: "/")
    guard let file = parts.last else { return path }
    // `strategy.yaml` and `departments.yaml` stand beside the folders, not in them.
    if DocumentKind.recognised([file]) != nil { return String(file) }
    return suffix(parts) ?? String(file)
  }

  /// The name of a folder inside its registry; empty where it lies in none of the registry's.
  static func insidePrefix(ofFolder path: String) -> String {
    suffix(path.split(separator: "/").filter { $0 != "." }) ?? ""
  }

  /// Whether the folder is a registry, as opposed to a part of one.
  static func isRoot(_ folder: String) -> Bool {
    (FolderEntries.names(of: folder) ?? []).contains {
      DocumentKind.recognised([$0]) != nil || DocumentKind.folder($0) != nil
    }
  }

  private static func suffix(_ parts: [Substring]) -> String? {
    parts.lastIndex { DocumentKind.folder($0) != nil }
      .map { parts[$0...].joined(separator: "/") }
  }
}
