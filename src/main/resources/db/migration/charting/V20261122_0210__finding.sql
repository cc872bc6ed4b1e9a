-- What a hand looked for in a muscle at a visit. Rows are added and read: who changes a finding adds the new one, and of
-- each muscle, side and sign the latest stands. "Not examined" takes a finding back.
create table charting.finding (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  visit_id uuid not null,
  patient_id uuid not null,
  muscle text not null,
  side text not null check (side in ('L', 'R', 'M')),
  sign text not null check (sign in ('taut-band', 'familiar-pain', 'twitch', 'restricted-movement')),
  outcome text not null check (outcome in ('found', 'not-found', 'not-examined')),
  knowledge text not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (practice_id, id),
  foreign key (practice_id, visit_id) references scheduling.appointment (practice_id, id),
  foreign key (practice_id, patient_id) references patients.patient (practice_id, id)
);
call platform.protect('charting.finding', 'record', 'select, insert');
create index finding_of_visit on charting.finding (practice_id, visit_id, recorded_at, id);
