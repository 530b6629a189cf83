-- What was imported and checked, when and by whom. A check writes here and nowhere else.

CREATE TABLE import_run (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now(),
  role text NOT NULL DEFAULT session_user,
  command text NOT NULL,
  source text NOT NULL,
  complete boolean NOT NULL,
  counts jsonb NOT NULL
);
COMMENT ON TABLE import_run IS 'An import that changed something';
COMMENT ON COLUMN import_run.id IS 'Running number';
COMMENT ON COLUMN import_run.at IS 'When its transaction began';
COMMENT ON COLUMN import_run.role IS 'The database role that imported';
COMMENT ON COLUMN import_run.command IS 'The command, e.g. import';
COMMENT ON COLUMN import_run.source IS 'What was imported: a folder or files';
COMMENT ON COLUMN import_run.complete IS 'Whether the source was a whole registry';
COMMENT ON COLUMN import_run.counts IS
  'Per kind of record the numbers of new, changed, unchanged, missing, archived, revived …';

CREATE TABLE analysis_run (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  scope text NOT NULL,
  as_of date NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  role text NOT NULL DEFAULT session_user,
  figures jsonb NOT NULL DEFAULT '{}',
  UNIQUE (scope, as_of)
);
COMMENT ON TABLE analysis_run IS 'A check of the registry; the last of its day and scope';
COMMENT ON COLUMN analysis_run.id IS 'Running number';
COMMENT ON COLUMN analysis_run.scope IS 'What was checked; runs of one scope can be compared';
COMMENT ON COLUMN analysis_run.as_of IS 'The day for which the findings are true';
COMMENT ON COLUMN analysis_run.at IS 'When it was stored';
COMMENT ON COLUMN analysis_run.role IS 'The database role that checked';
COMMENT ON COLUMN analysis_run.figures IS 'The run''s figures by name, e.g. the four functions';

CREATE TABLE finding (
  run bigint NOT NULL REFERENCES analysis_run ON DELETE CASCADE,
  position integer NOT NULL CHECK (position >= 1),
  fingerprint text COLLATE "C" NOT NULL CHECK (fingerprint ~ '^[0-9a-f]{16}$'),
  rule text NOT NULL,
  severity text NOT NULL CHECK (severity IN ('error', 'warning', 'note')),
  score double precision NOT NULL CHECK (score BETWEEN 0 AND 1),
  subjects jsonb NOT NULL,
  departments text_list NOT NULL DEFAULT '{}',
  message_de text NOT NULL,
  message_en text NOT NULL,
  action_de text NOT NULL,
  action_en text NOT NULL,
  evidence jsonb NOT NULL DEFAULT '[]',
  file text COLLATE "C",
  line integer CHECK (line >= 1),
  since date NOT NULL,
  PRIMARY KEY (run, position),
  CHECK ((file IS NULL) = (line IS NULL))
);
CREATE INDEX finding_fingerprint_run_idx ON finding (fingerprint, run);
COMMENT ON TABLE finding IS 'What a run flagged';
COMMENT ON COLUMN finding.run IS 'The run';
COMMENT ON COLUMN finding.position IS 'Place in the run''s order, from 1';
COMMENT ON COLUMN finding.fingerprint IS 'The same for the same rule and subjects, in every run';
COMMENT ON COLUMN finding.rule IS 'Name of the rule, e.g. gap/guideline-uncovered';
COMMENT ON COLUMN finding.severity IS 'error, warning or note';
COMMENT ON COLUMN finding.score IS 'Probability in 0…1 that the finding is right';
COMMENT ON COLUMN finding.subjects IS 'What it is about: [{"kind", "id"}]';
COMMENT ON COLUMN finding.departments IS 'Ids of the departments concerned';
COMMENT ON COLUMN finding.message_de IS 'Why it is flagged, in German';
COMMENT ON COLUMN finding.message_en IS 'Why it is flagged, in English';
COMMENT ON COLUMN finding.action_de IS 'What to do about it, in German';
COMMENT ON COLUMN finding.action_en IS 'What to do about it, in English';
COMMENT ON COLUMN finding.evidence IS
  'What speaks for it: [{"field", "weight", "detail"}], weights in log-odds';
COMMENT ON COLUMN finding.file IS 'File of the record it is about';
COMMENT ON COLUMN finding.line IS 'Line in that file, from 1';
COMMENT ON COLUMN finding.since IS 'First day of the unbroken series of runs that found it';
