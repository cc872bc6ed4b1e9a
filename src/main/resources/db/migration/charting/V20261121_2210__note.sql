-- A note while it is written: one a visit, saved as it goes. It is working paper: once the note is signed nothing reads it.
create table charting.note_draft (
  practice_id uuid not null references practice.practice (practice_id),
  visit_id uuid not null,
  patient_id uuid not null,
  language text not null check (language in ('en', 'es')),
  content jsonb not null check (pg_column_size(content) <= 400000),
  version int not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (practice_id, visit_id),
  foreign key (practice_id, visit_id) references scheduling.appointment (practice_id, id),
  foreign key (practice_id, patient_id) references patients.patient (practice_id, id)
);
call platform.protect('charting.note_draft', 'operational', 'select, insert, update');
create index note_draft_changed on charting.note_draft (practice_id, changed_at, visit_id);

-- What was signed about a visit: its note is number 0, its addenda follow. The text is the signed document; this row only
-- says which. Rows are added and read: the application has no privilege to change or remove one.
create table charting.signed_note (
  practice_id uuid not null references practice.practice (practice_id),
  visit_id uuid not null,
  number int not null check (number >= 0),
  patient_id uuid not null,
  document_id uuid not null,
  signed_at timestamptz not null,
  signed_by uuid not null,
  primary key (practice_id, visit_id, number),
  unique (practice_id, document_id),
  foreign key (practice_id, visit_id) references scheduling.appointment (practice_id, id),
  foreign key (practice_id, patient_id) references patients.patient (practice_id, id),
  foreign key (practice_id, document_id) references documents.signed_document (practice_id, id)
);
call platform.protect('charting.signed_note', 'record', 'select, insert');
