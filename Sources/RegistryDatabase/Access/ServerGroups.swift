/// The groups to which logins belong, and what they may do with a database as a whole. Both belong to
/// the server: no dump of a database carries them, so they are made before it is migrated or put back.
enum ServerGroups {
  /// Makes the groups that are missing, and lets the present user act for the owners.
  /// - Throws: `DatabaseError`; of the kind `permission` where a group is missing and the user lacks
  ///   `CREATEROLE`.
  static func make(on session: Session) throws {
    try session.script(groups)
    try session.script(database)
  }

  private static let groups = """
    DO $$
    DECLARE
      wanted record;
    BEGIN
      FOR wanted IN
        SELECT * FROM (VALUES
          ('dach_planner', 'Reads the registry, all but confidential projects'),
          ('dach_department', 'Writes the projects of its own department'),
          ('dach_steward', 'Sees everything; keeps the strategy, decides and reviews'),
          ('dach_owner', 'Owns the tables: migrations, accounts, the audit trail'),
          ('dach_web', 'Authenticator of the web server: no rights of its own, SET ROLE alone')
        ) AS wanted (name, meaning)
        WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name)
      LOOP
        -- All registries of a server share them, and another one may be just making them.
        BEGIN
          EXECUTE format('CREATE ROLE %I NOLOGIN%s', wanted.name,
            CASE wanted.name WHEN 'dach_web' THEN ' NOINHERIT' ELSE '' END);
          EXECUTE format('COMMENT ON ROLE %I IS %L', wanted.name, wanted.meaning);
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
        END;
      END LOOP;
      IF NOT pg_has_role(current_user, 'dach_owner', 'USAGE') THEN
        EXECUTE format('GRANT dach_owner TO %I', current_user);
      END IF;
    END
    $$
    """

  private static let database = """
    DO $$
    BEGIN
      IF (SELECT pg_has_role(datdba, 'USAGE') FROM pg_database WHERE datname = current_database()) THEN
        EXECUTE format(
          'GRANT CONNECT ON DATABASE %I TO dach_planner, dach_department, dach_steward, dach_owner, dach_web',
          current_database());
        EXECUTE format(
          'GRANT TEMPORARY ON DATABASE %I TO dach_department, dach_steward', current_database());
        EXECUTE format('GRANT CREATE, TEMPORARY ON DATABASE %I TO dach_owner', current_database());
      END IF;
    END
    $$
    """
}
