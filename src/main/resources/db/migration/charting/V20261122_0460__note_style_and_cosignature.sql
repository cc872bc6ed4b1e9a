-- How a writer wants notes to read, remembered from one to the next.
create table charting.note_style (
  practice_id uuid not null references practice.practice (practice_id),
  account_id uuid not null,
  style text not null check (style in ('soap', 'prose')),
  changed_at timestamptz not null,
  primary key (practice_id, account_id)
);
call platform.protect('charting.note_style', 'operational', 'select, insert, update');

-- A note that somebody under supervision has signed: it is not released before a supervisor has signed it too. The text
-- is the signed document; it either becomes part of the released note or goes back to its writer.
create table charting.note_for_cosignature (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  visit_id uuid not null,
  patient_id uuid not null,
  document_id uuid not null,
  written_at timestamptz not null,
  written_by uuid not null,
  primary key (practice_id, id),
  unique (practice_id, document_id),
  foreign key (practice_id, visit_id) references scheduling.appointment (practice_id, id),
  foreign key (practice_id, patient_id) references patients.patient (practice_id, id),
  foreign key (practice_id, document_id) references documents.signed_document (practice_id, id)
);
call platform.protect('charting.note_for_cosignature', 'record', 'select, insert');
create index note_for_cosignature_of_visit on charting.note_for_cosignature (practice_id, visit_id, written_at, id);

-- A supervisor did not sign it, and said why.
create table charting.note_sent_back (
  practice_id uuid not null,
  note_id uuid not null,
  word text not null check (length(word) between 1 and 1000),
  sent_back_at timestamptz not null,
  sent_back_by uuid not null,
  primary key (practice_id, note_id),
  foreign key (practice_id, note_id) references charting.note_for_cosignature (practice_id, id)
);
call platform.protect('charting.note_sent_back', 'record', 'select, insert');
