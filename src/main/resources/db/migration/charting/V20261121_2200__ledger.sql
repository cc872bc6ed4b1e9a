create schema charting;
grant usage on schema charting to ${app}, ${maintenance};

-- A treatment with needles within a visit. What it holds is in the ledger; the standing is kept beside it for lists.
create table charting.session (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  visit_id uuid not null,
  patient_id uuid not null,
  practitioner_id uuid not null,
  standing text not null check (standing in ('open', 'closed', 'closed-with-retained', 'reopened')),
  opened_at timestamptz not null,
  version int not null default 0,
  changed_at timestamptz not null,
  primary key (practice_id, id),
  unique (practice_id, visit_id),
  foreign key (practice_id, visit_id) references scheduling.appointment (practice_id, id),
  foreign key (practice_id, patient_id) references patients.patient (practice_id, id),
  foreign key (practice_id, practitioner_id) references credentials.practitioner (practice_id, id)
);
call platform.protect('charting.session', 'record', 'select, insert, update');
create index session_changed on charting.session (practice_id, changed_at, id);
create index session_of_patient on charting.session (practice_id, patient_id, opened_at);
create index session_of_practitioner on charting.session (practice_id, practitioner_id, opened_at);
create index session_unfinished on charting.session (practice_id, opened_at) where standing <> 'closed';

-- What has happened, each entry once, never changed. A device counts its own entries from 1 without gaps.
create table charting.ledger_event (
  practice_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  device_id uuid not null,
  number int not null check (number >= 1),
  kind text not null,
  body jsonb not null check (jsonb_typeof(body) = 'object' and body ? 'v'),
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (practice_id, id),
  unique (practice_id, session_id, device_id, number),
  foreign key (practice_id, session_id) references charting.session (practice_id, id)
);
call platform.protect('charting.ledger_event', 'record', 'select, insert');

-- An entry that somebody must say a word about before the note is signed: it was stored although a gate stood against it.
create table charting.flag (
  practice_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  event_id uuid not null,
  kind text not null check (kind in
    ('consent-withdrawn', 'outside-consent', 'stopped', 'stopped-in-region', 'not-screened', 'late')),
  raised_at timestamptz not null,
  primary key (practice_id, id),
  unique (practice_id, event_id, kind),
  foreign key (practice_id, session_id) references charting.session (practice_id, id),
  foreign key (practice_id, event_id) references charting.ledger_event (practice_id, id)
);
call platform.protect('charting.flag', 'record', 'select, insert');
create index flag_of_session on charting.flag (practice_id, session_id);

create table charting.flag_resolution (
  practice_id uuid not null,
  flag_id uuid not null,
  word text not null check (length(word) between 1 and 1000),
  resolved_at timestamptz not null,
  resolved_by uuid not null,
  primary key (practice_id, flag_id),
  foreign key (practice_id, flag_id) references charting.flag (practice_id, id)
);
call platform.protect('charting.flag_resolution', 'record', 'select, insert');

-- What a practitioner weighed and went on with: one interruption for each region, carried until a fact changes (rule C4).
create table charting.acknowledgement (
  practice_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  patient_id uuid not null,
  kind text not null check (kind in ('hazards', 'screening', 'stop-in-region', 'both-sides-of-thorax', 'red-flags')),
  region text not null,
  side text not null check (side in ('L', 'R', 'M', 'B')),
  hazard_classes text[] not null default '{}',
  facts_hash text not null,
  reason text check (length(reason) between 1 and 1000),
  acknowledged_at timestamptz not null,
  acknowledged_by uuid not null,
  primary key (practice_id, id),
  foreign key (practice_id, session_id) references charting.session (practice_id, id),
  foreign key (practice_id, patient_id) references patients.patient (practice_id, id)
);
call platform.protect('charting.acknowledgement', 'record', 'select, insert');
create index acknowledgement_of_patient on charting.acknowledgement (practice_id, patient_id, acknowledged_at);
create index acknowledgement_of_session on charting.acknowledgement (practice_id, session_id);
