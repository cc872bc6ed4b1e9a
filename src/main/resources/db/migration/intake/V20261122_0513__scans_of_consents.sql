-- Which picture shows which consent that was signed on paper. Only added to; one that belongs elsewhere is marked, with a
-- reason, and stays.
create table intake.consent_scan (
  practice_id uuid not null references practice.practice (practice_id),
  picture_id uuid not null,
  consent_id uuid not null,
  patient_id uuid not null,
  visit_id uuid not null,
  page int not null check (page between 1 and 10),
  added_at timestamptz not null,
  added_by uuid not null,
  primary key (practice_id, picture_id),
  foreign key (practice_id, picture_id) references documents.picture (practice_id, id),
  foreign key (practice_id, consent_id) references intake.consent_event (practice_id, id),
  foreign key (practice_id, patient_id) references patients.patient (practice_id, id)
);
call platform.protect('intake.consent_scan', 'record', 'select, insert');
create index consent_scan_consent on intake.consent_scan (practice_id, consent_id, added_at, page);

create table intake.consent_scan_in_error (
  practice_id uuid not null,
  picture_id uuid not null,
  reason text not null check (length(reason) between 1 and 1000),
  marked_at timestamptz not null,
  marked_by uuid not null,
  primary key (practice_id, picture_id),
  foreign key (practice_id, picture_id) references intake.consent_scan (practice_id, picture_id)
);
call platform.protect('intake.consent_scan_in_error', 'record', 'select, insert');
