-- Projects and what hangs on them. These are the tables that grow: a row of `project` carries
-- what occurs once, and each list that others refer to has a table of its own.

CREATE TABLE project (
  id project_id PRIMARY KEY,
  formerly text_list NOT NULL DEFAULT '{}',
  claims project_id,
  title text NOT NULL CHECK (title <> ''),
  summary text,
  department slug REFERENCES department ON UPDATE CASCADE,
  office slug,
  strategy slug REFERENCES sub_strategy ON UPDATE CASCADE,
  status text CHECK (status IN ('idea', 'planned', 'running', 'completed', 'discontinued')),
  period_start partial_date,
  period_end partial_date,
  budget_amount numeric(19, 2) CHECK (budget_amount >= 0),
  budget_currency text CHECK (budget_currency ~ '^[A-Z]{3}$'),
  budget_funding text,
  contact text CHECK (contact LIKE '%_@_%'),
  audience text_list NOT NULL DEFAULT '{}',
  technologies text_list NOT NULL DEFAULT '{}',
  visibility text CHECK (visibility IN ('public', 'internal', 'confidential')),
  label text CHECK (label IN ('requested', 'granted', 'lapsed')),
  page text CHECK (page ~ '^https?://'),
  notes text_list NOT NULL DEFAULT '{}',
  confirmed partial_date,
  archived_at timestamptz,
  starts_on date GENERATED ALWAYS AS (first_day(period_start)) STORED,
  ends_on date GENERATED ALWAYS AS (last_day(period_end)) STORED,
  search tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('dach_german'::regconfig, title), 'A')
    || setweight(to_tsvector('dach_german'::regconfig, coalesce(summary, '')), 'B')) STORED,
  FOREIGN KEY (department, office) REFERENCES office (department, id) ON UPDATE CASCADE,
  CHECK (office IS NULL OR department IS NOT NULL),
  CHECK (ends_on >= starts_on),
  CHECK ((budget_amount IS NULL) = (budget_currency IS NULL)),
  CHECK (budget_amount IS NOT NULL OR budget_funding IS NULL),
  CHECK (visibility IS NOT NULL OR num_nonnulls(label, page) = 0)
);
CREATE INDEX project_department_office_idx ON project (department, office);
CREATE INDEX project_strategy_idx ON project (strategy);
CREATE INDEX project_formerly_idx ON project USING gin (formerly) WHERE formerly <> '{}';
CREATE INDEX project_claims_idx ON project (claims) WHERE claims IS NOT NULL;
CREATE INDEX project_archived_at_idx ON project (archived_at) WHERE archived_at IS NOT NULL;
CREATE INDEX project_title_idx ON project USING gin (title gin_trgm_ops);
CREATE INDEX project_search_idx ON project USING gin (search);
COMMENT ON TABLE project IS 'The unit that is registered: one digital undertaking of a department';
COMMENT ON COLUMN project.id IS 'Stable id';
COMMENT ON COLUMN project.formerly IS 'Earlier ids, oldest first; each still resolves to this project';
COMMENT ON COLUMN project.claims IS
  'The id this record asked for when another record already had it; both are kept';
COMMENT ON COLUMN project.title IS 'Title';
COMMENT ON COLUMN project.summary IS 'What it does and for whom, in one to five sentences';
COMMENT ON COLUMN project.department IS 'Owning department';
COMMENT ON COLUMN project.office IS 'Office inside that department';
COMMENT ON COLUMN project.strategy IS 'Sub-strategy it belongs to';
COMMENT ON COLUMN project.status IS 'How far it is';
COMMENT ON COLUMN project.period_start IS 'When it begins, as written';
COMMENT ON COLUMN project.period_end IS 'When it ends, as written';
COMMENT ON COLUMN project.budget_amount IS 'Budget in units of the currency';
COMMENT ON COLUMN project.budget_currency IS 'ISO 4217 code, e.g. EUR';
COMMENT ON COLUMN project.budget_funding IS 'Who pays, or what the amount covers';
COMMENT ON COLUMN project.contact IS 'A function mailbox, never a person''s';
COMMENT ON COLUMN project.audience IS 'Whom it serves';
COMMENT ON COLUMN project.technologies IS 'What it is built with';
COMMENT ON COLUMN project.visibility IS 'Who may see it';
COMMENT ON COLUMN project.label IS 'State of the strategy''s public label';
COMMENT ON COLUMN project.page IS 'The project''s public page';
COMMENT ON COLUMN project.notes IS 'What a reader should know besides';
COMMENT ON COLUMN project.confirmed IS 'When the owner last said that all of this is still true';
COMMENT ON COLUMN project.archived_at IS
  'When it was archived because its file had gone; NULL while it is in use';
