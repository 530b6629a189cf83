-- Who may see and change what. Rights belong to four groups, which are roles of the whole server;
-- a login is a member of one of them (see account). Row-level security is on for every table, for
-- its owner as well, so that nothing depends on a program's care. What each group gets is in
-- docs/rights.md; a test holds every table to it.
--
-- A confidential project is seen by its own department, the stewards and the owners. For everybody
-- else it does not exist, nor does any row that names it. A test on the present user is wrapped as
-- (SELECT …), so that it is made once for a statement and not for every row.

-- Functions that run with their owner's rights must not find a caller's objects.
SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

-- MARK: Groups
--
-- The groups dach_planner, dach_department, dach_steward, dach_owner and dach_web belong to the server
-- and not to a database; dach makes them before it migrates one or puts one back (ServerGroups.swift).

DO $$
BEGIN
  EXECUTE format(
    'GRANT USAGE ON SCHEMA %I TO dach_planner, dach_department, dach_steward', current_schema());
  EXECUTE format('GRANT USAGE, CREATE ON SCHEMA %I TO dach_owner', current_schema());
  -- Up to PostgreSQL 14, everybody might create tables in the schema public.
  EXECUTE format('REVOKE CREATE ON SCHEMA %I FROM PUBLIC', current_schema());
END
$$;

-- MARK: Who is asking

CREATE FUNCTION effective_role() RETURNS name LANGUAGE sql STABLE PARALLEL RESTRICTED
  RETURN coalesce(nullif(current_setting('role'), 'none'), session_user::text)::name;
COMMENT ON FUNCTION effective_role() IS
  'The role whose rights count, also inside functions that run with their owner''s rights';

CREATE FUNCTION acting_role() RETURNS name LANGUAGE sql STABLE PARALLEL RESTRICTED
  RETURN CASE session_user WHEN 'dach_web' THEN effective_role() ELSE session_user END;
COMMENT ON FUNCTION acting_role() IS
  'The role that history and audit trail name: the login, or for whom the web server acts';

CREATE FUNCTION sees_everything() RETURNS boolean LANGUAGE sql STABLE PARALLEL RESTRICTED
  RETURN pg_has_role(effective_role(), 'dach_steward', 'USAGE')
    OR pg_has_role(effective_role(), 'dach_owner', 'USAGE')
    OR (SELECT rolbypassrls FROM pg_roles WHERE rolname = effective_role());
COMMENT ON FUNCTION sees_everything() IS
  'Whether nothing is hidden from the present user: stewards, owners and superusers';

CREATE TABLE account (
  role name PRIMARY KEY,
  member_of text NOT NULL CHECK (member_of IN ('planner', 'department', 'steward', 'owner')),
  department slug REFERENCES department ON UPDATE CASCADE,
  contact text NOT NULL CHECK (contact LIKE '%_@_%'),
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by name NOT NULL DEFAULT acting_role(),
  CHECK ((member_of = 'department') = (department IS NOT NULL))
);
CREATE INDEX account_department_idx ON account (department);
COMMENT ON TABLE account IS 'The logins of this registry; PostgreSQL alone knows their passwords';
COMMENT ON COLUMN account.role IS 'The login role, named after a function';
COMMENT ON COLUMN account.member_of IS 'Its group: planner, department, steward or owner';
COMMENT ON COLUMN account.department IS 'The department whose projects it writes';
COMMENT ON COLUMN account.contact IS 'A function mailbox, never a person''s';
COMMENT ON COLUMN account.created_at IS 'When it was added';
COMMENT ON COLUMN account.created_by IS 'The role that added it';

CREATE FUNCTION own_department() RETURNS slug
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path FROM CURRENT AS $$
    SELECT department FROM account
    WHERE role = effective_role()
      AND pg_has_role(effective_role(), 'dach_department', 'USAGE')
$$;
COMMENT ON FUNCTION own_department() IS
  'The department whose projects the present user writes; NULL for everybody else';

CREATE FUNCTION is_open(visibility text, department text) RETURNS boolean
  LANGUAGE sql STABLE PARALLEL RESTRICTED
  RETURN visibility IS DISTINCT FROM 'confidential'
    OR coalesce(department = (SELECT own_department()), false)
    OR (SELECT sees_everything());
COMMENT ON FUNCTION is_open(text, text) IS
  'Whether the present user may see a project of this visibility and department';

-- MARK: Rows that name projects
--
-- These functions look at rows that are stored already, and say no for any other: asked about an id
-- of one's own choice, they answer the same whether a hidden project has it or none.

CREATE FUNCTION names_hidden_project(names text[]) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path FROM CURRENT AS $$
    SELECT EXISTS (
        SELECT FROM project
        WHERE id = ANY (names) AND NOT is_open(visibility, department))
      OR EXISTS (
        SELECT FROM project
        WHERE formerly <> '{}' AND formerly::text[] && names
          AND NOT is_open(visibility, department))
$$;
COMMENT ON FUNCTION names_hidden_project(text[]) IS
  'Whether one of the ids is or was that of a project hidden from the present user; it must not '
  'be asked by anybody from whom something is hidden';

