-- One reminder of one visit. It belongs to the time the visit had when it was planned: a moved visit gets new ones.
create table frontdoor.reminder (
  practice_id uuid not null,
  id uuid not null,
  appointment_id uuid not null,
  moment text collate "C" not null check (moment in ('two-days', 'two-hours')),
  visit_at timestamptz not null,
  due_at timestamptz not null,
  until_at timestamptz not null,
  state text collate "C" not null check (state in ('planned', 'queued', 'unsent', 'cancelled')),
  reason text,
  changed_at timestamptz not null,
  primary key (practice_id, id),
  unique (practice_id, appointment_id, moment, visit_at),
  foreign key (practice_id, appointment_id) references scheduling.appointment (practice_id, id),
  check ((state = 'unsent') = (reason is not null))
);
call platform.protect('frontdoor.reminder', 'operational', 'select, insert, update');
create index reminder_unsent on frontdoor.reminder (practice_id, changed_at) where state = 'unsent';

-- How somebody wants to be reached. Without a row: by e-mail where there is an address, else by text message.
create table frontdoor.contact_preference (
  practice_id uuid not null,
  patient_id uuid not null,
  way text collate "C" not null check (way in ('email', 'sms', 'none')),
  version int not null default 0,
  changed_at timestamptz not null,
  primary key (practice_id, patient_id),
  foreign key (practice_id, patient_id) references patients.patient (practice_id, id)
);
call platform.protect('frontdoor.contact_preference', 'record', 'select, insert, update');
create index contact_preference_changed on frontdoor.contact_preference (practice_id, changed_at, patient_id);
