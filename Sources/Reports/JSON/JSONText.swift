internal import FoundationEssentials

/// Indented JSON with sorted keys, as every command prints it: two equal values are equal bytes.
public enum JSONText {
  /// - Throws: `EncodingError` for a number that JSON cannot express (infinity, not-a-number).
  public static func render(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
