-- Visits that were booked together in a rhythm: what was asked for. The visits themselves carry the series' id.
create table scheduling.series (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  patient_id uuid not null,
  service_id uuid not null,
  first_day date not null,
  weeks int not null check (weeks between 1 and 52),
  every_weeks int not null check (every_weeks between 1 and 8),
  weekdays int[] not null check (cardinality(weekdays) between 1 and 7),
  earliest time not null,
  latest time not null check (latest >= earliest),
  days_apart int not null check (days_apart between 1 and 28),
  booked_at timestamptz not null,
  primary key (practice_id, id),
  foreign key (practice_id, patient_id) references patients.patient (practice_id, id),
  foreign key (practice_id, service_id) references scheduling.service (practice_id, id)
);
call platform.protect('scheduling.series', 'record', 'select, insert');
create index series_of_patient on scheduling.series (practice_id, patient_id);

alter table scheduling.appointment
  add foreign key (practice_id, series_id) references scheduling.series (practice_id, id);

-- Changes of visits that were made in one act on a whole series: the patient hears of them once, with the first visit's.
create table scheduling.told_with_another (
  practice_id uuid not null,
  appointment_id uuid not null,
  version int not null,
  primary key (practice_id, appointment_id, version),
  foreign key (practice_id, appointment_id) references scheduling.appointment (practice_id, id)
);
call platform.protect('scheduling.told_with_another', 'operational', 'select, insert');
