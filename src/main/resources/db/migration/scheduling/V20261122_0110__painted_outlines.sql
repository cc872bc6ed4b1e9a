-- What a patient painted freehand, besides the zones that were tapped: shapes in mm of a view, and the edition of the map they lie on. How each mark feels is
-- in `marks`; rows of before say nothing about it.
alter table scheduling.appointment_pain
  add column outlines jsonb not null default '[]' check (jsonb_typeof(outlines) = 'array'),
  add column map_version text collate "C";
