import Glibc

/// Files written in full under hidden names beside their places, to be renamed into place together.
///
/// Hidden because readers of a registry skip hidden files; what a killed process leaves behind is
/// overwritten by the next export of the same file. Whatever was not renamed goes when this goes.
final class Staging {
  private let folder: RegistryFolder
  private var pending: [(temporary: String, final: String)] = []
  private var directories: Set<String> = []
  /// Up to here one `fsync` a file costs less than bringing the whole file system to the disk.
  private static let fewFiles = 64

  init(_ folder: RegistryFolder) {
    self.folder = folder
  }

  deinit {
    for file in pending { unlink(file.temporary) }
  }

  /// Writes a file beside its place.
  func add(_ bytes: [UInt8], for relative: String) throws {
    let final = folder.absolute(relative)
    guard let slash = final.lastIndex(of: "/") else { return }
    let directory = String(final[..<slash])
    if directories.insert(directory).inserted {
      try RegistryFolder.make(directory)
      // Folders above it may be new as well.
      let parts = relative.split(separator: "/").dropLast()
      for depth in 0..<max(1, parts.count) {
        directories.insert(folder.absolute(parts.prefix(depth).joined(separator: "/")))
      }
    }
    let temporary = directory + "/." + final[final.index(after: slash)...] + ".dach-export"
    let file = open(
      temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw WritingError.failed("open", temporary) }
    defer { close(file) }
    pending.append((temporary, final))
    try Self.write(bytes, to: file, temporary)
    if pending.count <= Self.fewFiles {
      guard fsync(file) == 0 else { throw WritingError.failed("fsync", temporary) }
    }
  }

  /// Brings the files to the disk, then renames all of them into place.
  func commit() throws {
    if pending.count > Self.fewFiles { try folder.synchronise() }
    while let file = pending.last {
      guard rename(file.temporary, file.final) == 0 else {
        throw WritingError.failed("rename", file.final)
      }
      pending.removeLast()
    }
    for directory in directories { try Self.synchronise(directory) }
  }

  private static func write(_ bytes: [UInt8], to file: CInt, _ path: String) throws {
    try bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = Glibc.write(
          file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { throw WritingError.failed("write", path) }
        rest = rest.dropFirst(count)
      }
    }
  }

  /// A rename is on the disk once its folder is.
  private static func synchronise(_ directory: String) throws {
    let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw WritingError.failed("open", directory) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw WritingError.failed("fsync", directory) }
  }
}
