-- A booked visit. The local date-time and its zone are what was promised; the instants are derived from them.
create table scheduling.appointment (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  status text not null check (status in
    ('booked', 'arrived', 'roomed', 'in-session', 'completed', 'no-show', 'cancelled')),
  service_id uuid not null,
  service_name jsonb not null,
  modality text not null,
  price_cents bigint not null,
  currency text not null,
  practitioner_id uuid not null,
  location_id uuid not null,
  room_id uuid,
  patient_id uuid not null,
  local_start timestamp not null,
  zone text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at and ends_at - starts_at <= interval '24 hours'),
  lane int not null default 0 check (lane >= 0),
  overlap_role text,
  overlap_reason text,
  cancel_reason text check (cancel_reason in
    ('patient-asked', 'patient-ill', 'practitioner-away', 'weather', 'booked-by-mistake', 'other')),
  booked_at timestamptz not null,
  version int not null default 0,
  changed_at timestamptz not null,
  primary key (practice_id, id),
  foreign key (practice_id, service_id) references scheduling.service (practice_id, id),
  foreign key (practice_id, practitioner_id) references credentials.practitioner (practice_id, id),
  foreign key (practice_id, location_id) references practice.location (practice_id, id),
  foreign key (practice_id, room_id) references scheduling.room (practice_id, id),
  foreign key (practice_id, patient_id) references patients.patient (practice_id, id),
  check ((status = 'cancelled') = (cancel_reason is not null)),
  check ((lane = 0) = (overlap_role is null) and (lane = 0) = (overlap_reason is null))
);
call platform.protect('scheduling.appointment', 'record', 'select, insert, update');
create index appointment_changed on scheduling.appointment (practice_id, changed_at, id);
create index appointment_start on scheduling.appointment (practice_id, starts_at);
create index appointment_of_patient on scheduling.appointment (practice_id, patient_id, starts_at);
create index appointment_of_practitioner on scheduling.appointment (practice_id, practitioner_id, starts_at);

-- The appointment as it stood in each version, and who made that version.
create table scheduling.appointment_history (
  practice_id uuid not null,
  appointment_id uuid not null,
  version int not null,
  status text not null,
  practitioner_id uuid not null,
  location_id uuid not null,
  room_id uuid,
  local_start timestamp not null,
  zone text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  cancel_reason text,
  changed_at timestamptz not null,
  changed_by_kind text not null,
  changed_by uuid,
  primary key (practice_id, appointment_id, version),
  foreign key (practice_id, appointment_id) references scheduling.appointment (practice_id, id)
);
call platform.protect('scheduling.appointment_history', 'record', 'select, insert');

-- What the patient painted before booking, and what was answered to the red-flag questions.
create table scheduling.appointment_pain (
  practice_id uuid not null,
  appointment_id uuid not null,
  marks jsonb not null check (jsonb_typeof(marks) = 'array'),
  red_flags jsonb not null check (jsonb_typeof(red_flags) = 'array'),
  level text check (level in ('emergency', 'today', 'physician-first', 'tell-practitioner')),
  primary key (practice_id, appointment_id),
  foreign key (practice_id, appointment_id) references scheduling.appointment (practice_id, id)
);
call platform.protect('scheduling.appointment_pain', 'record', 'select, insert');

-- An opening kept for somebody while they fill in the form. The client is a keyed hash, never an address. A hold that
-- ran out stays on record for a while, so that its owner is told what happened.
create table scheduling.hold (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  service_id uuid not null,
  practitioner_id uuid not null,
  location_id uuid not null,
  room_id uuid,
  local_start timestamp not null,
  zone text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  client text collate "C" not null,
  expires_at timestamptz not null,
  appointment_id uuid,
  primary key (practice_id, id),
  foreign key (practice_id, service_id) references scheduling.service (practice_id, id),
  foreign key (practice_id, practitioner_id) references credentials.practitioner (practice_id, id),
  foreign key (practice_id, location_id) references practice.location (practice_id, id),
  foreign key (practice_id, room_id) references scheduling.room (practice_id, id),
  foreign key (practice_id, appointment_id) references scheduling.appointment (practice_id, id)
);
call platform.protect('scheduling.hold', 'ephemeral', 'select, insert, update, delete');
create index hold_of_client on scheduling.hold (practice_id, client, expires_at);

-- Who and what is taken when: a row per resource and stretch of time, for holds and appointments alike. No two rows of one
-- resource overlap on a lane; whoever comes second is refused here, whatever was checked before. Lane 0 is where everybody
-- books; other lanes hold a practitioner's deliberate overlaps (rule F2), never a patient, room or device.
create table scheduling.occupancy (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  resource_kind text not null check (resource_kind in ('practitioner', 'room', 'patient', 'device')),
  resource_id uuid not null,
  lane int not null default 0 check (lane >= 0),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at and ends_at - starts_at <= interval '24 hours'),
  hold_id uuid,
  appointment_id uuid,
  expires_at timestamptz,
  overlap_role text,
  overlap_reason text,
  primary key (practice_id, id),
  foreign key (practice_id, hold_id) references scheduling.hold (practice_id, id),
  foreign key (practice_id, appointment_id) references scheduling.appointment (practice_id, id),
  check (num_nonnulls(hold_id, appointment_id) = 1),
  check ((hold_id is null) = (expires_at is null)),
  check (lane = 0 or resource_kind = 'practitioner'),
  check ((lane = 0) = (overlap_role is null) and (lane = 0) = (overlap_reason is null)),
  check (length(overlap_reason) >= 3),
  constraint no_double_booking exclude using gist (
    practice_id with =,
    resource_id with =,
    lane with =,
    tstzrange(starts_at, ends_at, '[)') with &&)
);
call platform.protect('scheduling.occupancy', 'operational', 'select, insert, update, delete');
create index occupancy_of_resource on scheduling.occupancy (practice_id, resource_id, starts_at);
create index occupancy_of_hold on scheduling.occupancy (practice_id, hold_id) where hold_id is not null;
create index occupancy_of_appointment on scheduling.occupancy (practice_id, appointment_id) where appointment_id is not null;

-- The answer given to a request that carried an Idempotency-Key, kept for 24 hours. Inserted in the transaction of what it
-- answers, so that a concurrent repeat waits for it.
create table scheduling.idempotency_key (
  practice_id uuid not null references practice.practice (practice_id),
  route text collate "C" not null,
  caller text collate "C" not null,
  key text collate "C" not null check (length(key) between 1 and 200),
  body_hash text collate "C" not null,
  status int,
  response text,
  created_at timestamptz not null,
  primary key (practice_id, route, caller, key)
);
call platform.protect('scheduling.idempotency_key', 'ephemeral', 'select, insert, update, delete');
create index idempotency_key_age on scheduling.idempotency_key (practice_id, created_at);
