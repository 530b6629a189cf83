internal import CLinux
import Glibc

/// A folder with all that is in it, walked without following symbolic links.
enum FileTree {
  /// What it takes up on disk, in bytes. Files that vanish meanwhile do not count.
  static func size(of path: String) -> Int64 {
    var total: Int64 = 0
    walk(path) { entry in
      let isFolderAgain = Int32(entry.pointee.fts_info) == FTS_DP
      // "st_blocks: number of 512B blocks allocated".
      if !isFolderAgain, let status = entry.pointee.fts_statp {
        total += Int64(status.pointee.st_blocks) * 512
      }
    }
    return total
  }

  /// Deletes it, as far as that is permitted.
  static func remove(_ path: String) {
    walk(path) { entry in
      switch Int32(entry.pointee.fts_info) {
      case FTS_D: break  // comes again, as FTS_DP, when it is empty
      case FTS_DP: rmdir(entry.pointee.fts_accpath)
      default: unlink(entry.pointee.fts_accpath)
      }
    }
  }

  private static func walk(_ path: String, _ body: (UnsafeMutablePointer<FTSENT>) -> Void) {
    guard let start = strdup(path) else { return }
    defer { free(start) }
    var roots: [UnsafeMutablePointer<CChar>?] = [start, nil]
    // FTS_NOCHDIR, as the working folder belongs to the whole process.
    guard let tree = fts_open(&roots, FTS_PHYSICAL | FTS_NOCHDIR, nil) else { return }
    defer { fts_close(tree) }
    while let entry = fts_read(tree) { body(entry) }
  }
}
