-- The frame that projects are held against: departments, the umbrella strategy and what it
-- consists of, sub-strategies.
--
-- In every table `position` keeps the order of the source. For records that stand on their own
-- it counts within their file, so that a new file moves nothing else; `file`, `line` and that
-- position say where a record was written and are no part of its content.

CREATE TABLE department (
  id slug PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  kind text NOT NULL CHECK (kind IN ('department', 'office', 'enterprise', 'institution')),
  aliases text_list NOT NULL DEFAULT '{}',
  role text,
  contact text CHECK (contact LIKE '%_@_%'),
  notes text_list NOT NULL DEFAULT '{}',
  sources text_list NOT NULL DEFAULT '{}',
  file text COLLATE "C",
  line integer CHECK (line >= 1),
  position integer NOT NULL DEFAULT 1 CHECK (position >= 1),
  CHECK ((file IS NULL) = (line IS NULL))
);
COMMENT ON TABLE department IS
  'A unit that owns projects: a department (Referat), or an office or house on its own';
COMMENT ON COLUMN department.id IS 'Stable id';
COMMENT ON COLUMN department.name IS 'Official name';
COMMENT ON COLUMN department.kind IS 'What sort of unit it is';
COMMENT ON COLUMN department.aliases IS 'Other spellings of the name; each resolves to this unit';
COMMENT ON COLUMN department.role IS 'What the unit does for the strategy, where a source says so';
COMMENT ON COLUMN department.contact IS 'A function mailbox, never a person''s';
COMMENT ON COLUMN department.notes IS 'What a reader should know besides';
COMMENT ON COLUMN department.sources IS 'Ids of sources';
COMMENT ON COLUMN department.file IS 'File it was imported from, relative to the registry';
COMMENT ON COLUMN department.line IS 'Line in that file, from 1';
COMMENT ON COLUMN department.position IS 'Place among the departments of that file, from 1';

CREATE TABLE office (
  department slug NOT NULL REFERENCES department ON UPDATE CASCADE ON DELETE CASCADE,
  id slug NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  aliases text_list NOT NULL DEFAULT '{}',
  position integer NOT NULL CHECK (position >= 1),
  PRIMARY KEY (department, id)
);
COMMENT ON TABLE office IS 'An office (Dienststelle) inside a department';
COMMENT ON COLUMN office.department IS 'The department it belongs to';
COMMENT ON COLUMN office.id IS 'Stable id';
COMMENT ON COLUMN office.name IS 'Official name';
COMMENT ON COLUMN office.aliases IS 'Other spellings of the name';
COMMENT ON COLUMN office.position IS 'Place among the department''s offices, from 1';

CREATE TABLE strategy (
  id slug PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  summary text,
  vision text,
  lead slug REFERENCES department ON UPDATE CASCADE,
  open_questions text_list NOT NULL DEFAULT '{}',
  horizon_months integer NOT NULL CHECK (horizon_months >= 1),
  stale_after_days integer NOT NULL CHECK (stale_after_days >= 1),
  silo_minimum integer NOT NULL CHECK (silo_minimum >= 1),
  findings_per_department integer NOT NULL CHECK (findings_per_department >= 1),
  file text COLLATE "C",
  line integer CHECK (line >= 1),
  CHECK ((file IS NULL) = (line IS NULL))
);
-- A registry has one umbrella strategy; its parts need not say whose they are.
CREATE UNIQUE INDEX strategy_single_idx ON strategy ((true));
COMMENT ON TABLE strategy IS 'The umbrella strategy (Dachstrategie); one row';
COMMENT ON COLUMN strategy.id IS 'Stable id';
COMMENT ON COLUMN strategy.name IS 'Official name';
COMMENT ON COLUMN strategy.summary IS 'What it is, in a few sentences';
COMMENT ON COLUMN strategy.vision IS 'The vision in the strategy''s own words';
COMMENT ON COLUMN strategy.lead IS 'Department in charge';
COMMENT ON COLUMN strategy.open_questions IS 'What no source says, so that nobody guesses it';
COMMENT ON COLUMN strategy.horizon_months IS
  'Months ahead in which an ending project puts its guideline at risk';
COMMENT ON COLUMN strategy.stale_after_days IS
  'Days after which an unconfirmed project counts as stale';
COMMENT ON COLUMN strategy.silo_minimum IS
  'Fewest projects a department needs in a theme to count as strong there';
COMMENT ON COLUMN strategy.findings_per_department IS
  'Duplicate and network findings a department is shown by default';
