-- What citizens contributed, and the measures of the roadmap.

CREATE TABLE participation (
  id slug PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  notes text_list NOT NULL DEFAULT '{}',
  file text COLLATE "C",
  line integer CHECK (line >= 1),
  position integer NOT NULL DEFAULT 1 CHECK (position >= 1),
  CHECK ((file IS NULL) = (line IS NULL))
);
COMMENT ON TABLE participation IS 'A participation process';
COMMENT ON COLUMN participation.id IS 'Stable id';
COMMENT ON COLUMN participation.name IS 'Name';
COMMENT ON COLUMN participation.notes IS 'What a reader should know besides';
COMMENT ON COLUMN participation.file IS 'File it was imported from, relative to the registry';
COMMENT ON COLUMN participation.line IS 'Line in that file, from 1';
COMMENT ON COLUMN participation.position IS 'Place among the processes of that file, from 1';

CREATE TABLE participation_format (
  id slug PRIMARY KEY,
  participation slug NOT NULL REFERENCES participation ON UPDATE CASCADE ON DELETE CASCADE,
  position integer NOT NULL CHECK (position >= 1),
  name text NOT NULL CHECK (name <> ''),
  kind text NOT NULL CHECK (kind IN ('survey', 'event', 'eParticipation', 'workshop', 'other')),
  purpose text,
  period_start partial_date,
  period_end partial_date,
  participants text_list NOT NULL DEFAULT '{}',
  sources text_list NOT NULL DEFAULT '{}',
  file text COLLATE "C",
  line integer CHECK (line >= 1),
  CHECK (last_day(period_end) >= first_day(period_start)),
  CHECK ((file IS NULL) = (line IS NULL))
);
CREATE INDEX participation_format_participation_idx ON participation_format (participation);
COMMENT ON TABLE participation_format IS 'A way in which citizens took part';
COMMENT ON COLUMN participation_format.id IS 'Stable id';
COMMENT ON COLUMN participation_format.participation IS 'The process it belongs to';
COMMENT ON COLUMN participation_format.position IS 'Place in the process''s list, from 1';
COMMENT ON COLUMN participation_format.name IS 'Name';
COMMENT ON COLUMN participation_format.kind IS 'What sort of format it was';
COMMENT ON COLUMN participation_format.purpose IS 'What it was for';
COMMENT ON COLUMN participation_format.period_start IS 'When it began';
COMMENT ON COLUMN participation_format.period_end IS 'When it ended';
COMMENT ON COLUMN participation_format.participants IS
  'How many took part as the sources word it, one entry for each differing statement';
COMMENT ON COLUMN participation_format.sources IS 'Ids of sources';
COMMENT ON COLUMN participation_format.file IS 'File it was imported from, relative to the registry';
COMMENT ON COLUMN participation_format.line IS 'Line in that file, from 1';

CREATE TABLE contribution (
  id slug PRIMARY KEY,
  participation slug NOT NULL REFERENCES participation ON UPDATE CASCADE ON DELETE CASCADE,
  position integer NOT NULL CHECK (position >= 1),
  title text NOT NULL CHECK (title <> ''),
  text text,
  format slug REFERENCES participation_format ON UPDATE CASCADE,
  theme slug REFERENCES theme ON UPDATE CASCADE,
  date partial_date,
  answer_kind text CHECK (answer_kind IN ('exists', 'planned', 'gap', 'declined')),
  answer_project project_id,
  answer_sentence text,
  answer_date partial_date,
  file text COLLATE "C",
  line integer CHECK (line >= 1),
  CHECK (answer_kind IS NOT NULL
    OR num_nonnulls(answer_project, answer_sentence, answer_date) = 0),
  CHECK ((file IS NULL) = (line IS NULL))
);
CREATE INDEX contribution_participation_idx ON contribution (participation);
CREATE INDEX contribution_format_idx ON contribution (format);
CREATE INDEX contribution_theme_idx ON contribution (theme);
COMMENT ON TABLE contribution IS 'An idea that citizens brought in, and what became of it';
COMMENT ON COLUMN contribution.id IS 'Stable id';
COMMENT ON COLUMN contribution.participation IS 'The process it came in by';
COMMENT ON COLUMN contribution.position IS 'Place in the process''s list, from 1';
COMMENT ON COLUMN contribution.title IS 'The idea in a few words';
COMMENT ON COLUMN contribution.text IS 'The idea as brought in';
COMMENT ON COLUMN contribution.format IS 'The format it came in by';
COMMENT ON COLUMN contribution.theme IS 'The theme it belongs to';
COMMENT ON COLUMN contribution.date IS 'When it came in';
COMMENT ON COLUMN contribution.answer_kind IS 'What became of it; missing while unanswered';
COMMENT ON COLUMN contribution.answer_project IS 'Id of the project that answers it';
COMMENT ON COLUMN contribution.answer_sentence IS 'The sentence the public reads';
COMMENT ON COLUMN contribution.answer_date IS 'When it was answered';
COMMENT ON COLUMN contribution.file IS 'File it was imported from, relative to the registry';
COMMENT ON COLUMN contribution.line IS 'Line in that file, from 1';

