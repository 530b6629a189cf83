/// PostgreSQL's object ids of the built-in types that the registry uses.
///
/// They are fixed for all releases: `src/include/catalog/pg_type.dat`.
enum WireType {
  static let unspecified: UInt32 = 0
  static let bool: UInt32 = 16
  static let bytea: UInt32 = 17
  static let char: UInt32 = 18
  static let name: UInt32 = 19
  static let int8: UInt32 = 20
  static let int2: UInt32 = 21
  static let int4: UInt32 = 23
  static let text: UInt32 = 25
  static let oid: UInt32 = 26
  static let json: UInt32 = 114
  static let float4: UInt32 = 700
  static let float8: UInt32 = 701
  static let unknown: UInt32 = 705
  static let textArray: UInt32 = 1009
  static let int8Array: UInt32 = 1016
  static let bpchar: UInt32 = 1042
  static let varchar: UInt32 = 1043
  static let date: UInt32 = 1082
  static let timestamptz: UInt32 = 1184
  static let numeric: UInt32 = 1700
  static let uuid: UInt32 = 2950
  static let jsonb: UInt32 = 3802
}

/// Where PostgreSQL's calendar starts, 2000-01-01, counted from 1970-01-01.
enum PostgreSQLEpoch {
  static let days: Int32 = 10_957
  static let microseconds: Int64 = 10_957 * 86_400_000_000
}