CREATE FUNCTION verdict_is_open(first_id text, second_id text, number integer) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path FROM CURRENT AS $$
    SELECT EXISTS (
      SELECT FROM verdict
      WHERE first_project = first_id AND second_project = second_id AND ordinal = number
        AND NOT names_hidden_project(array_remove(ARRAY[first_id, second_id, bundle::text], NULL)))
$$;
COMMENT ON FUNCTION verdict_is_open(text, text, integer) IS
  'Whether there is this verdict and the present user may see it';

CREATE FUNCTION waiver_is_open(name text, ids text[], number integer) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path FROM CURRENT AS $$
    SELECT EXISTS (
      SELECT FROM waiver
      WHERE rule = name AND subjects = ids AND ordinal = number AND NOT names_hidden_project(ids))
$$;
COMMENT ON FUNCTION waiver_is_open(text, text[], integer) IS
  'Whether there is this waiver and the present user may see it';

-- Was confidential once: what was true then stays hidden.
CREATE INDEX row_history_confidential_idx ON row_history ((content ->> 'id'))
  WHERE relation = 'project' AND content ->> 'visibility' = 'confidential';

CREATE FUNCTION past_row_is_open(number bigint) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path FROM CURRENT AS $$
    SELECT EXISTS (
      SELECT FROM row_history AS past
      CROSS JOIN LATERAL (
        SELECT array_remove(
          ARRAY[
            CASE past.relation WHEN 'project' THEN past.content ->> 'id' END,
            past.content ->> 'project', past.content ->> 'target', past.content ->> 'bundle',
            past.content ->> 'first_project', past.content ->> 'second_project',
            past.content ->> 'answer_project']
          || CASE past.relation WHEN 'waiver' THEN ARRAY(
            SELECT jsonb_array_elements_text(past.content -> 'subjects')) END,
          NULL) AS names) AS named
      WHERE past.id = number
        -- Accounts and runs are nobody else's business, in the past as well.
        AND past.relation <> 'account'
        AND (past.relation <> 'project'
          OR is_open(past.content ->> 'visibility', past.content ->> 'department'))
        AND NOT names_hidden_project(named.names)
        AND NOT EXISTS (
          SELECT FROM row_history AS hidden
          WHERE hidden.relation = 'project'
            AND hidden.content ->> 'visibility' = 'confidential'
            AND hidden.content ->> 'id' = ANY (named.names)
            AND hidden.valid_to > past.valid_from
            AND NOT is_open('confidential', hidden.content ->> 'department')))
$$;
COMMENT ON FUNCTION past_row_is_open(bigint) IS
  'Whether there is this row of row_history and the present user may see it: no project that it '
  'names is hidden now, or was while the row was true';

REVOKE ALL ON FUNCTION names_hidden_project(text[]) FROM PUBLIC;

-- MARK: The audit trail

CREATE TABLE audit_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now(),
  role name NOT NULL DEFAULT acting_role(),
  kind text NOT NULL CHECK (kind IN ('verdict', 'waiver', 'merger', 'label', 'import', 'account')),
  operation text NOT NULL CHECK (operation IN ('added', 'changed', 'removed')),
  subjects text[] NOT NULL,
  old jsonb,
  new jsonb,
  CHECK ((operation = 'added') = (old IS NULL)),
  CHECK ((operation = 'removed') = (new IS NULL))
);
CREATE INDEX audit_event_at_idx ON audit_event (at);
COMMENT ON TABLE audit_event IS
  'Decisions, mergers, label grants, imports and accounts as they were made, changed and taken '
  'back. Triggers write it; nobody but an owner can change it';
COMMENT ON COLUMN audit_event.id IS 'Running number';
COMMENT ON COLUMN audit_event.at IS 'When its transaction began';
COMMENT ON COLUMN audit_event.role IS 'The database role that did it';
COMMENT ON COLUMN audit_event.kind IS 'What was touched';
COMMENT ON COLUMN audit_event.operation IS 'added, changed or removed';
COMMENT ON COLUMN audit_event.subjects IS 'Ids of what it is about';
COMMENT ON COLUMN audit_event.old IS 'What it said before; NULL where it is new';
COMMENT ON COLUMN audit_event.new IS 'What it says now; NULL where it was removed';

CREATE FUNCTION audit() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  -- Where a record was written is no part of it.
  silent CONSTANT text[] := '{file,line,position,valid_from}';
  before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - silent END;
  after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - silent END;
  present jsonb := coalesce(after, before);
  subjects text[];
BEGIN
  IF before = after THEN
    RETURN NULL;
  END IF;
  subjects := CASE TG_ARGV[0]
    WHEN 'verdict' THEN ARRAY[present ->> 'first_project', present ->> 'second_project']
    WHEN 'waiver' THEN
      ARRAY[present ->> 'rule'] || ARRAY(SELECT jsonb_array_elements_text(present -> 'subjects'))
    WHEN 'merger' THEN ARRAY[present ->> 'project', present ->> 'target']
    WHEN 'label' THEN ARRAY[present ->> 'id']
    WHEN 'import' THEN ARRAY[present ->> 'command', present ->> 'source']
    WHEN 'account' THEN ARRAY[present ->> 'role']
  END;
  IF TG_ARGV[0] = 'label' THEN
    before := jsonb_build_object('label', before -> 'label', 'page', before -> 'page');
    after := jsonb_build_object('label', after -> 'label', 'page', after -> 'page');
  END IF;
  INSERT INTO audit_event (kind, operation, subjects, old, new)
  VALUES (
    TG_ARGV[0],
    CASE TG_OP WHEN 'INSERT' THEN 'added' WHEN 'UPDATE' THEN 'changed' ELSE 'removed' END,
    subjects,
    CASE WHEN TG_OP <> 'INSERT' THEN before END,
    CASE WHEN TG_OP <> 'DELETE' THEN after END);
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION audit() IS 'Writes what happens to a row to the audit trail';

CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON verdict
  FOR EACH ROW EXECUTE FUNCTION audit('verdict');
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON waiver
  FOR EACH ROW EXECUTE FUNCTION audit('waiver');
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON project_merger
  FOR EACH ROW EXECUTE FUNCTION audit('merger');
CREATE TRIGGER audit_new_label AFTER INSERT ON project
  FOR EACH ROW WHEN (NEW.label = 'granted') EXECUTE FUNCTION audit('label');
CREATE TRIGGER audit_label AFTER UPDATE ON project
  FOR EACH ROW WHEN (OLD.label IS DISTINCT FROM NEW.label
    AND (OLD.label = 'granted' OR NEW.label = 'granted')) EXECUTE FUNCTION audit('label');
CREATE TRIGGER audit_old_label AFTER DELETE ON project
  FOR EACH ROW WHEN (OLD.label = 'granted') EXECUTE FUNCTION audit('label');
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON import_run
  FOR EACH ROW EXECUTE FUNCTION audit('import');
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON account
  FOR EACH ROW EXECUTE FUNCTION audit('account');

-- History and runs name the login, not the group it may have put on.
DO $$
DECLARE
  noting record;
BEGIN
  FOR noting IN
    SELECT adrelid::regclass AS name
    FROM pg_attrdef
    JOIN pg_attribute ON attrelid = adrelid AND attnum = adnum AND attname = 'role'
    JOIN pg_class AS class ON class.oid = adrelid
    WHERE class.relnamespace = current_schema()::regnamespace
      AND pg_get_expr(adbin, adrelid) = 'SESSION_USER'
  LOOP
    EXECUTE format('ALTER TABLE %s ALTER COLUMN role SET DEFAULT acting_role()', noting.name);
  END LOOP;
END
$$;

-- MARK: Who changed what, and when

-- Whoever writes a row makes a change, in a table that nobody else writes to. By which command it was
-- made is what the writer's session says; by whom and when is not.
ALTER TABLE change ADD COLUMN transaction xid8;
ALTER TABLE change ALTER COLUMN transaction SET DEFAULT pg_current_xact_id();
CREATE INDEX change_transaction_idx ON change (transaction);
COMMENT ON COLUMN change.transaction IS
  'The transaction that made it, as this server counts them; NULL where that is not known';

CREATE OR REPLACE FUNCTION change_time() RETURNS timestamptz
  LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
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
  SELECT greatest(clock_timestamp(), max(at) + interval '1 microsecond'), acting_role(),
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

CREATE FUNCTION proven_change_time() RETURNS timestamptz
  LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  -- A change that was restored from another server's dump may have the same number, and is older.
  moment timestamptz := (
    SELECT at FROM change WHERE transaction = pg_current_xact_id() AND at >= now());
BEGIN
  IF moment IS NULL THEN
    PERFORM set_config('dach.change', '', true);
    moment := change_time();
  END IF;
  RETURN moment;
END
$$;
COMMENT ON FUNCTION proven_change_time() IS
  'change_time(), but by what the table of changes says and not by a setting that anybody can make';

-- What a row was before is kept on behalf of those who may not write the history themselves.
CREATE OR REPLACE FUNCTION keep_row() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  moment timestamptz := proven_change_time();
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

CREATE OR REPLACE FUNCTION keep_rename() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  INSERT INTO record_rename (relation, new_id, at, old_id)
  VALUES (TG_TABLE_NAME, NEW.id, proven_change_time(), OLD.id);
  RETURN NULL;
END
$$;

REVOKE ALL ON FUNCTION change_time(), proven_change_time() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION change_time(), proven_change_time()
  TO dach_department, dach_steward, dach_owner;

-- What belongs to a project, or names it, is known from the day on which it is opened. So it begins
-- anew then, and what is kept of it from before stays hidden.
CREATE FUNCTION begin_anew() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  part text;
  names CONSTANT text[] := NEW.id::text || NEW.formerly::text[];
BEGIN
  FOREACH part IN ARRAY TG_ARGV LOOP
    EXECUTE format('UPDATE %I SET project = project WHERE project = $1', part) USING NEW.id;
  END LOOP;
  UPDATE project_link SET target = target WHERE target = ANY (names);
  UPDATE project_merger SET target = target WHERE target = ANY (names);
  UPDATE measure_project SET project = project WHERE project = ANY (names);
  UPDATE contribution SET answer_project = answer_project WHERE answer_project = ANY (names);
  UPDATE verdict SET outcome = outcome
  WHERE first_project = ANY (names) OR second_project = ANY (names) OR bundle = ANY (names);
  UPDATE waiver SET reason = reason WHERE subjects && names;
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION begin_anew() IS
  'Lets the history of what belongs to a project or names it begin when the project is opened';
