-- Time off that a practitioner asks for. Approved, it has an entry among the days that differ.
create table scheduling.time_off (
  practice_id uuid not null,
  id uuid not null,
  practitioner_id uuid not null,
  first_day date not null,
  last_day date not null check (last_day >= first_day),
  opens time,
  closes time check (closes > opens),
  note text not null check (length(note) <= 500),
  status text not null check (status in ('asked', 'approved', 'declined', 'withdrawn')),
  answer text not null default '' check (length(answer) <= 500),
  closure_id uuid,
  version int not null default 0,
  changed_at timestamptz not null,
  primary key (practice_id, id),
  foreign key (practice_id, practitioner_id) references credentials.practitioner (practice_id, id),
  check ((opens is null) = (closes is null)),
  check ((status = 'approved') = (closure_id is not null))
);
call platform.protect('scheduling.time_off', 'record', 'select, insert, update');
create index time_off_by_day on scheduling.time_off (practice_id, last_day);
create index time_off_changed on scheduling.time_off (practice_id, changed_at, id);
