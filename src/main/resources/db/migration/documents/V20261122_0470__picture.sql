-- Photos and scans, made anew from what was sent: nothing but the picture is left, no place, no device. They belong to the
-- record; there is no foreign key to patients: this schema lies below it. Rows are added and read, never changed.
create table documents.picture (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  patient_id uuid not null,
  visit_id uuid not null,
  kind text collate "C" not null check (kind in ('reaction', 'sheet')),
  agreed boolean not null,
  content bytea not null check (length(content) <= 3000000),
  kept_at timestamptz not null,
  kept_by uuid not null,
  primary key (practice_id, id),
  check (kind <> 'reaction' or agreed)
);
call platform.protect('documents.picture', 'record', 'select, insert');
create index picture_of_visit on documents.picture (practice_id, visit_id, kept_at, id);