COMMENT ON COLUMN strategy.file IS 'File it was imported from, relative to the registry';
COMMENT ON COLUMN strategy.line IS 'Line in that file, from 1';

CREATE TABLE source (
  id source_id PRIMARY KEY,
  title text NOT NULL CHECK (title <> ''),
  url text CHECK (url ~ '^https?://'),
  published partial_date,
  position integer NOT NULL CHECK (position >= 1)
);
COMMENT ON TABLE source IS 'A source that records cite by its id';
COMMENT ON COLUMN source.id IS 'Stable id';
COMMENT ON COLUMN source.title IS 'What the source is, in a few words';
COMMENT ON COLUMN source.url IS 'Address; missing where the page may not be linked';
COMMENT ON COLUMN source.published IS 'The date the source shows';
COMMENT ON COLUMN source.position IS 'Place in the strategy''s list, from 1';

CREATE TABLE strategy_function (
  id slug PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  text text NOT NULL,
  sources text_list NOT NULL DEFAULT '{}',
  position integer NOT NULL CHECK (position >= 1)
);
COMMENT ON TABLE strategy_function IS 'What the umbrella strategy is meant to do';
COMMENT ON COLUMN strategy_function.id IS 'Stable id';
COMMENT ON COLUMN strategy_function.name IS 'Name, e.g. Vernetzung';
COMMENT ON COLUMN strategy_function.text IS 'The function in the strategy''s terms';
COMMENT ON COLUMN strategy_function.sources IS 'Ids of sources';
COMMENT ON COLUMN strategy_function.position IS 'Place in the strategy''s list, from 1';

CREATE TABLE guideline (
  id slug PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  kind text NOT NULL CHECK (kind IN ('goal', 'field')),
  description text,
  keywords text_list NOT NULL DEFAULT '{}',
  revision integer NOT NULL CHECK (revision >= 1),
  sources text_list NOT NULL DEFAULT '{}',
  position integer NOT NULL CHECK (position >= 1),
  file text COLLATE "C",
  line integer CHECK (line >= 1),
  CHECK ((file IS NULL) = (line IS NULL))
);
COMMENT ON TABLE guideline IS 'A guideline (Leitlinie) of the umbrella strategy';
COMMENT ON COLUMN guideline.id IS 'Stable id';
COMMENT ON COLUMN guideline.name IS 'Name';
COMMENT ON COLUMN guideline.kind IS 'goal (Ziel) or field (Handlungsfeld)';
COMMENT ON COLUMN guideline.description IS 'What it asks for';
COMMENT ON COLUMN guideline.keywords IS 'Words by which its projects can be recognised';
COMMENT ON COLUMN guideline.revision IS 'Raised when the wording changes';
COMMENT ON COLUMN guideline.sources IS 'Ids of sources';
COMMENT ON COLUMN guideline.position IS 'Place in the strategy''s list, from 1';
COMMENT ON COLUMN guideline.file IS 'File it was imported from, relative to the registry';
COMMENT ON COLUMN guideline.line IS 'Line in that file, from 1';

CREATE TABLE theme (
  id slug PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  aliases text_list NOT NULL DEFAULT '{}',
  description text,
  keywords text_list NOT NULL DEFAULT '{}',
  sources text_list NOT NULL DEFAULT '{}',
  position integer NOT NULL CHECK (position >= 1),
  file text COLLATE "C",
  line integer CHECK (line >= 1),
  CHECK ((file IS NULL) = (line IS NULL))
);
COMMENT ON TABLE theme IS 'A theme complex (Themenkomplex) of the umbrella strategy';
COMMENT ON COLUMN theme.id IS 'Stable id';
COMMENT ON COLUMN theme.name IS 'Name';
COMMENT ON COLUMN theme.aliases IS 'Other names it goes by';
COMMENT ON COLUMN theme.description IS 'What belongs to it';
COMMENT ON COLUMN theme.keywords IS 'Words by which its projects can be recognised';
COMMENT ON COLUMN theme.sources IS 'Ids of sources';
COMMENT ON COLUMN theme.position IS 'Place in the strategy''s list, from 1';
COMMENT ON COLUMN theme.file IS 'File it was imported from, relative to the registry';
COMMENT ON COLUMN theme.line IS 'Line in that file, from 1';

