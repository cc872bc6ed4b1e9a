create schema intake;
grant usage on schema intake to ${app}, ${maintenance};

-- An answer to a screening question. Answers are only added; the latest of a question counts.
create table intake.answer (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  patient_id uuid not null,
  visit_id uuid not null,
  question text collate "C" not null check (length(question) between 1 and 100),
  knowledge text not null,
  given text not null check (given in ('yes', 'no', 'unsure')),
  places text[] not null default '{}',
  given_at timestamptz not null,
  how text not null check (how in ('link', 'tablet', 'staff')),
  actor_kind text not null,
  actor_id uuid,
  handed_by uuid check ((handed_by is not null) = (how = 'tablet')),
  primary key (practice_id, id),
  foreign key (practice_id, patient_id) references patients.patient (practice_id, id)
);
call platform.protect('intake.answer', 'record', 'select, insert');
create index answer_patient on intake.answer (practice_id, patient_id, given_at, id);
