internal import Findings

/// Paths of files as SARIF names them (§3.4): relative to the folder in which the check was
/// started, or absolute.
enum FileURI {
  /// Stands for the folder in which the check was started; tools that read SARIF know the name.
  static let startFolder = "%SRCROOT%"
  /// Stands for the folder from which the registry was read into the database.
  static let registry = "REGISTRY"

  /// - Parameters:
  ///   - file: path below the registry's folder.
  ///   - root: path of that folder; nil where the database was checked.
  static func location(of file: String, under root: String?) -> SARIFLog.ArtifactLocation {
    let path = escaped(Finding.path(of: file, under: root))
    if path.hasPrefix("/") { return SARIFLog.ArtifactLocation(uri: "file://" + path) }
    return SARIFLog.ArtifactLocation(uri: path, uriBaseId: root == nil ? registry : startFolder)
  }

  /// Percent-encodes what a path of a URI may not hold (RFC 3986, section 3.3). A colon is encoded
  /// as well, since a relative reference must not look as if it began with a scheme.
  private static func escaped(_ path: String) -> String {
    var uri = ""
    for byte in path.utf8 {
      let character = Character(Unicode.Scalar(byte))
      if byte < 0x80,
        character.isLetter || character.isNumber || "-._~/!$&'()*+,;=@".contains(character)
      {
        uri.append(character)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        uri += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return uri
  }
}