CREATE TABLE service (
  id slug PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  description text,
  position integer NOT NULL CHECK (position >= 1),
  file text COLLATE "C",
  line integer CHECK (line >= 1),
  CHECK ((file IS NULL) = (line IS NULL))
);
COMMENT ON TABLE service IS
  'A basic service (Basisdienst) that a project provides and others require';
COMMENT ON COLUMN service.id IS 'Stable id';
COMMENT ON COLUMN service.name IS 'Name';
COMMENT ON COLUMN service.description IS 'What it offers';
COMMENT ON COLUMN service.position IS 'Place in the strategy''s list, from 1';
COMMENT ON COLUMN service.file IS 'File it was imported from, relative to the registry';
COMMENT ON COLUMN service.line IS 'Line in that file, from 1';

CREATE TABLE guideline_expectation (
  guideline slug NOT NULL REFERENCES guideline ON UPDATE CASCADE ON DELETE CASCADE,
  position integer NOT NULL CHECK (position >= 1),
  department slug REFERENCES department ON UPDATE CASCADE,
  theme slug REFERENCES theme ON UPDATE CASCADE,
  obligation text NOT NULL CHECK (obligation IN ('must', 'may', 'exempt')),
  minimum integer NOT NULL CHECK (minimum >= 1),
  due partial_date,
  PRIMARY KEY (guideline, position),
  CHECK (num_nonnulls(department, theme) = 1)
);
COMMENT ON TABLE guideline_expectation IS
  'Which department or theme is expected to contribute to a guideline';
COMMENT ON COLUMN guideline_expectation.guideline IS 'The guideline';
COMMENT ON COLUMN guideline_expectation.position IS 'Place in the guideline''s list, from 1';
COMMENT ON COLUMN guideline_expectation.department IS 'The department expected, or else a theme';
COMMENT ON COLUMN guideline_expectation.theme IS 'The theme expected, or else a department';
COMMENT ON COLUMN guideline_expectation.obligation IS
  'must: its absence is a gap; may: welcome; exempt: never a gap';
COMMENT ON COLUMN guideline_expectation.minimum IS 'Fewest projects that fulfil it';
COMMENT ON COLUMN guideline_expectation.due IS 'Before this date the absence is no gap';

CREATE TABLE theme_expectation (
  owner slug NOT NULL REFERENCES theme ON UPDATE CASCADE ON DELETE CASCADE,
  position integer NOT NULL CHECK (position >= 1),
  department slug REFERENCES department ON UPDATE CASCADE,
  theme slug REFERENCES theme ON UPDATE CASCADE,
  obligation text NOT NULL CHECK (obligation IN ('must', 'may', 'exempt')),
  minimum integer NOT NULL CHECK (minimum >= 1),
  due partial_date,
  PRIMARY KEY (owner, position),
  CHECK (num_nonnulls(department, theme) = 1)
);
COMMENT ON TABLE theme_expectation IS
  'Which department or other theme is expected to contribute to a theme';
COMMENT ON COLUMN theme_expectation.owner IS 'The theme that expects';
COMMENT ON COLUMN theme_expectation.position IS 'Place in the theme''s list, from 1';
COMMENT ON COLUMN theme_expectation.department IS 'The department expected, or else a theme';
COMMENT ON COLUMN theme_expectation.theme IS 'The theme expected, or else a department';
COMMENT ON COLUMN theme_expectation.obligation IS
  'must: its absence is a gap; may: welcome; exempt: never a gap';
COMMENT ON COLUMN theme_expectation.minimum IS 'Fewest projects that fulfil it';
COMMENT ON COLUMN theme_expectation.due IS 'Before this date the absence is no gap';

CREATE TABLE milestone (
  position integer PRIMARY KEY CHECK (position >= 1),
  date partial_date NOT NULL,
  kind text NOT NULL CHECK (kind IN ('motion', 'committee', 'council', 'participation', 'step')),
  text text NOT NULL,
  sources text_list NOT NULL DEFAULT '{}'
);
COMMENT ON TABLE milestone IS 'A dated step on the strategy''s way';
COMMENT ON COLUMN milestone.position IS 'Place in the strategy''s list, from 1';
COMMENT ON COLUMN milestone.date IS 'When it happened';
COMMENT ON COLUMN milestone.kind IS 'What sort of step it was';
COMMENT ON COLUMN milestone.text IS 'What happened';
COMMENT ON COLUMN milestone.sources IS 'Ids of sources';