CREATE TRIGGER begin_anew AFTER UPDATE OF visibility ON project
  FOR EACH ROW
  WHEN (OLD.visibility = 'confidential' AND NEW.visibility IS DISTINCT FROM 'confidential')
  EXECUTE FUNCTION begin_anew(
    'project_location', 'project_theme', 'project_alignment', 'project_partner', 'project_service',
    'project_link', 'project_contribution', 'project_source', 'project_merger',
    'project_merger_value');

-- A change is shown to those who see something that it made or ended.
CREATE INDEX row_history_valid_from_idx ON row_history (valid_from);
CREATE FUNCTION rebuild_change_shows() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  kept record;
  rows text;
  ended text;
BEGIN
  FOR kept IN
    SELECT relname AS name, relname LIKE 'project%' OR relname IN ('verdict', 'waiver') AS is_long
    FROM pg_class AS class
    WHERE relnamespace = current_schema()::regnamespace
      AND EXISTS (SELECT FROM pg_trigger WHERE tgrelid = class.oid AND tgname = 'keep_row')
    ORDER BY relname <> 'project', relname
  LOOP
    IF kept.is_long THEN
      EXECUTE format(
        'CREATE INDEX IF NOT EXISTS %I ON %I (valid_from)', kept.name || '_valid_from_idx',
        kept.name);
    END IF;
    rows := concat_ws(' OR ', rows,
      format('EXISTS (SELECT FROM %I WHERE valid_from = moment)', kept.name));
    ended := concat_ws(', ', ended, quote_literal(kept.name));
  END LOOP;
  EXECUTE format(
    $shows$
    CREATE OR REPLACE FUNCTION change_shows(moment timestamptz) RETURNS boolean
      LANGUAGE sql STABLE PARALLEL RESTRICTED SET search_path = %I, pg_temp AS $body$
      SELECT %s
        OR EXISTS (
          SELECT FROM row_history WHERE relation = ANY (ARRAY[%s]) AND valid_to = moment)
        OR EXISTS (SELECT FROM row_history WHERE valid_from = moment)
      $body$
    $shows$, current_schema(), rows, ended);
END
$$;
COMMENT ON FUNCTION rebuild_change_shows() IS
  'Makes the function change_shows() for all tables whose history is kept';
SELECT rebuild_change_shows();
COMMENT ON FUNCTION change_shows(timestamptz) IS
  'Whether the present user sees a row that the change made or ended';

CREATE FUNCTION change_source(moment timestamptz) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path FROM CURRENT AS $$
    SELECT source FROM change
    WHERE at = moment AND (sees_everything() OR role = acting_role())
$$;
COMMENT ON FUNCTION change_source(timestamptz) IS
  'What a change was about, which may name hidden projects: for those who see everything, and for '
  'whoever made it';

CREATE FUNCTION rename_is_open(named text, id text, moment timestamptz) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path FROM CURRENT AS $$
    SELECT EXISTS (
      SELECT FROM record_rename AS rename
      WHERE rename.relation = named AND rename.new_id = id AND rename.at = moment
        AND (named <> 'project'
          OR NOT names_hidden_project(ARRAY[rename.new_id, rename.old_id])
            AND NOT EXISTS (
              SELECT FROM row_history AS hidden
              WHERE hidden.relation = 'project'
                AND hidden.content ->> 'visibility' = 'confidential'
                AND hidden.content ->> 'id' IN (rename.new_id, rename.old_id)
                AND hidden.valid_to >= moment
                AND NOT is_open('confidential', hidden.content ->> 'department'))))
$$;
COMMENT ON FUNCTION rename_is_open(text, text, timestamptz) IS
  'Whether there is this renaming and the present user may know of it';

CREATE FUNCTION history_begins() RETURNS timestamptz
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path FROM CURRENT AS $$
    SELECT greatest(min(import_run.at), min(applied_at))
    FROM import_run, schema_migration
    WHERE name = '0008-history.sql'
$$;
COMMENT ON FUNCTION history_begins() IS
  'The moment of the oldest state of the registry that is known; NULL before the first import';

-- MARK: What only stewards may say

CREATE FUNCTION refuse_change() RETURNS trigger
  LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF sees_everything() THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'insufficient_privilege';
END
$$;
COMMENT ON FUNCTION refuse_change() IS 'Lets a change pass for stewards and owners alone';

CREATE TRIGGER refuse_label BEFORE UPDATE ON project
  FOR EACH ROW WHEN (NEW.label = 'granted' AND OLD.label IS DISTINCT FROM 'granted')
  EXECUTE FUNCTION refuse_change('the label is granted by a steward');

CREATE TRIGGER refuse_review BEFORE UPDATE ON project_alignment
  FOR EACH ROW WHEN (NEW.review = 'reviewed'
    AND (NEW.guideline, NEW.role, NEW.rationale, NEW.revision, NEW.review)
      IS DISTINCT FROM (OLD.guideline, OLD.role, OLD.rationale, OLD.revision, OLD.review))
  EXECUTE FUNCTION refuse_change('an alignment is reviewed by a steward');

CREATE FUNCTION owns_project(name text) RETURNS boolean
  LANGUAGE sql STABLE PARALLEL RESTRICTED
  RETURN EXISTS (
    SELECT FROM project WHERE id = name AND department = (SELECT own_department()));
