-- What a revision of a guideline changed, and how a city weighs the fields of its projects.

CREATE TABLE guideline_wording (
  guideline slug NOT NULL REFERENCES guideline ON UPDATE CASCADE ON DELETE CASCADE,
  position integer NOT NULL CHECK (position >= 1),
  revision integer NOT NULL CHECK (revision >= 1),
  name text NOT NULL CHECK (name <> ''),
  description text,
  valid_until partial_date,
  PRIMARY KEY (guideline, position)
);
COMMENT ON TABLE guideline_wording IS 'The wording of an earlier revision of a guideline';
COMMENT ON COLUMN guideline_wording.guideline IS 'The guideline';
COMMENT ON COLUMN guideline_wording.position IS 'Place in the guideline''s list, from 1';
COMMENT ON COLUMN guideline_wording.revision IS 'The revision that was worded so';
COMMENT ON COLUMN guideline_wording.name IS 'Name of the guideline in that revision';
COMMENT ON COLUMN guideline_wording.description IS 'What it asked for in that revision';
COMMENT ON COLUMN guideline_wording.valid_until IS 'The last day on which it was in force';

ALTER TABLE strategy
  ADD COLUMN essential_from integer NOT NULL DEFAULT 4 CHECK (essential_from >= 1),
  ADD COLUMN field_weights jsonb NOT NULL DEFAULT '{}'
    CHECK (jsonb_typeof(field_weights) = 'object');
COMMENT ON COLUMN strategy.essential_from IS
  'Weight from which on a project''s field is essential';
COMMENT ON COLUMN strategy.field_weights IS
  'Weights of project fields that differ from the usual ones, e.g. {"contact": 4}';