CREATE TABLE statement (
  position integer PRIMARY KEY CHECK (position >= 1),
  topic text NOT NULL,
  text text NOT NULL,
  sources text_list NOT NULL DEFAULT '{}'
);
COMMENT ON TABLE statement IS 'A sourced sentence about the strategy';
COMMENT ON COLUMN statement.position IS 'Place in the strategy''s list, from 1';
COMMENT ON COLUMN statement.topic IS 'What it is about, e.g. organisation';
COMMENT ON COLUMN statement.text IS 'The sentence';
COMMENT ON COLUMN statement.sources IS 'Ids of sources';

CREATE TABLE key_figure (
  position integer PRIMARY KEY CHECK (position >= 1),
  name text NOT NULL,
  value text NOT NULL,
  date partial_date,
  sources text_list NOT NULL DEFAULT '{}'
);
COMMENT ON TABLE key_figure IS 'A published figure';
COMMENT ON COLUMN key_figure.position IS 'Place in the strategy''s list, from 1';
COMMENT ON COLUMN key_figure.name IS 'What is counted';
COMMENT ON COLUMN key_figure.value IS 'As the source words it, e.g. über 250';
COMMENT ON COLUMN key_figure.date IS 'The date it was true';
COMMENT ON COLUMN key_figure.sources IS 'Ids of sources';

CREATE TABLE sub_strategy (
  id slug PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  summary text,
  lead slug REFERENCES department ON UPDATE CASCADE,
  is_foundation boolean NOT NULL,
  period_start partial_date,
  period_end partial_date,
  budget_amount numeric(19, 2) CHECK (budget_amount >= 0),
  budget_currency text CHECK (budget_currency ~ '^[A-Z]{3}$'),
  budget_funding text,
  notes text_list NOT NULL DEFAULT '{}',
  sources text_list NOT NULL DEFAULT '{}',
  file text COLLATE "C",
  line integer CHECK (line >= 1),
  position integer NOT NULL DEFAULT 1 CHECK (position >= 1),
  CHECK (last_day(period_end) >= first_day(period_start)),
  CHECK ((budget_amount IS NULL) = (budget_currency IS NULL)),
  CHECK (budget_amount IS NOT NULL OR budget_funding IS NULL),
  CHECK ((file IS NULL) = (line IS NULL))
);
COMMENT ON TABLE sub_strategy IS 'A sub-strategy (Fach- oder Teilstrategie) under the umbrella';
COMMENT ON COLUMN sub_strategy.id IS 'Stable id';
COMMENT ON COLUMN sub_strategy.name IS 'Official name';
COMMENT ON COLUMN sub_strategy.summary IS 'What it is about';
COMMENT ON COLUMN sub_strategy.lead IS 'Department in charge';
COMMENT ON COLUMN sub_strategy.is_foundation IS 'Whether all others build on it';
COMMENT ON COLUMN sub_strategy.period_start IS 'When it begins';
COMMENT ON COLUMN sub_strategy.period_end IS 'When it ends';
COMMENT ON COLUMN sub_strategy.budget_amount IS 'Budget in units of the currency';
COMMENT ON COLUMN sub_strategy.budget_currency IS 'ISO 4217 code, e.g. EUR';
COMMENT ON COLUMN sub_strategy.budget_funding IS 'Who pays, or what the amount covers';
COMMENT ON COLUMN sub_strategy.notes IS 'What a reader should know besides';
COMMENT ON COLUMN sub_strategy.sources IS 'Ids of sources';
COMMENT ON COLUMN sub_strategy.file IS 'File it was imported from, relative to the registry';
COMMENT ON COLUMN sub_strategy.line IS 'Line in that file, from 1';
COMMENT ON COLUMN sub_strategy.position IS 'Place among the sub-strategies of that file, from 1';

CREATE TABLE council_decision (
  sub_strategy slug NOT NULL REFERENCES sub_strategy ON UPDATE CASCADE ON DELETE CASCADE,
  position integer NOT NULL CHECK (position >= 1),
  date partial_date,
  body text,
  text text NOT NULL,
  PRIMARY KEY (sub_strategy, position)
);
COMMENT ON TABLE council_decision IS
  'What the city council or a committee decided or was told about a sub-strategy';
COMMENT ON COLUMN council_decision.sub_strategy IS 'The sub-strategy';
COMMENT ON COLUMN council_decision.position IS 'Place in the sub-strategy''s list, from 1';
COMMENT ON COLUMN council_decision.date IS 'When';
COMMENT ON COLUMN council_decision.body IS 'Who decided, where a source says so';
COMMENT ON COLUMN council_decision.text IS 'What was decided';
