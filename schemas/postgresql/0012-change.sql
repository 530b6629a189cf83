-- Who changed what, when, and by which command. A change is what one transaction writes; the changes
-- stand in one line, each with a moment of its own, later than that of every change before it. So a
-- row's `valid_from` tells by which change it came, and what a reader saw is told by the last
-- change it saw.
--
-- For that to be true only one transaction writes at a time: the first row that it touches has it
-- wait for the one before. Readers wait for nobody.

-- The views on the past hold on to the tables' row types; they are made anew at the end.
DO $$
BEGIN
  EXECUTE format('DROP SCHEMA %I CASCADE', current_schema() || '_past');
END
$$;

CREATE TABLE change (
  at timestamptz PRIMARY KEY,
  role text,
  program text,
  command text,
  source text
);
COMMENT ON TABLE change IS 'A transaction that changed the registry';
COMMENT ON COLUMN change.at IS 'When; every change has a moment of its own, in the order of commits';
COMMENT ON COLUMN change.role IS
  'The database role that acted; NULL for a change of which nobody noted it';
COMMENT ON COLUMN change.program IS 'What the program called itself, its application_name';
COMMENT ON COLUMN change.command IS 'The command, e.g. import; NULL where somebody wrote by SQL';
COMMENT ON COLUMN change.source IS 'What it was about: a folder, files, or ids';

CREATE TABLE record_rename (
  relation text COLLATE "C" NOT NULL,
  new_id text COLLATE "C" NOT NULL,
  at timestamptz NOT NULL,
  old_id text COLLATE "C" NOT NULL,
  PRIMARY KEY (relation, new_id, at)
);
CREATE INDEX record_rename_old_id_idx ON record_rename (relation, old_id);
COMMENT ON TABLE record_rename IS 'Which records got another id, so that their history goes on';
COMMENT ON COLUMN record_rename.relation IS 'The table';
COMMENT ON COLUMN record_rename.new_id IS 'The id from then on';
COMMENT ON COLUMN record_rename.at IS 'The change by which it was renamed';
COMMENT ON COLUMN record_rename.old_id IS 'The id before';

-- Functions

CREATE FUNCTION lock_registry() RETURNS void LANGUAGE sql
  -- 'dach' in ASCII, and the lock of imports: see AdvisoryLock.swift.
  BEGIN ATOMIC
    SELECT pg_advisory_xact_lock(1684104040, 2);
  END;
COMMENT ON FUNCTION lock_registry() IS
  'Waits until nobody else changes the registry, and keeps others from it until the transaction ends';

CREATE FUNCTION change_time() RETURNS timestamptz LANGUAGE plpgsql AS $$
DECLARE
  noted text := current_setting('dach.change', true);
  moment timestamptz;
