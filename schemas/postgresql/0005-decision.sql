-- Decisions that outlive every check: verdicts on pairs of projects, and accepted exceptions.
-- They name projects and subjects by id without foreign keys, as those may go or be renamed.

CREATE TABLE verdict (
  first_project project_id NOT NULL,
  second_project project_id NOT NULL,
  ordinal integer NOT NULL CHECK (ordinal >= 1),
  outcome text NOT NULL CHECK (outcome IN
    ('duplicate', 'bundle', 'different', 'cooperate', 'notNeeded', 'alreadyDo')),
  reason text,
  decided_by text,
  date partial_date,
  bundle project_id,
  file text COLLATE "C",
  line integer CHECK (line >= 1),
  position integer NOT NULL DEFAULT 1 CHECK (position >= 1),
  PRIMARY KEY (first_project, second_project, ordinal),
  CHECK (first_project <> second_project),
  CHECK (outcome = 'bundle' OR bundle IS NULL),
  CHECK ((file IS NULL) = (line IS NULL))
);
CREATE INDEX verdict_second_project_idx ON verdict (second_project);
COMMENT ON TABLE verdict IS 'A decision on a pair of projects, taken once and remembered';
COMMENT ON COLUMN verdict.first_project IS 'Id of one project';
COMMENT ON COLUMN verdict.second_project IS 'Id of the other project; the order means nothing';
COMMENT ON COLUMN verdict.ordinal IS
  'Counts the verdicts that name the same two projects in the same order, from 1';
COMMENT ON COLUMN verdict.outcome IS 'What was decided';
COMMENT ON COLUMN verdict.reason IS 'Why';
COMMENT ON COLUMN verdict.decided_by IS 'A function or a department, never a person''s name';
COMMENT ON COLUMN verdict.date IS 'When';
COMMENT ON COLUMN verdict.bundle IS 'Id of the joint project, for outcome bundle';
COMMENT ON COLUMN verdict.file IS 'File it was imported from, relative to the registry';
COMMENT ON COLUMN verdict.line IS 'Line in that file, from 1';
COMMENT ON COLUMN verdict.position IS 'Place among the verdicts of that file, from 1';

CREATE TABLE waiver (
  rule text COLLATE "C" NOT NULL CHECK (rule ~ '^[a-z]+/[a-z0-9-]+$'),
  subjects text[] NOT NULL CHECK (
    cardinality(subjects) >= 1 AND array_position(subjects, NULL) IS NULL),
  ordinal integer NOT NULL CHECK (ordinal >= 1),
  reason text NOT NULL,
  approver text NOT NULL,
  approved partial_date,
  expires partial_date,
  file text COLLATE "C",
  line integer CHECK (line >= 1),
  position integer NOT NULL DEFAULT 1 CHECK (position >= 1),
  PRIMARY KEY (rule, subjects, ordinal),
  CHECK ((file IS NULL) = (line IS NULL))
);
COMMENT ON TABLE waiver IS
  'An accepted exception: findings of a rule about these subjects are not raised';
COMMENT ON COLUMN waiver.rule IS 'Name of the rule, e.g. gap/department-expected';
COMMENT ON COLUMN waiver.subjects IS 'Ids of the finding''s subjects';
COMMENT ON COLUMN waiver.ordinal IS
  'Counts the waivers of the same rule for the same subjects, from 1';
COMMENT ON COLUMN waiver.reason IS 'Why it is accepted';
COMMENT ON COLUMN waiver.approver IS 'A function or a department, never a person''s name';
COMMENT ON COLUMN waiver.approved IS 'When it was approved';
COMMENT ON COLUMN waiver.expires IS 'The last day on which it holds; NULL for no end';
COMMENT ON COLUMN waiver.file IS 'File it was imported from, relative to the registry';
COMMENT ON COLUMN waiver.line IS 'Line in that file, from 1';
COMMENT ON COLUMN waiver.position IS 'Place among the waivers of that file, from 1';
