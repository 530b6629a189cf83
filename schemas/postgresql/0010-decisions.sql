-- The whole life of a decision: what it rested on, what became of it, and how it is undone.

-- The views on the past hold on to the tables' row types; they are made anew at the end.
DO $$
BEGIN
  EXECUTE format('DROP SCHEMA %I CASCADE', current_schema() || '_past');
END
$$;

ALTER TABLE verdict
  ADD COLUMN bundle_created boolean NOT NULL DEFAULT false,
  ADD COLUMN confirmed partial_date,
  ADD COLUMN declined partial_date,
  ADD COLUMN decline_reason text,
  ADD COLUMN first_title text CHECK (first_title <> ''),
  ADD COLUMN first_summary text,
  ADD COLUMN first_provides text_list NOT NULL DEFAULT '{}',
  ADD COLUMN first_requires text_list NOT NULL DEFAULT '{}',
  ADD COLUMN second_title text CHECK (second_title <> ''),
  ADD COLUMN second_summary text,
  ADD COLUMN second_provides text_list NOT NULL DEFAULT '{}',
  ADD COLUMN second_requires text_list NOT NULL DEFAULT '{}',
  ADD CHECK ((declined IS NULL) = (decline_reason IS NULL)),
  ADD CHECK ((first_title IS NULL) = (second_title IS NULL)),
  ADD CHECK (first_title IS NOT NULL OR num_nonnulls(first_summary, second_summary) = 0);
COMMENT ON COLUMN verdict.bundle_created IS
  'Whether the joint project was registered by this very decision';
COMMENT ON COLUMN verdict.confirmed IS 'When the other department agreed, for outcome cooperate';
COMMENT ON COLUMN verdict.declined IS 'When the other department said no, for outcome cooperate';
COMMENT ON COLUMN verdict.decline_reason IS 'Why the other department said no';
COMMENT ON COLUMN verdict.first_title IS
  'Title of the first project when it was decided; NULL where nobody noted what it rested on';
COMMENT ON COLUMN verdict.first_summary IS 'Summary of the first project then';
COMMENT ON COLUMN verdict.first_provides IS 'Ids of the services it provided then';
COMMENT ON COLUMN verdict.first_requires IS 'Ids of the services it required then';
COMMENT ON COLUMN verdict.second_title IS 'Title of the second project then';
COMMENT ON COLUMN verdict.second_summary IS 'Summary of the second project then';
COMMENT ON COLUMN verdict.second_provides IS 'Ids of the services it provided then';
COMMENT ON COLUMN verdict.second_requires IS 'Ids of the services it required then';

ALTER TABLE project_link
  ADD COLUMN proposed partial_date,
  ADD COLUMN declined partial_date,
  ADD COLUMN decline_reason text,
  ADD CHECK ((declined IS NULL) = (decline_reason IS NULL));
COMMENT ON COLUMN project_link.proposed IS 'When it was stated; NULL where nobody noted it';
COMMENT ON COLUMN project_link.declined IS
  'When the other side said that it is not so; such a link counts for nothing';
COMMENT ON COLUMN project_link.decline_reason IS 'Why the other side said so';

CREATE TABLE project_merger (
  project project_id PRIMARY KEY REFERENCES project ON UPDATE CASCADE ON DELETE CASCADE,
  target project_id NOT NULL,
  decided_by text,
  date partial_date,
  reason text
);
CREATE INDEX project_merger_target_idx ON project_merger (target);
COMMENT ON TABLE project_merger IS
  'Which project was merged into which other; its ids stand for that one, itself is archived';
COMMENT ON COLUMN project_merger.project IS 'The project that was merged';
COMMENT ON COLUMN project_merger.target IS 'Id of the project that goes on';
COMMENT ON COLUMN project_merger.decided_by IS 'A function or a department, never a person''s name';
COMMENT ON COLUMN project_merger.date IS 'When';
COMMENT ON COLUMN project_merger.reason IS 'Why';

CREATE TABLE project_merger_value (
  project project_id NOT NULL REFERENCES project ON UPDATE CASCADE ON DELETE CASCADE,
  position integer NOT NULL CHECK (position >= 1),
  field text NOT NULL CHECK (field IN
    ('title', 'summary', 'department', 'office', 'strategy', 'status', 'period', 'budget',
     'contact', 'visibility', 'themes', 'alignments', 'partners', 'audience', 'technologies',
     'provides', 'requires', 'links', 'contributions', 'notes', 'sources')),
  item text,
  replaced text,
  PRIMARY KEY (project, position)
);
COMMENT ON TABLE project_merger_value IS
  'What the project that goes on took over from a merged one, so that it can be given back';
COMMENT ON COLUMN project_merger_value.project IS 'The project that was merged';
COMMENT ON COLUMN project_merger_value.position IS 'Place in the list, from 1';
COMMENT ON COLUMN project_merger_value.field IS 'The field';
COMMENT ON COLUMN project_merger_value.item IS 'Which item of a list; NULL for a single value';
COMMENT ON COLUMN project_merger_value.replaced IS
  'What the project that goes on had there before; NULL where it had nothing';

COMMENT ON COLUMN project.archived_at IS
  'When it was archived, because its file had gone or it was merged into another project; '
  'NULL while it is in use';

ALTER TABLE strategy
  ADD COLUMN answer_within_days integer NOT NULL DEFAULT 14 CHECK (answer_within_days >= 1),
  ADD COLUMN cooperate_within_days integer NOT NULL DEFAULT 90
    CHECK (cooperate_within_days >= 1);
COMMENT ON COLUMN strategy.answer_within_days IS
  'Days that another department has to answer a link before it is flagged as unconfirmed';
COMMENT ON COLUMN strategy.cooperate_within_days IS
  'Days after which a decision to cooperate is to have led to a link';

SELECT keep_history('project_merger'), keep_history('project_merger_value');
SELECT rebuild_past();