COMMENT ON COLUMN project.starts_on IS 'First day of the start, for comparisons';
COMMENT ON COLUMN project.ends_on IS 'Last day of the end, for comparisons';
COMMENT ON COLUMN project.search IS
  'Title (weight A) and summary (B) for full-text search with configuration dach_german';

-- A shifted line is no change of a project, and must not rewrite its row and indexes.
CREATE TABLE project_location (
  project project_id PRIMARY KEY REFERENCES project ON UPDATE CASCADE ON DELETE CASCADE,
  file text COLLATE "C",
  line integer CHECK (line >= 1),
  position integer NOT NULL CHECK (position >= 1),
  alignment_lines bigint[] NOT NULL DEFAULT '{}',
  link_lines bigint[] NOT NULL DEFAULT '{}',
  CHECK ((file IS NULL) = (line IS NULL))
);
COMMENT ON TABLE project_location IS 'Where a project was written; no part of its content';
COMMENT ON COLUMN project_location.project IS 'The project';
COMMENT ON COLUMN project_location.file IS 'File it was imported from, relative to the registry';
COMMENT ON COLUMN project_location.line IS 'Line in that file, from 1';
COMMENT ON COLUMN project_location.position IS 'Place among the projects of that file, from 1';
COMMENT ON COLUMN project_location.alignment_lines IS
  'Lines of the alignments in their order; 0 where unknown, empty where none is known';
COMMENT ON COLUMN project_location.link_lines IS
  'Lines of the links in their order; 0 where unknown, empty where none is known';

CREATE TABLE project_theme (
  project project_id NOT NULL REFERENCES project ON UPDATE CASCADE ON DELETE CASCADE,
  theme slug NOT NULL REFERENCES theme ON UPDATE CASCADE,
  position integer NOT NULL CHECK (position >= 1),
  PRIMARY KEY (project, theme)
);
CREATE INDEX project_theme_theme_idx ON project_theme (theme);
COMMENT ON TABLE project_theme IS 'The themes a project belongs to';
COMMENT ON COLUMN project_theme.project IS 'The project';
COMMENT ON COLUMN project_theme.theme IS 'The theme';
COMMENT ON COLUMN project_theme.position IS 'Place in the project''s list, from 1; the main one first';

CREATE TABLE project_alignment (
  project project_id NOT NULL REFERENCES project ON UPDATE CASCADE ON DELETE CASCADE,
  guideline slug NOT NULL REFERENCES guideline ON UPDATE CASCADE,
  position integer NOT NULL CHECK (position >= 1),
  role text NOT NULL CHECK (role IN ('primary', 'secondary')),
  rationale text,
  revision integer NOT NULL CHECK (revision >= 1),
  review text NOT NULL CHECK (review IN ('declared', 'reviewed')),
  PRIMARY KEY (project, guideline)
);
CREATE INDEX project_alignment_guideline_idx ON project_alignment (guideline);
COMMENT ON TABLE project_alignment IS 'A project''s claim to serve a guideline (Zuordnung)';
COMMENT ON COLUMN project_alignment.project IS 'The project';
COMMENT ON COLUMN project_alignment.guideline IS 'The guideline';
COMMENT ON COLUMN project_alignment.position IS 'Place in the project''s list, from 1';
COMMENT ON COLUMN project_alignment.role IS 'primary or secondary';
COMMENT ON COLUMN project_alignment.rationale IS 'Why the project serves it';
COMMENT ON COLUMN project_alignment.revision IS
  'The guideline''s revision for which the claim was made';
COMMENT ON COLUMN project_alignment.review IS
  'declared by the department, or reviewed by the steward';

CREATE TABLE project_partner (
  project project_id NOT NULL REFERENCES project ON UPDATE CASCADE ON DELETE CASCADE,
  position integer NOT NULL CHECK (position >= 1),
  name text NOT NULL CHECK (name <> ''),
  sector text CHECK (sector IN
    ('science', 'business', 'civilSociety', 'municipality', 'state', 'federal')),
  PRIMARY KEY (project, position)
);
COMMENT ON TABLE project_partner IS 'An organisation outside the department that takes part';
COMMENT ON COLUMN project_partner.project IS 'The project';
COMMENT ON COLUMN project_partner.position IS 'Place in the project''s list, from 1';
COMMENT ON COLUMN project_partner.name IS 'Name of the organisation';
COMMENT ON COLUMN project_partner.sector IS 'Sector of the organisation';

