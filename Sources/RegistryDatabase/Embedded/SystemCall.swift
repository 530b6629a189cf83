import Glibc

/// A failed call of the operating system.
struct SystemError: Error, CustomStringConvertible {
  let code: Int32

  static var last: SystemError { SystemError(code: errno) }

  var description: String { String(cString: strerror(code)) }
}

/// What kind of file a path is, and whose; nil where there is none or it is out of reach.
func fileStatus(_ path: String, followingLinks: Bool = true) -> stat? {
  var status = stat()
  let outcome = followingLinks ? stat(path, &status) : lstat(path, &status)
  return outcome == 0 ? status : nil
}

extension stat {
  var isDirectory: Bool { st_mode & S_IFMT == S_IFDIR }
  var permissions: mode_t { st_mode & 0o7777 }

  func isSameFile(as other: stat) -> Bool { st_dev == other.st_dev && st_ino == other.st_ino }
}

/// A small file's text; nil where it cannot be read.
func textOfFile(_ path: String, last limit: Int = 64 * 1024) -> String? {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  let size = lseek(descriptor, 0, SEEK_END)
  lseek(descriptor, max(0, size - off_t(limit)), SEEK_SET)
  let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
    while count < limit {
      let received = read(descriptor, buffer.baseAddress.map { $0 + count }, limit - count)
      if received <= 0 { break }
      count += received
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// The names in a folder, without `.` and `..`; empty where it cannot be read.
func namesInFolder(_ path: String) -> [String] {
  guard let folder = opendir(path) else { return [] }
  defer { closedir(folder) }
  var names: [String] = []
  while let entry = readdir(folder) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names
}

func pause(milliseconds: Int) {
  var time = timespec(tv_sec: milliseconds / 1000, tv_nsec: milliseconds % 1000 * 1_000_000)
  nanosleep(&time, nil)
}
