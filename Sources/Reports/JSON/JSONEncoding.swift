internal import FoundationEssentials

/// The value as indented JSON with sorted keys, so that two equal results are equal bytes.
///
/// - Throws: `EncodingError` for a number that JSON cannot express (infinity, not-a-number).
func json(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self)
}
