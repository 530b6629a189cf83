-- What the registry held at any earlier moment. Every row knows since when it is as it is; what a
-- change or a deletion replaces is kept with the time for which it was true. So a row that never
-- changes costs its time stamp alone, and whoever writes, by whatever means, is recorded.
--
-- To look back, in SQL:
--
--   SET dach.as_of = '2026-09-30 23:59:59+02';
--   SET search_path = public_past, public;   -- the name of the registry's schema, then `_past`
--   SELECT * FROM project;

CREATE TABLE row_history (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  relation text COLLATE "C" NOT NULL,
  valid_from timestamptz NOT NULL,
  valid_to timestamptz NOT NULL,
  role text NOT NULL DEFAULT session_user,
  content jsonb NOT NULL,
  CHECK (valid_from < valid_to)
);
CREATE INDEX row_history_relation_valid_to_idx ON row_history (relation, valid_to);
COMMENT ON TABLE row_history IS 'Rows as they were before they were changed or deleted';
COMMENT ON COLUMN row_history.id IS 'Running number';
COMMENT ON COLUMN row_history.relation IS 'The table';
COMMENT ON COLUMN row_history.valid_from IS 'Since when the row was so';
COMMENT ON COLUMN row_history.valid_to IS 'When it was changed or deleted';
COMMENT ON COLUMN row_history.role IS 'The database role that changed or deleted it';
COMMENT ON COLUMN row_history.content IS 'The row, without its time stamp and its search vector';

CREATE FUNCTION keep_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- What one transaction does to a row more than once was never true for anybody else.
  IF OLD.valid_from < now() THEN
    EXECUTE format(
      'INSERT INTO %I.row_history (relation, valid_from, valid_to, content) VALUES ($1, $2, $3, $4)',
      TG_TABLE_SCHEMA)
    USING TG_TABLE_NAME, OLD.valid_from, now(), to_jsonb(OLD) - '{valid_from,search}'::text[];
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  NEW.valid_from := now();
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION keep_row() IS 'Keeps a row in row_history before it is changed or deleted';

CREATE FUNCTION as_of() RETURNS timestamptz LANGUAGE sql STABLE
  RETURN current_setting('dach.as_of')::timestamptz;
COMMENT ON FUNCTION as_of() IS 'The moment that is looked back to; set it as dach.as_of';

CREATE FUNCTION keep_history(target regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ADD COLUMN valid_from timestamptz NOT NULL DEFAULT now()', target);
  EXECUTE format(
    'COMMENT ON COLUMN %s.valid_from IS ''Since when the row is as it is; set by itself''', target);
  EXECUTE format(
    'CREATE TRIGGER keep_row BEFORE UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION keep_row()',
    target);
END
$$;
COMMENT ON FUNCTION keep_history(regclass) IS
  'Lets the history of a table be kept from now on; rebuild_past() has to follow';

CREATE FUNCTION rebuild_past() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  present text := current_schema();
  past text := current_schema() || '_past';
  kept record;
BEGIN
  EXECUTE format('DROP SCHEMA IF EXISTS %I CASCADE', past);
  EXECUTE format('CREATE SCHEMA %I', past);
  EXECUTE format(
    'COMMENT ON SCHEMA %I IS ''The registry as it was at the moment as_of()''', past);
  FOR kept IN
    SELECT class.relname AS name,
      string_agg(quote_ident(attname), ', ' ORDER BY attnum) AS columns
    FROM pg_class AS class
    JOIN pg_attribute ON attrelid = class.oid
    WHERE class.relnamespace = present::regnamespace AND class.relkind = 'r'
      AND attnum > 0 AND NOT attisdropped AND attname NOT IN ('valid_from', 'search')
      AND EXISTS (
        SELECT FROM pg_trigger WHERE tgrelid = class.oid AND tgname = 'keep_row')
    GROUP BY class.relname
  LOOP
    EXECUTE format(
      $view$
      CREATE VIEW %1$I.%2$I AS
      SELECT %3$s FROM %4$I.%2$I WHERE valid_from <= %4$I.as_of()
      UNION ALL
      SELECT %3$s FROM (
        SELECT (jsonb_populate_record(NULL::%4$I.%2$I, content)).*
        FROM %4$I.row_history
        WHERE relation = %2$L AND row_history.valid_from <= %4$I.as_of()
          AND valid_to > %4$I.as_of()
        -- Without a limit the planner would unfold the record once for every column.
        OFFSET 0) AS replaced
      $view$, past, kept.name, kept.columns, present);
  END LOOP;
END
$$;
COMMENT ON FUNCTION rebuild_past() IS
  'Makes the views by which one looks back, for all tables whose history is kept';

DO $$
BEGIN
  PERFORM keep_history(class.oid::regclass)
  FROM pg_class AS class
  WHERE class.relnamespace = current_schema()::regnamespace AND class.relkind = 'r'
    AND class.relname NOT IN
      ('schema_migration', 'import_run', 'analysis_run', 'finding', 'row_history')
  ORDER BY class.relname;
  PERFORM rebuild_past();
END
$$;
