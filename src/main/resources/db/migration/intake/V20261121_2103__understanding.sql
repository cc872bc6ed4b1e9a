-- An answer to a question about what was taught, or that somebody explained it after two wrong ones. Only added to.
create table intake.understanding (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  patient_id uuid not null,
  visit_id uuid not null,
  edition text not null,
  lesson text collate "C" not null,
  outcome text not null check (outcome in ('right', 'wrong', 'explained')),
  at timestamptz not null,
  how text not null check (how in ('link', 'tablet', 'staff')),
  actor_kind text not null,
  actor_id uuid,
  handed_by uuid check ((handed_by is not null) = (how = 'tablet')),
  primary key (practice_id, id),
  foreign key (practice_id, patient_id) references patients.patient (practice_id, id)
);
call platform.protect('intake.understanding', 'record', 'select, insert');
create index understanding_patient on intake.understanding (practice_id, patient_id, at, id);
