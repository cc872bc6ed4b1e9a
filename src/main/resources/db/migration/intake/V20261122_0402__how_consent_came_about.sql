-- A consent can leave regions out in so many words, be taken back for some, and be signed by a guardian.
alter table intake.consent_event drop constraint consent_event_kind_check;
alter table intake.consent_event add constraint consent_event_kind_check
  check (kind in ('given', 'refused', 'withdrawn', 'extended', 'narrowed', 'confirmed'));
alter table intake.consent_event add column refused text[] not null default '{}';
alter table intake.consent_event add column by_guardian boolean not null default false;

-- How a consent came about: interpreter, said back, witness, guardian and how they were identified, a minor's assent
-- (rule W6). Only added to; the latest of a kind counts.
create table intake.consent_circumstance (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  patient_id uuid not null,
  consent_id uuid not null,
  kind text not null check (kind in ('interpreter', 'said-back', 'witness', 'guardian', 'identified', 'assent')),
  said text check (length(said) between 1 and 200),
  detail text check (length(detail) between 1 and 200),
  remote boolean not null default false,
  at timestamptz not null,
  how text not null check (how in ('link', 'tablet', 'staff')),
  actor_kind text not null,
  actor_id uuid,
  handed_by uuid check ((handed_by is not null) = (how = 'tablet')),
  primary key (practice_id, id),
  foreign key (practice_id, patient_id) references patients.patient (practice_id, id)
);
call platform.protect('intake.consent_circumstance', 'record', 'select, insert');
create index consent_circumstance_consent on intake.consent_circumstance (practice_id, consent_id, at, id);

-- What a minor may keep private from a guardian, as somebody of the practice found it, with its source and from when on.
-- The latest that is in force counts; without one it is not known.
create table intake.minor_privacy (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  region text not null check (length(region) between 1 and 100),
  answer text not null check (answer in ('private', 'guardian-sees', 'depends', 'unknown')),
  in_force_from date not null,
  source text not null check (length(source) between 1 and 500),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (practice_id, id)
);
call platform.protect('intake.minor_privacy', 'record', 'select, insert');

-- Consent to photographs that the practice takes: apart from needling, with its own scope and withdrawal. Only added to.
create table intake.photo_consent (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  patient_id uuid not null,
  visit_id uuid,
  kind text not null check (kind in ('given', 'refused', 'withdrawn')),
  uses text[] not null,
  at timestamptz not null,
  how text not null check (how in ('link', 'tablet', 'staff')),
  actor_kind text not null,
  actor_id uuid,
  handed_by uuid check ((handed_by is not null) = (how = 'tablet')),
  primary key (practice_id, id),
  foreign key (practice_id, patient_id) references patients.patient (practice_id, id),
  check ((kind = 'given') = (cardinality(uses) > 0))
);
call platform.protect('intake.photo_consent', 'record', 'select, insert');
create index photo_consent_patient on intake.photo_consent (practice_id, patient_id, at, id);
