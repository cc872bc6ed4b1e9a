-- A call bell was given to the patient of a session (rule C8).
create table charting.bell_given (
  practice_id uuid not null,
  session_id uuid not null,
  given_at timestamptz not null,
  given_by uuid not null,
  primary key (practice_id, session_id),
  foreign key (practice_id, session_id) references charting.session (practice_id, id)
);
call platform.protect('charting.bell_given', 'record', 'select, insert');

-- What was measured after somebody felt faint, or in an emergency: one row for each time, by the entry of the ledger that it belongs to.
create table charting.vital_sign (
  practice_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  event_id uuid not null,
  position text not null check (position in ('lying', 'legs-raised', 'sitting', 'standing')),
  systolic int check (systolic between 30 and 300),
  diastolic int check (diastolic between 10 and 200 and diastolic < systolic),
  pulse int check (pulse between 20 and 250),
  no_driving boolean not null,
  taken_at timestamptz not null,
  taken_by uuid not null,
  primary key (practice_id, id),
  check ((systolic is null) = (diastolic is null)),
  foreign key (practice_id, session_id) references charting.session (practice_id, id),
  foreign key (practice_id, event_id) references charting.ledger_event (practice_id, id)
);
call platform.protect('charting.vital_sign', 'record', 'select, insert');
create index vital_sign_of_session on charting.vital_sign (practice_id, session_id, taken_at, id);

-- Somebody came unwell (rule C5): what they reported, who was called, and how the visit went on. The latest of a visit stands.
create table charting.unwell_arrival (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  visit_id uuid not null,
  patient_id uuid not null,
  reported text not null check (length(reported) between 1 and 1000),
  told text not null check (length(told) <= 200),
  outcome text not null check (outcome in ('without-needles', 'ended', 'to-physician', 'emergency')),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (practice_id, id),
  foreign key (practice_id, visit_id) references scheduling.appointment (practice_id, id),
  foreign key (practice_id, patient_id) references patients.patient (practice_id, id)
);
call platform.protect('charting.unwell_arrival', 'record', 'select, insert');
create index unwell_arrival_of_visit on charting.unwell_arrival (practice_id, visit_id, recorded_at, id);