CREATE TABLE participation_result (
  participation slug NOT NULL REFERENCES participation ON UPDATE CASCADE ON DELETE CASCADE,
  position integer NOT NULL CHECK (position >= 1),
  topic text NOT NULL,
  text text NOT NULL,
  sources text_list NOT NULL DEFAULT '{}',
  PRIMARY KEY (participation, position)
);
COMMENT ON TABLE participation_result IS 'What came out of a participation process as a whole';
COMMENT ON COLUMN participation_result.participation IS 'The process';
COMMENT ON COLUMN participation_result.position IS 'Place in the process''s list, from 1';
COMMENT ON COLUMN participation_result.topic IS 'What it is about';
COMMENT ON COLUMN participation_result.text IS 'The result in a sentence';
COMMENT ON COLUMN participation_result.sources IS 'Ids of sources';

CREATE TABLE measure (
  id slug PRIMARY KEY,
  title text NOT NULL CHECK (title <> ''),
  description text,
  theme slug NOT NULL REFERENCES theme ON UPDATE CASCADE,
  lead slug REFERENCES department ON UPDATE CASCADE,
  due partial_date,
  sources text_list NOT NULL DEFAULT '{}',
  file text COLLATE "C",
  line integer CHECK (line >= 1),
  position integer NOT NULL DEFAULT 1 CHECK (position >= 1),
  CHECK ((file IS NULL) = (line IS NULL))
);
CREATE INDEX measure_theme_idx ON measure (theme);
COMMENT ON TABLE measure IS 'A measure (Maßnahme, Handlungsempfehlung) of the roadmap';
COMMENT ON COLUMN measure.id IS 'Stable id';
COMMENT ON COLUMN measure.title IS 'The measure in a few words';
COMMENT ON COLUMN measure.description IS 'What is to be done';
COMMENT ON COLUMN measure.theme IS 'The theme it belongs to';
COMMENT ON COLUMN measure.lead IS 'Department expected to carry it out';
COMMENT ON COLUMN measure.due IS 'By when';
COMMENT ON COLUMN measure.sources IS 'Ids of sources';
COMMENT ON COLUMN measure.file IS 'File it was imported from, relative to the registry';
COMMENT ON COLUMN measure.line IS 'Line in that file, from 1';
COMMENT ON COLUMN measure.position IS 'Place among the measures of that file, from 1';

-- No foreign key to project: a measure may name one that does not exist (any more).
CREATE TABLE measure_project (
  measure slug NOT NULL REFERENCES measure ON UPDATE CASCADE ON DELETE CASCADE,
  project project_id NOT NULL,
  position integer NOT NULL CHECK (position >= 1),
  PRIMARY KEY (measure, project)
);
CREATE INDEX measure_project_project_idx ON measure_project (project);
COMMENT ON TABLE measure_project IS 'Which projects carry out a measure';
COMMENT ON COLUMN measure_project.measure IS 'The measure';
COMMENT ON COLUMN measure_project.project IS 'Id of a project; the check flags unknown ones';
COMMENT ON COLUMN measure_project.position IS 'Place in the measure''s list, from 1';
