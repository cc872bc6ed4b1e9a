-- What happened at a visit beside the needles: how the patient responded, reactions, other treatment, infection control.
-- Each entry once, never changed; one that is wrong is marked so, with a reason, and a further entry says it right.
create table charting.care_entry (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  visit_id uuid not null,
  patient_id uuid not null,
  kind text collate "C" not null check (kind in ('responded', 'reacted', 'treated', 'hygiene')),
  body jsonb not null check (jsonb_typeof(body) = 'object' and pg_column_size(body) <= 20000),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (practice_id, id),
  foreign key (practice_id, visit_id) references scheduling.appointment (practice_id, id),
  foreign key (practice_id, patient_id) references patients.patient (practice_id, id)
);
call platform.protect('charting.care_entry', 'record', 'select, insert');
create index care_entry_of_visit on charting.care_entry (practice_id, visit_id, recorded_at, id);
create index care_entry_by on charting.care_entry (practice_id, recorded_by, kind, recorded_at);

create table charting.care_entry_in_error (
  practice_id uuid not null,
  entry_id uuid not null,
  reason text not null check (length(reason) between 1 and 1000),
  marked_at timestamptz not null,
  marked_by uuid not null,
  primary key (practice_id, entry_id),
  foreign key (practice_id, entry_id) references charting.care_entry (practice_id, id)
);
call platform.protect('charting.care_entry_in_error', 'record', 'select, insert');
