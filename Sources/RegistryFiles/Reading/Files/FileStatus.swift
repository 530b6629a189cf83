import Glibc

/// What tells one file from another, whatever they are called.
struct FileIdentity: Hashable {
  var device: UInt
  var number: UInt
}

/// What the system says about a file or folder; links are followed.
struct FileStatus {
  let identity: FileIdentity
  let isFolder: Bool
  /// An ordinary file, as opposed to a pipe or device, which might never end.
  let isFile: Bool
  /// In bytes.
  let size: Int

  /// Nil where there is none; `errno` says why.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    identity = FileIdentity(device: UInt(status.st_dev), number: UInt(status.st_ino))
    isFolder = status.st_mode & S_IFMT == S_IFDIR
    isFile = status.st_mode & S_IFMT == S_IFREG
    size = Int(status.st_size)
  }
}

/// The names in a folder.
enum FolderEntries {
  /// Without the hidden ones, in no order; nil where it cannot be read, and `errno` says why.
  static func names(of folder: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      // `d_name` is declared as an array of 256 characters, but may be longer; read it in place.
      let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
      let name = String(
        cString: UnsafeRawPointer(entry).advanced(by: offset)
          .assumingMemoryBound(to: CChar.self))
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }
}

/// The words of the system for its last error.
enum SystemError {
  static var text: String { String(cString: strerror(errno)) }
}
