-- What queries need besides the tables: one way of comparing parts of texts, and indexes by which
-- a page of results and the number of all results come quickly.

-- In collation "C", lower() knows the letters A to Z alone, so the result depends on no locale.
-- Most texts of one word are ASCII, for which the rest is skipped.
CREATE FUNCTION query_text(value text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN octet_length(value) = length(value) THEN lower(value COLLATE "C")
    ELSE replace(replace(replace(replace(replace(replace(replace(replace(
      lower(value COLLATE "C"), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss'),
      'Ä', 'ae'), 'Ö', 'oe'), 'Ü', 'ue'), 'ẞ', 'ss')
    END COLLATE "C";
COMMENT ON FUNCTION query_text(text) IS
  'A text for comparing parts of it: basic Latin letters and umlauts in lower case, umlauts and '
  'sharp s written out';

CREATE FUNCTION status_rank(value text) RETURNS integer
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN array_position(ARRAY['idea', 'planned', 'running', 'completed', 'discontinued'], value);
COMMENT ON FUNCTION status_rank(text) IS 'How far a status is: 1 for idea to 5 for discontinued';

-- Narrow, so that counting what a condition on these columns leaves never reads the wide rows.
CREATE INDEX project_query_idx
  ON project (id) INCLUDE (department, office, strategy, status, visibility, label, starts_on,
    ends_on, budget_amount, confirmed)
  WHERE archived_at IS NULL;
CREATE INDEX project_status_idx ON project (status) WHERE archived_at IS NULL;
CREATE INDEX project_ends_on_idx ON project (ends_on) WHERE archived_at IS NULL;
CREATE INDEX project_starts_on_idx ON project (starts_on) WHERE archived_at IS NULL;
-- The greatest budgets are asked for first, projects without one always come last.
CREATE INDEX project_budget_idx ON project (budget_amount DESC NULLS LAST, id)
  WHERE archived_at IS NULL;
CREATE INDEX project_sorted_title_idx ON project (query_text(title)) WHERE archived_at IS NULL;
CREATE INDEX project_renamed_idx ON project (id) WHERE formerly <> '{}';
