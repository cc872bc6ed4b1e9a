create schema outcomes;
grant usage on schema outcomes to ${app}, ${maintenance};

-- What a patient said about the pain, on a numeric rating scale from 0 to 10. Never changed: a later score of the same
-- moment of a visit takes the place of the earlier one when it is read. The visit is an appointment's id.
create table outcomes.score (
  practice_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  visit_id uuid,
  instrument text not null check (instrument in ('nprs')),
  moment text not null check (moment in ('before', 'after', 'check-in')),
  kind text not null check (kind in ('now', 'worst')),
  value int not null check (value between 0 and 10),
  at timestamptz not null,
  by_kind text not null,
  by_id uuid,
  primary key (practice_id, id),
  foreign key (practice_id, patient_id) references patients.patient (practice_id, id),
  check (visit_id is not null or moment = 'check-in')
);
call platform.protect('outcomes.score', 'record', 'select, insert');
create index score_of_patient on outcomes.score (practice_id, patient_id, at, id);
