-- What the patient of a visit was told last of the delay of its practitioner, and in which of its versions. Unsent: nothing
-- reaches them, somebody calls.
create table frontdoor.delay_notice (
  practice_id uuid not null,
  practitioner_id uuid not null,
  day date not null,
  appointment_id uuid not null,
  minutes int not null check (minutes between 0 and 120),
  delay_version int not null,
  state text collate "C" not null check (state in ('queued', 'unsent')),
  reason text,
  changed_at timestamptz not null,
  primary key (practice_id, practitioner_id, day, appointment_id),
  foreign key (practice_id, practitioner_id, day) references scheduling.delay (practice_id, practitioner_id, day),
  foreign key (practice_id, appointment_id) references scheduling.appointment (practice_id, id),
  check ((state = 'unsent') = (reason is not null))
);
call platform.protect('frontdoor.delay_notice', 'operational', 'select, insert, update');
create index delay_notice_unsent on frontdoor.delay_notice (practice_id, day) where state = 'unsent';