COMMENT ON FUNCTION owns_project(text) IS
  'Whether there is this project and the present user writes it';

-- A link has two sides: one states it, the other answers.
CREATE FUNCTION keep_to_own_side() RETURNS trigger
  LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF sees_everything()
    OR (owns_project(OLD.project)
      OR (NEW.project, NEW.target, NEW.kind, NEW.position, NEW.note, NEW.proposed)
        IS NOT DISTINCT FROM
        (OLD.project, OLD.target, OLD.kind, OLD.position, OLD.note, OLD.proposed))
    AND (owns_project(OLD.target)
      -- Whoever states a declined link anew takes the answer away.
      OR num_nonnulls(NEW.confirmed, NEW.declined) = 0
      OR (NEW.confirmed, NEW.declined, NEW.decline_reason)
        IS NOT DISTINCT FROM (OLD.confirmed, OLD.declined, OLD.decline_reason))
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a link is stated by one side and answered by the other'
    USING ERRCODE = 'insufficient_privilege';
END
$$;
COMMENT ON FUNCTION keep_to_own_side() IS
  'Lets a department change what its own project says, and answer what others say about it';
CREATE TRIGGER keep_to_own_side BEFORE UPDATE ON project_link
  FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION keep_to_own_side();

-- The same for a decision of one department on its own and another's project.
CREATE FUNCTION keep_to_own_decision() RETURNS trigger
  LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  answer CONSTANT text[] := '{confirmed,declined,decline_reason,valid_from,file,line,position}';
  is_answered CONSTANT boolean :=
    (NEW.confirmed, NEW.declined, NEW.decline_reason)
      IS DISTINCT FROM (OLD.confirmed, OLD.declined, OLD.decline_reason)
    AND num_nonnulls(NEW.confirmed, NEW.declined) > 0;
BEGIN
  IF sees_everything()
    OR (to_jsonb(NEW) - answer = to_jsonb(OLD) - answer
      -- A new decision is not agreed to yet.
      OR NEW.decided_by = own_department() AND num_nonnulls(NEW.confirmed, NEW.declined) = 0)
    AND (NOT is_answered OR OLD.decided_by IS DISTINCT FROM own_department()
      OR owns_project(NEW.first_project) AND owns_project(NEW.second_project))
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a decision is made by one side and answered by the other'
    USING ERRCODE = 'insufficient_privilege';
END
$$;
COMMENT ON FUNCTION keep_to_own_decision() IS
  'Lets a department change its own decisions, and answer another''s that concern its projects';
CREATE TRIGGER keep_to_own_decision BEFORE UPDATE ON verdict
  FOR EACH ROW EXECUTE FUNCTION keep_to_own_decision();

-- MARK: Policies

-- Tables of later migrations are given their rights by this function, too.
CREATE FUNCTION protect(
  target regclass, steward text DEFAULT 'read', seen text DEFAULT NULL, own text DEFAULT NULL
) RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  -- Nobody writes at another time than that of the change; updates are stamped by keep_row().
  stamped CONSTANT text := CASE WHEN EXISTS (
      SELECT FROM pg_attribute WHERE attrelid = target AND attname = 'valid_from'
        AND EXISTS (SELECT FROM pg_trigger WHERE tgrelid = target AND tgname = 'keep_row'))
    THEN 'valid_from = (SELECT proven_change_time())' ELSE 'true' END;
  policy record;
BEGIN
  FOR policy IN SELECT polname AS name FROM pg_policy WHERE polrelid = target LOOP
    EXECUTE format('DROP POLICY %I ON %s', policy.name, target);
  END LOOP;
  EXECUTE format(
    'REVOKE ALL ON %s FROM PUBLIC, dach_planner, dach_department, dach_steward', target);
  EXECUTE format('ALTER TABLE %s OWNER TO dach_owner', target);
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  EXECUTE format('CREATE POLICY owner ON %s TO dach_owner USING (true)', target);
  IF steward = 'write' THEN
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO dach_steward', target);
    EXECUTE format(
      'CREATE POLICY steward ON %s TO dach_steward USING (true) WITH CHECK (%s)', target, stamped);
  ELSIF steward = 'read' THEN
    EXECUTE format('GRANT SELECT ON %s TO dach_steward', target);
    EXECUTE format(
      'CREATE POLICY steward ON %s FOR SELECT TO dach_steward USING (true)', target);
  END IF;
  IF seen IS NOT NULL THEN
    EXECUTE format('GRANT SELECT ON %s TO dach_planner, dach_department', target);
    EXECUTE format(
      'CREATE POLICY seen ON %s FOR SELECT TO dach_planner, dach_department USING (%s)',
      target, seen);
  END IF;
  IF own IS NOT NULL THEN
    EXECUTE format('GRANT INSERT, UPDATE, DELETE ON %s TO dach_department', target);
    EXECUTE format(
      'CREATE POLICY own_added ON %s FOR INSERT TO dach_department WITH CHECK ((%s) AND %s)',
      target, own, stamped);
    EXECUTE format(
      'CREATE POLICY own_changed ON %s FOR UPDATE TO dach_department USING (%s) WITH CHECK (%2$s)',
      target, own);
    EXECUTE format(
      'CREATE POLICY own_removed ON %s FOR DELETE TO dach_department USING (%s)', target, own);
  END IF;
