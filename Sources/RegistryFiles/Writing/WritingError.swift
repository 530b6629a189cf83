/// Why registry files could not be written. Nothing is half-written when one of these is thrown.
public enum WritingError: Error, Sendable, Hashable {
  /// A required value is empty, or a value has a form that the reader would refuse.
  case unwritable(record: String, key: String, value: String)
  /// Two records would be written to the same file.
  case samePath(String)
  /// The folder holds other things and is no registry.
  case notARegistry(folder: String, entry: String)
  /// Another export is writing to the same folder.
  case busy(folder: String)
  /// The operating system refused; `code` is its `errno`.
  case system(operation: String, path: String, code: Int32)
  /// libyaml refused.
  case emitter(String)
}
