-- An answer that somebody carried on by saying that nothing has changed: when it was given in so many words.
alter table intake.answer add column first_given_at timestamptz check (first_given_at < given_at);

-- The answer to "has anything changed since that day?" (rule W4). Only added to.
create table intake.change_report (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  patient_id uuid not null,
  visit_id uuid not null,
  given text not null check (given in ('yes', 'no', 'unsure')),
  changes text[] not null,
  since timestamptz not null,
  reported_at timestamptz not null,
  how text not null check (how in ('link', 'tablet', 'staff')),
  actor_kind text not null,
  actor_id uuid,
  handed_by uuid check ((handed_by is not null) = (how = 'tablet')),
  primary key (practice_id, id),
  foreign key (practice_id, patient_id) references patients.patient (practice_id, id),
  check ((given = 'no') = (cardinality(changes) = 0))
);
call platform.protect('intake.change_report', 'record', 'select, insert');
create index change_report_patient on intake.change_report (practice_id, patient_id, reported_at, id);

-- A practitioner has looked at facts that were new since the patient agreed, and needling goes on. Only added to.
create table intake.fact_review (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  patient_id uuid not null,
  visit_id uuid not null,
  facts text[] not null check (cardinality(facts) > 0),
  word text not null check (length(word) between 1 and 200),
  reviewed_at timestamptz not null,
  reviewed_by uuid not null,
  primary key (practice_id, id),
  foreign key (practice_id, patient_id) references patients.patient (practice_id, id)
);
call platform.protect('intake.fact_review', 'record', 'select, insert');
create index fact_review_patient on intake.fact_review (practice_id, patient_id, reviewed_at, id);