END
$$;
COMMENT ON FUNCTION protect(regclass, text, text, text) IS
  'Gives a table to dach_owner and puts row-level security on it. steward: write, read or none; '
  'seen: which rows planners and departments see, NULL for none; own: which rows a department '
  'writes, NULL for none';

-- What no line below speaks of is closed to planners and departments.
SELECT protect(class.oid::regclass)
FROM pg_class AS class
WHERE class.relnamespace = current_schema()::regnamespace AND class.relkind = 'r'
ORDER BY class.relname;

-- The frame: read by all, kept by stewards.
SELECT protect(frame::regclass, steward => 'write', seen => 'true')
FROM unnest(ARRAY[
  'department', 'office', 'strategy', 'source', 'strategy_function', 'guideline',
  'guideline_wording', 'guideline_expectation', 'theme', 'theme_expectation', 'service',
  'milestone', 'statement', 'key_figure', 'sub_strategy', 'council_decision', 'participation',
  'participation_format', 'participation_result', 'measure']) AS frame;
SELECT protect('measure_project', steward => 'write', seen =>
  'EXISTS (SELECT FROM project AS named WHERE named.id = measure_project.project)');
SELECT protect('contribution', steward => 'write', seen =>
  'answer_project IS NULL
    OR EXISTS (SELECT FROM project AS named WHERE named.id = contribution.answer_project)');

-- Projects.
SELECT protect('project', steward => 'write',
  seen => $$visibility IS DISTINCT FROM 'confidential'$$,
  own => 'department = (SELECT own_department())');
CREATE POLICY own_seen ON project FOR SELECT TO dach_department
  USING (department = (SELECT own_department()));
-- They are archived and not deleted; a new one has no label yet.
REVOKE DELETE ON project FROM dach_department, dach_steward;
CREATE POLICY own_unlabelled ON project AS RESTRICTIVE FOR INSERT TO dach_department
  WITH CHECK (label IS DISTINCT FROM 'granted' OR (SELECT sees_everything()));
-- By which the rows below find out whether their project is seen, without reading its wide row.
CREATE INDEX project_seen_idx ON project (id) INCLUDE (visibility, department);

SELECT protect(part::regclass, steward => 'write',
  seen => format('EXISTS (SELECT FROM project AS whole WHERE whole.id = %I.project)', part),
  own => format(
    'EXISTS (SELECT FROM project AS whole
      WHERE whole.id = %I.project AND whole.department = (SELECT own_department()))', part))
FROM unnest(ARRAY[
  'project_location', 'project_theme', 'project_alignment', 'project_partner', 'project_service',
  'project_contribution', 'project_source']) AS part;
CREATE POLICY own_declared ON project_alignment AS RESTRICTIVE FOR INSERT TO dach_department
  WITH CHECK (review = 'declared' OR (SELECT sees_everything()));

SELECT protect('project_link', steward => 'write',
  seen =>
    'EXISTS (SELECT FROM project AS whole WHERE whole.id = project_link.project)
      AND EXISTS (SELECT FROM project AS other WHERE other.id = project_link.target)',
  own =>
    'EXISTS (SELECT FROM project AS whole
      WHERE whole.id = project_link.project AND whole.department = (SELECT own_department()))');
CREATE POLICY own_seen ON project_link FOR SELECT TO dach_department
  USING (EXISTS (SELECT FROM project AS whole
    WHERE whole.id = project_link.project AND whole.department = (SELECT own_department())));
-- The other side answers.
CREATE POLICY answered ON project_link FOR UPDATE TO dach_department
  USING (EXISTS (SELECT FROM project AS other
    WHERE other.id = project_link.target AND other.department = (SELECT own_department())));
CREATE POLICY own_unanswered ON project_link AS RESTRICTIVE FOR INSERT TO dach_department
  WITH CHECK (num_nonnulls(confirmed, declined) = 0 OR owns_project(target)
    OR (SELECT sees_everything()));

SELECT protect(trace::regclass, steward => 'write',
  seen => format(
    'EXISTS (SELECT FROM project AS whole WHERE whole.id = %I.project)
      AND EXISTS (SELECT FROM project AS other WHERE other.id = %1$I.target)', trace),
  own => format(
    'EXISTS (SELECT FROM project AS whole
      WHERE whole.id = %I.project AND whole.department = (SELECT own_department()))', trace))
FROM unnest(ARRAY['project_merger']) AS trace;
SELECT protect('project_merger_value', steward => 'write',
  seen => 'EXISTS (SELECT FROM project_merger AS merger
    WHERE merger.project = project_merger_value.project)',
  own => 'EXISTS (SELECT FROM project AS whole
    WHERE whole.id = project_merger_value.project
      AND whole.department = (SELECT own_department()))');

-- Decisions. A department answers what concerns its own projects; what makes one of two projects is
-- for the stewards to decide, unless both are its own.
SELECT protect('verdict', steward => 'write',
  seen => 'verdict_is_open(first_project, second_project, ordinal)',
  own => 'owns_project(first_project) OR owns_project(second_project)');
CREATE POLICY own_decided ON verdict AS RESTRICTIVE FOR INSERT TO dach_department
  WITH CHECK ((SELECT sees_everything())
    OR decided_by = (SELECT own_department()) AND num_nonnulls(confirmed, declined) = 0
      AND EXISTS (SELECT FROM project WHERE id = first_project)
      AND EXISTS (SELECT FROM project WHERE id = second_project)
      AND (outcome NOT IN ('duplicate', 'bundle')
        OR owns_project(first_project) AND owns_project(second_project)));
CREATE POLICY own_redecided ON verdict AS RESTRICTIVE FOR UPDATE TO dach_department
  USING (true)
  WITH CHECK ((SELECT sees_everything()) OR outcome NOT IN ('duplicate', 'bundle')
    OR owns_project(first_project) AND owns_project(second_project));
CREATE POLICY own_withdrawn ON verdict AS RESTRICTIVE FOR DELETE TO dach_department
  USING ((SELECT sees_everything()) OR decided_by = (SELECT own_department()));
SELECT protect('waiver', steward => 'write', seen => 'waiver_is_open(rule, subjects, ordinal)');

-- The past. Who only sees a part of the registry is told of the changes that left something to see.
SELECT protect('schema_migration', seen => 'true');
SELECT protect('row_history', seen => 'past_row_is_open(id)');
SELECT protect('record_rename', seen => 'rename_is_open(relation, new_id, at)');
SELECT protect('change',
  seen => 'role = (SELECT acting_role())::text OR change_shows(at)');

-- Runs. What a check of everything found is for those who see everything, and whoever looks back
-- sees the end of a day then, as if nothing had been checked on it.
SELECT protect('analysis_run', steward => 'write', seen => 'false');
SELECT protect('finding', steward => 'write');
SELECT protect('import_run', seen => 'role = (SELECT acting_role())::text');
-- Gaps in running numbers would tell how much is hidden.
REVOKE SELECT ON row_history, change, analysis_run, import_run FROM dach_planner, dach_department;
GRANT SELECT (relation, record, valid_from, valid_to, content) ON row_history
  TO dach_planner, dach_department;
GRANT SELECT (at, role, program, command) ON change TO dach_planner, dach_department;
GRANT SELECT (id, scope, as_of, at, state) ON analysis_run TO dach_planner, dach_department;
GRANT SELECT (at, role, command, source, complete, counts) ON import_run
  TO dach_planner, dach_department;
GRANT INSERT (command, source, complete, counts) ON import_run TO dach_department, dach_steward;
CREATE POLICY recorded ON import_run FOR INSERT TO dach_department, dach_steward
  WITH CHECK (role = (SELECT acting_role())::text AND at = (SELECT proven_change_time()));

-- A vector lets guess at the text it stands for, so only those of texts at hand are told.
SELECT protect('text_embedding', steward => 'write');

CREATE FUNCTION text_vectors(wanted_model text, texts text[])
  RETURNS TABLE (wanted text, vector bytea)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
    SELECT given.wanted, kept.vector
    FROM unnest(texts) AS given (wanted)
    JOIN text_embedding AS kept
      ON kept.model = wanted_model AND kept.digest = sha256(convert_to(given.wanted, 'UTF8'))
$$;
COMMENT ON FUNCTION text_vectors(text, text[]) IS 'The vectors kept of these texts';
REVOKE ALL ON FUNCTION text_vectors(text, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION text_vectors(text, text[])
  TO dach_planner, dach_department, dach_steward;

SELECT protect('account', seen => 'role = (SELECT effective_role())');
SELECT protect('audit_event');

-- MARK: Accounts
--
-- Only CREATEROLE makes a login. The functions borrow it from whoever applied this migration, so
-- that an owner need not have it: up to PostgreSQL 15 it makes a member of any group but superuser.

CREATE FUNCTION add_account(
  login text, verifier text, member_of text, department text, contact text
) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  IF login !~ '^[a-z][a-z0-9_-]{2,62}$' OR login ~ '^(pg|dach)_' THEN
    RAISE EXCEPTION 'no name for a login' USING ERRCODE = 'invalid_name';
  END IF;
  IF verifier !~ '^SCRAM-SHA-256[$]' THEN
    RAISE EXCEPTION 'no SCRAM verifier' USING ERRCODE = 'invalid_password';
  END IF;
  INSERT INTO account (role, member_of, department, contact)
  VALUES (login, member_of, department, contact);
  EXECUTE format('CREATE ROLE %I LOGIN PASSWORD %L IN ROLE %I',
    login, verifier, 'dach_' || member_of);
  IF member_of <> 'owner' THEN
    EXECUTE format('GRANT %I TO dach_web', login);
  END IF;
END
$$;
COMMENT ON FUNCTION add_account(text, text, text, text, text) IS
  'Makes a login with the verifier of its password; it is an error if the role exists';

CREATE FUNCTION remove_account(login text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  removed account;
BEGIN
  DELETE FROM account WHERE role = login RETURNING * INTO removed;
  IF removed IS NULL THEN
    RETURN 'unknown';
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = login) THEN
    RETURN 'removed';
  END IF;
  BEGIN
    EXECUTE format('DROP ROLE %I', login);
    RETURN 'removed';
  EXCEPTION WHEN dependent_objects_still_exist THEN
    EXECUTE format('REVOKE %I FROM %I', 'dach_' || removed.member_of, login);
    EXECUTE format('ALTER ROLE %I NOLOGIN PASSWORD NULL', login);
    RETURN 'disabled';
  END;
END
$$;
COMMENT ON FUNCTION remove_account(text) IS
  'Drops a login of this registry. Result: removed; disabled, where it owns something and is left '
  'without rights, login and password; or unknown';

REVOKE ALL ON FUNCTION add_account(text, text, text, text, text), remove_account(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION add_account(text, text, text, text, text), remove_account(text)
  TO dach_owner;

-- MARK: Speed
--
-- Before row-level security has spoken, an index is only used for conditions that cannot give a
-- hidden value away by an error or otherwise ("leakproof"). That is so for the operators below: none
-- fails because of a value, none calls anything of a user's. To say so takes a superuser; without
-- it every answer is the same and some take longer.
-- https://www.postgresql.org/docs/current/rules-privileges.html

CREATE FUNCTION trust_operators() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  trusted regprocedure;
BEGIN
  FOREACH trusted IN ARRAY ARRAY[
    'ts_match_vq(tsvector, tsquery)', 'similarity_op(text, text)', 'word_similarity_op(text, text)',
    'numeric_lt(numeric, numeric)', 'numeric_le(numeric, numeric)', 'numeric_eq(numeric, numeric)',
    'numeric_ge(numeric, numeric)', 'numeric_gt(numeric, numeric)',
    'arrayoverlap(anyarray, anyarray)', 'array_ne(anyarray, anyarray)',
    'starts_with(text, text)']::regprocedure[]
  LOOP
    EXECUTE format('ALTER FUNCTION %s LEAKPROOF', trusted);
  END LOOP;
END
$$;
COMMENT ON FUNCTION trust_operators() IS
  'Lets searches of planners and departments use the indexes; for a superuser, once for each '
  'database and again after it was restored from a dump';

-- MARK: Views

-- Before PostgreSQL 15 views know no rights but their owner's, who sees everything.
CREATE FUNCTION open_view(shown regclass) RETURNS void
  LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  EXECUTE format('ALTER VIEW %s OWNER TO dach_owner', shown);
  EXECUTE format('GRANT SELECT ON %s TO dach_steward', shown);
  IF current_setting('server_version_num')::integer >= 150000 THEN
    EXECUTE format('ALTER VIEW %s SET (security_invoker = true)', shown);
    EXECUTE format('GRANT SELECT ON %s TO dach_planner, dach_department', shown);
  END IF;
END
$$;
COMMENT ON FUNCTION open_view(regclass) IS
  'Lets a view be read with the rights of whoever reads it';
SELECT open_view('coverage');

ALTER FUNCTION rebuild_past() RENAME TO rebuild_past_views;
COMMENT ON FUNCTION rebuild_past_views() IS 'The part of rebuild_past() that knows no rights';
CREATE FUNCTION rebuild_past() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  past CONSTANT text := current_schema() || '_past';
BEGIN
  PERFORM rebuild_past_views();
  PERFORM rebuild_change_shows();
  EXECUTE format('ALTER SCHEMA %I OWNER TO dach_owner', past);
  EXECUTE format(
    'GRANT USAGE ON SCHEMA %I TO dach_planner, dach_department, dach_steward', past);
  PERFORM open_view(oid::regclass)
  FROM pg_class WHERE relnamespace = quote_ident(past)::regnamespace AND relkind = 'v';
END
$$;
COMMENT ON FUNCTION rebuild_past() IS
  'Makes the views by which one looks back, for all tables whose history is kept';
SELECT rebuild_past();

-- MARK: What no dump carries

-- Whoever is in dach_owner can carry on from here. The functions on accounts stay with the role
-- whose CREATEROLE they borrow.
CREATE FUNCTION settle() RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  past CONSTANT text := current_schema() || '_past';
  made record;
BEGIN
  EXECUTE format('ALTER SCHEMA %I OWNER TO dach_owner', past);
  FOR made IN
    SELECT oid::regclass AS name, CASE relkind WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END AS kind
    FROM pg_class
    WHERE relnamespace::regnamespace::text IN (quote_ident(current_schema()), quote_ident(past))
      AND relkind IN ('r', 'p', 'v') AND relowner <> 'dach_owner'::regrole
      AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_class.oid AND deptype = 'e')
  LOOP
    EXECUTE format('ALTER %s %s OWNER TO dach_owner', made.kind, made.name);
  END LOOP;
  FOR made IN
    SELECT oid::regprocedure AS name FROM pg_proc
    WHERE pronamespace = current_schema()::regnamespace AND proowner = current_user::regrole
      AND proname NOT IN ('add_account', 'remove_account')
      AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
  LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO dach_owner', made.name);
  END LOOP;
  IF (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    PERFORM trust_operators();
  END IF;
  -- The planner takes the look at a row's project for dear and would compile each statement.
  IF (SELECT pg_has_role(datdba, 'USAGE') FROM pg_database WHERE datname = current_database()) THEN
    EXECUTE format('ALTER DATABASE %I SET jit = off', current_database());
  END IF;
END
$$;
COMMENT ON FUNCTION settle() IS
  'Gives everything to dach_owner and sets what a dump does not carry: to be called after one was '
  'restored';
SELECT settle();
