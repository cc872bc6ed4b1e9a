-- Who would come if something came free: what they could come to, and since when they wait.
create table scheduling.wish (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  patient_id uuid not null,
  service_id uuid not null,
  practitioner_id uuid,
  location_id uuid,
  weekdays int[] not null check (cardinality(weekdays) between 1 and 7),
  earliest time not null,
  latest time not null check (latest >= earliest),
  until_day date not null,
  notice_hours int not null check (notice_hours between 0 and 336),
  state text collate "C" not null check (state in ('waiting', 'booked', 'withdrawn')),
  client text collate "C",
  joined_at timestamptz not null,
  version int not null default 0,
  changed_at timestamptz not null,
  primary key (practice_id, id),
  foreign key (practice_id, patient_id) references patients.patient (practice_id, id),
  foreign key (practice_id, service_id) references scheduling.service (practice_id, id),
  foreign key (practice_id, practitioner_id) references credentials.practitioner (practice_id, id),
  foreign key (practice_id, location_id) references practice.location (practice_id, id)
);
call platform.protect('scheduling.wish', 'operational', 'select, insert, update');
create index wish_waiting on scheduling.wish (practice_id, joined_at) where state = 'waiting';
create index wish_of_patient on scheduling.wish (practice_id, patient_id);
create index wish_changed on scheduling.wish (practice_id, changed_at, id);

-- An opening that came free and is kept for somebody on the list. The hold keeps it; this says for whom and what they answered.
create table scheduling.waiting_offer (
  practice_id uuid not null,
  id uuid not null,
  wish_id uuid not null,
  hold_id uuid not null,
  practitioner_id uuid not null,
  location_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  zone text not null,
  state text collate "C" not null check (state in ('open', 'accepted', 'declined', 'expired', 'withdrawn')),
  offered_at timestamptz not null,
  tell_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > tell_at),
  told_at timestamptz,
  appointment_id uuid,
  changed_at timestamptz not null,
  primary key (practice_id, id),
  foreign key (practice_id, wish_id) references scheduling.wish (practice_id, id),
  foreign key (practice_id, appointment_id) references scheduling.appointment (practice_id, id),
  check ((state = 'accepted') = (appointment_id is not null))
);
call platform.protect('scheduling.waiting_offer', 'operational', 'select, insert, update');
create index waiting_offer_of_wish on scheduling.waiting_offer (practice_id, wish_id);
-- nobody is asked about two openings for one wish at a time
create unique index waiting_offer_open on scheduling.waiting_offer (practice_id, wish_id) where state = 'open';
