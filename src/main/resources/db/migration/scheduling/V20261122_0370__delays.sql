-- By how many minutes a practitioner runs late on a local day, as was said last; 0: on time again. Visits stay where they are:
-- neither the occupancy nor the openings know of it.
create table scheduling.delay (
  practice_id uuid not null,
  practitioner_id uuid not null,
  day date not null,
  minutes int not null check (minutes = 0 or minutes between 5 and 120),
  said_at timestamptz not null,
  version int not null default 0,
  changed_at timestamptz not null,
  primary key (practice_id, practitioner_id, day),
  foreign key (practice_id, practitioner_id) references credentials.practitioner (practice_id, id)
);
call platform.protect('scheduling.delay', 'operational', 'select, insert, update');
create index delay_of_day on scheduling.delay (practice_id, day);
create index delay_changed on scheduling.delay (practice_id, changed_at, practitioner_id);