CREATE TABLE project_service (
  project project_id NOT NULL REFERENCES project ON UPDATE CASCADE ON DELETE CASCADE,
  direction text COLLATE "C" NOT NULL CHECK (direction IN ('provides', 'requires')),
  service slug NOT NULL REFERENCES service ON UPDATE CASCADE,
  position integer NOT NULL CHECK (position >= 1),
  PRIMARY KEY (project, direction, service)
);
CREATE INDEX project_service_service_idx ON project_service (service);
COMMENT ON TABLE project_service IS 'Which basic services a project provides and requires';
COMMENT ON COLUMN project_service.project IS 'The project';
COMMENT ON COLUMN project_service.direction IS 'provides or requires';
COMMENT ON COLUMN project_service.service IS 'The service';
COMMENT ON COLUMN project_service.position IS 'Place in the project''s list of that direction, from 1';

-- No foreign key to the target: a link may name a project that does not exist (any more).
CREATE TABLE project_link (
  project project_id NOT NULL REFERENCES project ON UPDATE CASCADE ON DELETE CASCADE,
  target project_id NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN
    ('dependsOn', 'buildsOn', 'sharesDataWith', 'coordinatesWith', 'partOf', 'replaces')),
  position integer NOT NULL CHECK (position >= 1),
  note text,
  confirmed partial_date,
  PRIMARY KEY (project, target, kind),
  CHECK (project <> target)
);
CREATE INDEX project_link_target_idx ON project_link (target);
COMMENT ON TABLE project_link IS 'A typed connection from one project to another (Vernetzung)';
COMMENT ON COLUMN project_link.project IS 'The project that states it';
COMMENT ON COLUMN project_link.target IS 'Id of the other project; the check flags unknown ones';
COMMENT ON COLUMN project_link.kind IS 'What connects them';
COMMENT ON COLUMN project_link.position IS 'Place in the project''s list, from 1';
COMMENT ON COLUMN project_link.note IS 'Explanation';
COMMENT ON COLUMN project_link.confirmed IS 'When the other side confirmed it';

CREATE TABLE project_contribution (
  project project_id NOT NULL REFERENCES project ON UPDATE CASCADE ON DELETE CASCADE,
  contribution slug NOT NULL REFERENCES contribution ON UPDATE CASCADE,
  position integer NOT NULL CHECK (position >= 1),
  PRIMARY KEY (project, contribution)
);
CREATE INDEX project_contribution_contribution_idx ON project_contribution (contribution);
COMMENT ON TABLE project_contribution IS 'The citizens'' contributions that a project takes up';
COMMENT ON COLUMN project_contribution.project IS 'The project';
COMMENT ON COLUMN project_contribution.contribution IS 'The contribution';
COMMENT ON COLUMN project_contribution.position IS 'Place in the project''s list, from 1';

CREATE TABLE project_source (
  project project_id NOT NULL REFERENCES project ON UPDATE CASCADE ON DELETE CASCADE,
  position integer NOT NULL CHECK (position >= 1),
  url text NOT NULL CHECK (url ~ '^https?://'),
  published partial_date,
  accessed partial_date,
  PRIMARY KEY (project, position)
);
COMMENT ON TABLE project_source IS 'A published page that statements about a project rest on';
COMMENT ON COLUMN project_source.project IS 'The project';
COMMENT ON COLUMN project_source.position IS 'Place in the project''s list, from 1';
COMMENT ON COLUMN project_source.url IS 'Address of the page';
COMMENT ON COLUMN project_source.published IS 'The date the page shows';
COMMENT ON COLUMN project_source.accessed IS 'When the page was last read';

CREATE VIEW coverage AS
  SELECT
    alignment.guideline,
    project.department,
    count(*) AS declared,
    count(*) FILTER (WHERE alignment.review = 'reviewed') AS reviewed,
    array_agg(project.id ORDER BY project.id) AS projects
  FROM project_alignment AS alignment
  JOIN project ON project.id = alignment.project
  WHERE project.archived_at IS NULL
    AND project.status IS DISTINCT FROM 'discontinued'
  GROUP BY alignment.guideline, project.department;
COMMENT ON VIEW coverage IS
  'Which department contributes to which guideline: projects in use that are not discontinued';
COMMENT ON COLUMN coverage.guideline IS 'The guideline';
COMMENT ON COLUMN coverage.department IS 'The department; NULL for projects without one';
COMMENT ON COLUMN coverage.declared IS 'Number of projects the departments align to it';
COMMENT ON COLUMN coverage.reviewed IS 'Number of those whose alignment the steward has reviewed';
COMMENT ON COLUMN coverage.projects IS 'Their ids';