BEGIN
  IF noted <> '' THEN
    RETURN noted;
  END IF;
  PERFORM lock_registry();
  -- The clock may have been set back. One that this transaction cannot see yet is a conflict, not
  -- a change at the same time.
  INSERT INTO change (at, role, program, command, source)
  SELECT greatest(clock_timestamp(), max(at) + interval '1 microsecond'),
    coalesce(nullif(current_setting('role', true), 'none'), session_user),
    nullif(current_setting('application_name', true), ''),
    nullif(current_setting('dach.command', true), ''),
    nullif(current_setting('dach.source', true), '')
  FROM change
  ON CONFLICT DO NOTHING
  RETURNING at INTO moment;
  IF moment IS NULL THEN
    RAISE serialization_failure USING MESSAGE = 'the registry was changed at the same time';
  END IF;
  PERFORM set_config('dach.change',
    to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US+00'), true);
  RETURN moment;
END
$$;
COMMENT ON FUNCTION change_time() IS
  'The moment of the change that this transaction makes; its first call begins the change';

CREATE FUNCTION begin_writing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Before any row is locked, or two writers could wait for each other.
  PERFORM lock_registry();
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION begin_writing() IS 'Has a statement that may change rows wait for other writers';

CREATE OR REPLACE FUNCTION keep_row() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moment timestamptz := change_time();
  content jsonb;
BEGIN
  -- What one transaction does to a row more than once was never true for anybody else.
  IF OLD.valid_from < moment THEN
    content := to_jsonb(OLD) - '{valid_from,search}'::text[];
    INSERT INTO row_history (relation, record, valid_from, valid_to, content)
    VALUES (TG_TABLE_NAME, content ->> TG_ARGV[0], OLD.valid_from, moment, content);
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  NEW.valid_from := moment;
  RETURN NEW;
END
$$;

CREATE FUNCTION keep_rename() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO record_rename (relation, new_id, at, old_id)
  VALUES (TG_TABLE_NAME, NEW.id, change_time(), OLD.id);
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION keep_rename() IS 'Keeps in record_rename that a record got another id';

-- They work for whoever writes, whatever schemas that session looks in.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY '{change_time,begin_writing,keep_row,keep_rename}'::text[] LOOP
    EXECUTE format(
      'ALTER FUNCTION %I() SET search_path = %I, pg_temp', name, current_schema());
  END LOOP;
END
$$;

CREATE FUNCTION watch_rows(target regclass) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  -- A row's record is what the first column of its primary key names.
  record_column text := (
    SELECT attname FROM pg_index
    JOIN pg_attribute ON attrelid = indrelid AND attnum = indkey[0]
    WHERE indrelid = target AND indisprimary);
BEGIN
  EXECUTE format('ALTER TABLE %s ALTER COLUMN valid_from SET DEFAULT change_time()', target);
  EXECUTE format(
    'CREATE OR REPLACE TRIGGER keep_row BEFORE UPDATE OR DELETE ON %s
      FOR EACH ROW EXECUTE FUNCTION keep_row(%L)', target, record_column);
  EXECUTE format(
    'CREATE TRIGGER begin_writing BEFORE UPDATE OR DELETE ON %s
      FOR EACH STATEMENT EXECUTE FUNCTION begin_writing()', target);
  IF record_column = 'id' THEN
    EXECUTE format(
      'CREATE TRIGGER keep_rename AFTER UPDATE OF id ON %s
        FOR EACH ROW WHEN (OLD.id IS DISTINCT FROM NEW.id)
        EXECUTE FUNCTION keep_rename()', target);
  END IF;
END
$$;
COMMENT ON FUNCTION watch_rows(regclass) IS 'Sets the triggers and the default that keep_history() needs';

CREATE OR REPLACE FUNCTION keep_history(target regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ADD COLUMN valid_from timestamptz NOT NULL DEFAULT now()', target);
  EXECUTE format(
    'COMMENT ON COLUMN %s.valid_from IS ''Since when the row is as it is; set by itself''', target);
  PERFORM watch_rows(target);
END
$$;

-- What there is already

ALTER TABLE row_history ADD COLUMN record text COLLATE "C";
COMMENT ON COLUMN row_history.record IS
  'The first column of the row''s primary key: the id of the record it was a part of';

CREATE TEMPORARY TABLE noted_moment (at timestamptz, role text) ON COMMIT DROP;
INSERT INTO noted_moment SELECT valid_from, NULL FROM row_history;
INSERT INTO noted_moment SELECT valid_to, role FROM row_history;

DO $$
DECLARE
  kept record;
BEGIN
  FOR kept IN
    SELECT class.oid::regclass AS name, class.relname AS relation, attname AS record_column
    FROM pg_class AS class
    JOIN pg_index ON indrelid = class.oid AND indisprimary
    JOIN pg_attribute ON attrelid = class.oid AND attnum = indkey[0]
    WHERE class.relnamespace = current_schema()::regnamespace
      AND EXISTS (SELECT FROM pg_trigger WHERE tgrelid = class.oid AND tgname = 'keep_row')
  LOOP
    EXECUTE format('INSERT INTO noted_moment SELECT valid_from, NULL FROM %s', kept.name);
    UPDATE row_history SET record = content ->> kept.record_column
    WHERE row_history.relation = kept.relation;
    PERFORM watch_rows(kept.name);
  END LOOP;
END
$$;

INSERT INTO change (at, role, command, source)
SELECT moment.at, coalesce(max(import_run.role), max(moment.role)),
  coalesce(max(import_run.command), CASE WHEN bool_or(migration.name IS NOT NULL)
    THEN 'database migrate' END),
  max(import_run.source)
FROM noted_moment AS moment
LEFT JOIN import_run ON import_run.at = moment.at
LEFT JOIN schema_migration AS migration ON migration.applied_at = moment.at
GROUP BY moment.at;

-- A project that was renamed names its earlier ids, the latest last.
INSERT INTO record_rename (relation, new_id, at, old_id)
SELECT DISTINCT ON (project.id, former.valid_to)
  'project', project.id, former.valid_to, former.record
FROM project
JOIN row_history AS former ON former.relation = 'project'
  AND former.record = project.formerly[cardinality(project.formerly)]
WHERE NOT EXISTS (
  SELECT FROM row_history AS later
  WHERE later.relation = 'project' AND later.record = former.record
    AND later.valid_to > former.valid_to)
  AND NOT EXISTS (SELECT FROM project AS other WHERE other.id = former.record);

ALTER TABLE row_history DROP COLUMN role;
CREATE INDEX row_history_relation_record_idx ON row_history (relation, record);

ALTER TABLE import_run ALTER COLUMN at SET DEFAULT change_time();
COMMENT ON COLUMN import_run.at IS 'The change it made';

ALTER TABLE analysis_run ADD COLUMN state timestamptz;
COMMENT ON COLUMN analysis_run.state IS
  'The last change that it saw; NULL where nobody noted it, or nothing was there';

CREATE TABLE backup_run (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now(),
  role text NOT NULL DEFAULT session_user,
  file text NOT NULL,
  size bigint NOT NULL CHECK (size >= 0)
);
COMMENT ON TABLE backup_run IS 'The backups that were made';
COMMENT ON COLUMN backup_run.id IS 'Running number';
COMMENT ON COLUMN backup_run.at IS 'When it was complete';
COMMENT ON COLUMN backup_run.role IS 'The database role that made it';
COMMENT ON COLUMN backup_run.file IS 'Name of the file, without its folder';
COMMENT ON COLUMN backup_run.size IS 'Size in bytes';

SELECT rebuild_past();
