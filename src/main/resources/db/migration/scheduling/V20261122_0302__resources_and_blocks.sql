-- What a service asks for besides its time: buffers, who may perform it, equipment, and whether its openings avoid leaving gaps.
alter table scheduling.service
  add column buffer_before_minutes int not null default 0 check (buffer_before_minutes between 0 and 120),
  add column buffer_after_minutes int not null default 0 check (buffer_after_minutes between 0 and 120),
  add column professions text[] not null default '{}',
  add column credential text collate "C",
  add column fewest_gaps boolean not null default false;

-- A thing of a location that a visit may need: a table, an ultrasound device.
create table scheduling.equipment (
  practice_id uuid not null,
  id uuid not null,
  location_id uuid not null,
  kind text not null check (kind in ('table', 'ultrasound', 'shockwave', 'other')),
  name text not null check (length(name) between 1 and 100),
  position int not null default 0,
  active boolean not null default true,
  primary key (practice_id, id),
  foreign key (practice_id, location_id) references practice.location (practice_id, id)
);
call platform.protect('scheduling.equipment', 'record', 'select, insert, update');

-- A visit takes one free piece of each kind its service needs.
create table scheduling.service_equipment (
  practice_id uuid not null,
  service_id uuid not null,
  kind text not null check (kind in ('table', 'ultrasound', 'shockwave', 'other')),
  primary key (practice_id, service_id, kind),
  foreign key (practice_id, service_id) references scheduling.service (practice_id, id)
);
call platform.protect('scheduling.service_equipment', 'record', 'select, insert, delete');

-- When a location is open. One without hours leaves it to its practitioners'.
create table scheduling.location_hours (
  practice_id uuid not null,
  id uuid not null,
  location_id uuid not null,
  weekday int not null check (weekday between 1 and 7),
  opens time not null,
  closes time not null check (closes > opens),
  effective_from date not null,
  effective_to date check (effective_to >= effective_from),
  primary key (practice_id, id),
  foreign key (practice_id, location_id) references practice.location (practice_id, id),
  constraint open_once exclude using gist (
    practice_id with =,
    location_id with =,
    weekday with =,
    int4range((extract(hour from opens) * 60 + extract(minute from opens))::int,
              (extract(hour from closes) * 60 + extract(minute from closes))::int) with &&,
    daterange(effective_from, effective_to, '[]') with &&)
);
call platform.protect('scheduling.location_hours', 'operational', 'select, insert, update, delete');

-- Days on which only phone and video visits take place.
alter table scheduling.closure drop constraint closure_kind_check;
alter table scheduling.closure add constraint closure_kind_check check (kind in ('closed', 'other-hours', 'telehealth-only'));

-- Time that staff keep a practitioner, a room or a piece of equipment free of visits. It holds its place like a visit.
create table scheduling.block (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  resource_kind text not null check (resource_kind in ('practitioner', 'room', 'device')),
  resource_id uuid not null,
  local_start timestamp not null,
  local_end timestamp not null,
  zone text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at and ends_at - starts_at <= interval '24 hours'),
  label text not null default '' check (length(label) <= 200),
  made_by uuid,
  version int not null default 0,
  changed_at timestamptz not null,
  primary key (practice_id, id)
);
call platform.protect('scheduling.block', 'operational', 'select, insert, update, delete');
create index block_start on scheduling.block (practice_id, starts_at);
create index block_changed on scheduling.block (practice_id, changed_at, id);

alter table scheduling.occupancy
  add column block_id uuid,
  add foreign key (practice_id, block_id) references scheduling.block (practice_id, id),
  drop constraint occupancy_check1,
  add constraint of_one_thing check (num_nonnulls(hold_id, appointment_id, block_id) = 1);
create index occupancy_of_block on scheduling.occupancy (practice_id, block_id) where block_id is not null;
create index occupancy_of_live_hold on scheduling.occupancy (practice_id, expires_at) where hold_id is not null;

-- When the patient said that they are coming; and the series that a visit is part of.
alter table scheduling.appointment
  add column confirmed_at timestamptz,
  add column series_id uuid;
create index appointment_of_series on scheduling.appointment (practice_id, series_id) where series_id is not null;

call practice.watch('scheduling.service');
call practice.watch('scheduling.service_segment');
call practice.watch('scheduling.service_practitioner');
call practice.watch('scheduling.service_window');
call practice.watch('scheduling.service_equipment');
call practice.watch('scheduling.weekly_hours');
call practice.watch('scheduling.location_hours');
call practice.watch('scheduling.closure');
call practice.watch('scheduling.room');
call practice.watch('scheduling.equipment');
