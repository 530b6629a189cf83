import Glibc
import Portfolio

/// Finds the files of a registry.
///
/// A folder or file that is reached twice, by a link or because it is named twice, is taken once;
/// so circles of links do no harm.
struct FileListing {
  private(set) var files: [RegistryFile] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// What has been reached, with the number of the named path that led there first.
  private var seen: [FileIdentity: Int] = [:]
  private var pathNumber = 0
  /// Files come upon, those of earlier paths included.
  private var encounters = 0

  /// - Parameter paths: folders and single files.
  init(_ paths: [String]) {
    for path in paths { add(path) }
    files.sort(by: RegistryFile.precedes)
  }

  private mutating func add(_ path: String) {
    guard let status = FileStatus(path) else {
      report(
        path, code: "path-not-found",
        BilingualText(de: "gibt es nicht", en: "does not exist"),
        hint: BilingualText(
          de: "Prüfen Sie die Schreibweise des Pfads.", en: "Check the spelling of the path."))
      return
    }
    guard status.isFolder else {
      let name = RegistryPath.name(ofFile: path)
      return take(path, name: name, kind: DocumentKind(path: name), status)
    }
    // Named twice, or part of a folder that was named before.
    guard seen[status.identity] == nil else { return }
    pathNumber += 1
    let before = encounters
    let faults = diagnostics.count
    // A folder inside a registry, say `registry/projects/kultur`, is still part of it.
    let prefix = RegistryPath.isRoot(path) ? "" : RegistryPath.insidePrefix(ofFolder: path)
    collect(path, name: prefix, status)
    if encounters == before, diagnostics.count == faults {
      report(
        path, code: "no-registry-files",
        BilingualText(
          de: "hier liegt keine YAML-Datei", en: "there is no YAML file in this folder"),
        hint: BilingualText(
          de: "Erwartet werden etwa departments.yaml und projects/….yaml; verborgene Dateien "
            + "zählen nicht.",
          en: "Expected are e.g. departments.yaml and projects/….yaml; hidden files do not "
            + "count."))
    }
  }

  private mutating func collect(_ folder: String, name: String, _ status: FileStatus) {
    guard isNew(status) else { return }
    guard let entries = FolderEntries.names(of: folder) else {
      report(
        name.isEmpty ? folder : name, code: "unreadable-folder",
        BilingualText(
          de: "der Ordner lässt sich nicht lesen: \(SystemError.text)",
          en: "the folder cannot be read: \(SystemError.text)"),
        hint: BilingualText(
          de: "Prüfen Sie die Zugriffsrechte.", en: "Check the access rights."))
      return
    }
    for entry in entries.sorted() {
      let path = folder.hasSuffix("/") ? folder + entry : folder + "/" + entry
      let entryName = name.isEmpty ? entry : name + "/" + entry
      let isYAML = Self.isYAML(entry)
      guard let status = FileStatus(path) else {
        // A link that leads nowhere, or round in a circle.
        if isYAML { reportUnreachable(entryName) }
        continue
      }
      if status.isFolder {
        collect(path, name: entryName, status)
      } else if isYAML {
        take(path, name: entryName, kind: DocumentKind(path: entryName), status)
      }
    }
  }

  /// Whether a file is YAML by its name; in capitals as well, as some systems write them.
  private static func isYAML(_ name: String) -> Bool {
    // ASCII capitals differ from small letters in one bit, which a full stop has set.
    [".yaml", ".yml"].contains { ending in
      name.utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8) { $0 | 0x20 == $1 }
    }
  }

  private mutating func take(
    _ path: String, name: String, kind: DocumentKind, _ status: FileStatus
  ) {
    guard isNew(status) else { return }
    encounters += 1
    files.append(RegistryFile(path: path, name: name, kind: kind, size: status.size))
  }

  /// Whether nothing has led to this file or folder yet.
  private mutating func isNew(_ status: FileStatus) -> Bool {
    guard let number = seen[status.identity] else {
      seen[status.identity] = pathNumber
      return true
    }
    if number < pathNumber { encounters += 1 }
    return false
  }

  private mutating func reportUnreachable(_ name: String) {
    if name.unicodeScalars.contains("\u{FFFD}") {
      report(
        name, code: "unreadable-file",
        BilingualText(
          de: "der Name der Datei ist nicht in UTF-8 geschrieben",
          en: "the file's name is not written in UTF-8"),
        hint: BilingualText(de: "Benennen Sie die Datei um.", en: "Rename the file."))
      return
    }
    report(
      name, code: "unreadable-file",
      BilingualText(
        de: "die Datei lässt sich nicht lesen: \(SystemError.text)",
        en: "the file cannot be read: \(SystemError.text)"),
      hint: BilingualText(de: "Prüfen Sie die Verknüpfung.", en: "Check the link."))
  }

  private mutating func report(
    _ file: String, code: String, _ message: BilingualText, hint: BilingualText
  ) {
    diagnostics.append(
      Diagnostic(file: file, line: 0, column: 0, code: code, message: message, hint: hint))
  }
}
