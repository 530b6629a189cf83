/// Names the PostgreSQL release from which on the registry works.
public let oldestSupportedPostgreSQL = 14
