-- What the tables are made of: domains, date functions, German full-text search.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- Ids compare byte by byte: the order is the same on every server, and comparing is cheap.
CREATE DOMAIN slug AS text COLLATE "C"
  CHECK (VALUE ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND octet_length(VALUE) <= 80);
COMMENT ON DOMAIN slug IS
  'Id: lower-case letters and digits in groups joined by single hyphens, at most 80 characters';

CREATE DOMAIN project_id AS text COLLATE "C"
  CHECK (VALUE ~ '^[a-z0-9]+(-[a-z0-9]+)*(--[1-9][0-9]*)?$' AND octet_length(VALUE) <= 90);
COMMENT ON DOMAIN project_id IS
  'Id of a project: a slug; the second and further claimants of an id end in --2, --3 …';

CREATE DOMAIN source_id AS text COLLATE "C"
  CHECK (VALUE ~ '^[a-z0-9][a-z0-9_-]*$' AND octet_length(VALUE) <= 80);
COMMENT ON DOMAIN source_id IS 'Id of a source: like a slug, underscores allowed';

CREATE DOMAIN text_list AS text[]
  CHECK (array_position(VALUE, NULL) IS NULL);
COMMENT ON DOMAIN text_list IS 'An ordered list of texts, possibly empty, without NULL';

CREATE DOMAIN partial_date AS text COLLATE "C"
  CHECK (
    VALUE ~ '^[1-9][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$'
    -- Days 1 to 28 exist in every month; only the last three need the calendar.
    AND CASE WHEN octet_length(VALUE) = 10 AND substr(VALUE, 9, 2) > '28' THEN
      substr(VALUE, 9, 2)::integer <= date_part('day',
        make_date(substr(VALUE, 1, 4)::integer, substr(VALUE, 6, 2)::integer, 1)
        + interval '1 month' - interval '1 day')
      ELSE true END
  );
COMMENT ON DOMAIN partial_date IS
  'A date as precisely as its source knows it, as written: 2021, 2021-03 or 2021-03-15. '
  'first_day() and last_day() give the days it stands for';

-- Neither function is STRICT, so that the planner can inline it; both give NULL for NULL.
CREATE FUNCTION first_day(value text) RETURNS date
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN make_date(
    substr(value, 1, 4)::integer,
    CASE WHEN octet_length(value) >= 7 THEN substr(value, 6, 2)::integer ELSE 1 END,
    CASE WHEN octet_length(value) = 10 THEN substr(value, 9, 2)::integer ELSE 1 END);
COMMENT ON FUNCTION first_day(text) IS 'The first day that a partial date stands for';

CREATE FUNCTION last_day(value text) RETURNS date
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE octet_length(value)
    WHEN 10 THEN make_date(
      substr(value, 1, 4)::integer, substr(value, 6, 2)::integer, substr(value, 9, 2)::integer)
    WHEN 7 THEN (
      make_date(substr(value, 1, 4)::integer, substr(value, 6, 2)::integer, 1)
      + interval '1 month' - interval '1 day')::date
    ELSE make_date(substr(value, 1, 4)::integer, 12, 31)
  END;
COMMENT ON FUNCTION last_day(text) IS 'The last day that a partial date stands for';

CREATE TEXT SEARCH CONFIGURATION dach_german (COPY = german);
ALTER TEXT SEARCH CONFIGURATION dach_german
  ALTER MAPPING FOR hword, hword_part, word WITH unaccent, german_stem;
COMMENT ON TEXT SEARCH CONFIGURATION dach_german IS
  'German stemmer behind unaccent: "burger strasse" finds "Bürgern Straßen"';
