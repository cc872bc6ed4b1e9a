-- What became of a patient's consent: given, refused, withdrawn, extended aloud, confirmed aloud. Only added to; where
-- it stands is the fold of these rows. What was signed is kept byte for byte in documents.
create table intake.consent_event (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  patient_id uuid not null,
  visit_id uuid,
  consent_id uuid,
  kind text not null check (kind in ('given', 'refused', 'withdrawn', 'extended', 'confirmed')),
  edition text,
  document_id uuid,
  regions text[] not null default '{}',
  techniques text[] not null default '{}',
  at timestamptz not null,
  how text not null check (how in ('link', 'tablet', 'staff')),
  actor_kind text not null,
  actor_id uuid,
  handed_by uuid check ((handed_by is not null) = (how = 'tablet')),
  primary key (practice_id, id),
  foreign key (practice_id, patient_id) references patients.patient (practice_id, id),
  check ((kind = 'refused') = (consent_id is null)),
  check ((kind = 'given') = (document_id is not null and edition is not null))
);
call platform.protect('intake.consent_event', 'record', 'select, insert');
create index consent_event_patient on intake.consent_event (practice_id, patient_id, at, id);
