internal import CLinux
import Glibc

/// A folder that an export writes to, held against other exports while this lives.
///
/// The lock is on the folder itself and ends with the process, so none is ever left behind.
final class RegistryFolder {
  let path: String
  private let descriptor: CInt

  /// Opens the folder, making it where it is missing.
  ///
  /// - Throws: `WritingError.notARegistry` where it holds other things, `WritingError.busy` where
  ///   another export is writing to it, `WritingError.system`.
  init(_ path: String) throws {
    self.path = path
    try Self.make(path)
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw WritingError.failed("open", path) }
    self.descriptor = descriptor
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw errno == EWOULDBLOCK
        ? WritingError.busy(folder: path) : WritingError.failed("flock", path)
    }
    try refuseForeignFolder()
  }

  deinit { close(descriptor) }

  private static let topFiles: Set = ["strategy.yaml", "departments.yaml"]
  private static let subfolders: Set = [
    "strategies", "participation", "roadmap", "projects", "decisions",
  ]

  /// A folder is a registry where it has one of the registry's own files, or nothing but folders
  /// with the registry's names. `projects` alone does not do: many home folders have one.
  private func refuseForeignFolder() throws {
    let entries = try Self.entries(of: path).map(\.name)
    let foreign = entries.filter { !Self.topFiles.contains($0) && !Self.subfolders.contains($0) }
    guard let entry = foreign.min(), Self.topFiles.isDisjoint(with: entries) else { return }
    throw WritingError.notARegistry(folder: path, entry: entry)
  }

  func absolute(_ relative: String) -> String { path + "/" + relative }

  /// Whether the file stands there with exactly these bytes.
  func holds(_ bytes: [UInt8], at relative: String) -> Bool {
    let file = open(absolute(relative), O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_size == bytes.count else { return false }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: max(1, bytes.count)) { buffer in
      var count = 0
      while count < bytes.count {
        let got = read(file, buffer.baseAddress.map { $0 + count }, bytes.count - count)
        if got < 0 && errno == EINTR { continue }
        guard got > 0 else { return false }
        count += got
      }
      return bytes.withUnsafeBytes { expected in
        guard let here = buffer.baseAddress, let there = expected.baseAddress else { return true }
        return memcmp(here, there, count) == 0
      }
    }
  }

  /// The YAML files where a registry has them, in order of path. Hidden entries are skipped, and
  /// links to folders are not followed.
  func registryFiles() throws -> [String] {
    var found: [String] = []
    for entry in try Self.entries(of: path) {
      if Self.topFiles.contains(entry.name) && !entry.isFolder {
        found.append(entry.name)
      } else if Self.subfolders.contains(entry.name) && entry.isFolder {
        try collect(entry.name, deep: entry.name == "projects", into: &found)
      }
    }
    return found.sorted()
  }

  private func collect(_ folder: String, deep: Bool, into found: inout [String]) throws {
    for entry in try Self.entries(of: absolute(folder)) {
      let relative = folder + "/" + entry.name
      if entry.isFolder {
        if deep { try collect(relative, deep: true, into: &found) }
      } else if entry.name.hasSuffix(".yaml") || entry.name.hasSuffix(".yml") {
        found.append(relative)
      }
    }
  }

  /// Removes files, and the project folders that are empty afterwards.
  func remove(_ relatives: [String]) throws {
    for relative in relatives {
      guard unlink(absolute(relative)) == 0 || errno == ENOENT else {
        throw WritingError.failed("unlink", absolute(relative))
      }
      let parts = relative.split(separator: "/")
      // Fails where the folder still holds something, which is as it should be.
      if parts.count > 2 { rmdir(absolute(parts.dropLast().joined(separator: "/"))) }
    }
  }

  /// Brings everything written so far to the disk.
  ///
  /// One call for the whole file system, because one for each of a hundred thousand files would
  /// take minutes. "syncfs() … waits for the I/O to complete" (syncfs(2)).
  func synchronise() throws {
    guard syncfs(descriptor) == 0 else { throw WritingError.failed("syncfs", path) }
  }

  /// Makes a folder and those above it.
  static func make(_ path: String) throws {
    if mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
      throw WritingError.failed("mkdir", path)
    }
    try make(String(path[..<slash]))
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
      throw WritingError.failed("mkdir", path)
    }
  }

  /// The entries of a folder that are not hidden, in no order.
  private static func entries(of path: String) throws -> [(name: String, isFolder: Bool)] {
    guard let stream = opendir(path) else { throw WritingError.failed("opendir", path) }
    defer { closedir(stream) }
    var entries: [(name: String, isFolder: Bool)] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(".") { continue }
      entries.append((name, isFolder(path + "/" + name, type: entry.pointee.d_type)))
    }
    guard errno == 0 else { throw WritingError.failed("readdir", path) }
    return entries
  }

  /// "Currently, only some filesystems … have full support for returning the file type in d_type.
  /// All applications must properly handle a return of DT_UNKNOWN." (readdir(3))
  private static func isFolder(_ path: String, type: UInt8) -> Bool {
    guard Int(type) == Int(DT_UNKNOWN) else { return Int(type) == Int(DT_DIR) }
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}

extension WritingError {
  /// The call that has just failed, with its `errno`.
  static func failed(_ operation: String, _ path: String) -> WritingError {
    .system(operation: operation, path: path, code: errno)
  }
}
