create schema scheduling;
grant usage on schema scheduling to ${app}, ${maintenance};

-- What a practice offers. Needling is done in person only; the database holds that too.
create table scheduling.service (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  name jsonb not null,
  description jsonb not null,
  modality text not null check (modality in ('phone', 'in-person', 'video')),
  audience text not null check (audience in ('new', 'returning', 'both')),
  needling boolean not null default false,
  price_cents bigint not null check (price_cents >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  minutes int not null check (minutes between 5 and 480),
  grid_minutes int not null check (grid_minutes between 5 and 240),
  minimum_notice_minutes int not null check (minimum_notice_minutes between 0 and 43200),
  horizon_days int not null check (horizon_days between 1 and 730),
  cancellation_hours int not null check (cancellation_hours between 0 and 336),
  position int not null default 0,
  active boolean not null default true,
  version int not null default 0,
  changed_at timestamptz not null,
  primary key (practice_id, id),
  check (not needling or modality = 'in-person')
);
call platform.protect('scheduling.service', 'record', 'select, insert, update');
create index service_changed on scheduling.service (practice_id, changed_at, id);

-- The parts of a service, in order. The practitioner is held while hands are on; room and patient throughout (rule W5).
create table scheduling.service_segment (
  practice_id uuid not null,
  service_id uuid not null,
  position int not null check (position between 0 and 19),
  presence text not null check (presence in ('hands-on', 'needles-in')),
  minutes int not null check (minutes between 1 and 480),
  primary key (practice_id, service_id, position),
  foreign key (practice_id, service_id) references scheduling.service (practice_id, id)
);
call platform.protect('scheduling.service_segment', 'record', 'select, insert, delete');

-- Who offers which service where.
create table scheduling.service_practitioner (
  practice_id uuid not null,
  service_id uuid not null,
  practitioner_id uuid not null,
  location_id uuid not null,
  primary key (practice_id, service_id, practitioner_id, location_id),
  foreign key (practice_id, service_id) references scheduling.service (practice_id, id),
  foreign key (practice_id, practitioner_id) references credentials.practitioner (practice_id, id),
  foreign key (practice_id, location_id) references practice.location (practice_id, id)
);
call platform.protect('scheduling.service_practitioner', 'operational', 'select, insert, delete');

-- When a service may be booked, within the hours worked. A service without a window may be booked in all of them.
create table scheduling.service_window (
  practice_id uuid not null,
  id uuid not null,
  service_id uuid not null,
  audience text not null check (audience in ('new', 'returning', 'both')),
  weekday int not null check (weekday between 1 and 7),
  opens time not null,
  closes time not null check (closes > opens),
  primary key (practice_id, id),
  foreign key (practice_id, service_id) references scheduling.service (practice_id, id)
);
call platform.protect('scheduling.service_window', 'operational', 'select, insert, delete');
create index service_window_of_service on scheduling.service_window (practice_id, service_id);

-- Hours that a practitioner works at a location every week, in the location's local time. Nobody is in two places at once.
create table scheduling.weekly_hours (
  practice_id uuid not null,
  id uuid not null,
  practitioner_id uuid not null,
  location_id uuid not null,
  weekday int not null check (weekday between 1 and 7),
  opens time not null,
  closes time not null check (closes > opens),
  effective_from date not null,
  effective_to date check (effective_to >= effective_from),
  primary key (practice_id, id),
  foreign key (practice_id, practitioner_id) references credentials.practitioner (practice_id, id),
  foreign key (practice_id, location_id) references practice.location (practice_id, id),
  constraint one_place_at_a_time exclude using gist (
    practice_id with =,
    practitioner_id with =,
    weekday with =,
    int4range((extract(hour from opens) * 60 + extract(minute from opens))::int,
              (extract(hour from closes) * 60 + extract(minute from closes))::int) with &&,
    daterange(effective_from, effective_to, '[]') with &&)
);
call platform.protect('scheduling.weekly_hours', 'operational', 'select, insert, update, delete');
create index weekly_hours_of_practitioner on scheduling.weekly_hours (practice_id, practitioner_id, weekday);

-- Days that differ from the weekly hours: closed, closed for some hours, or open at other hours. Entered once for the
-- practice, a location, or a practitioner, and used wherever hours are shown or booked.
create table scheduling.closure (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  kind text not null check (kind in ('closed', 'other-hours')),
  location_id uuid,
  practitioner_id uuid,
  first_day date not null,
  last_day date not null check (last_day >= first_day),
  opens time,
  closes time check (closes > opens),
  label jsonb not null,
  primary key (practice_id, id),
  foreign key (practice_id, practitioner_id) references credentials.practitioner (practice_id, id),
  foreign key (practice_id, location_id) references practice.location (practice_id, id),
  check ((opens is null) = (closes is null)),
  check (kind = 'closed' or opens is not null)
);
call platform.protect('scheduling.closure', 'operational', 'select, insert, update, delete');
create index closure_by_day on scheduling.closure (practice_id, last_day, first_day);

-- A room of a location. A location without rooms does not manage them: there, nothing is refused for want of a room.
create table scheduling.room (
  practice_id uuid not null,
  id uuid not null,
  location_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  position int not null default 0,
  active boolean not null default true,
  primary key (practice_id, id),
  foreign key (practice_id, location_id) references practice.location (practice_id, id)
);
call platform.protect('scheduling.room', 'record', 'select, insert, update');
