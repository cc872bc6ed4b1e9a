-- Why somebody has to be called about a visit, besides a reminder that reaches nobody. It belongs to the time that the visit
-- had.
create table frontdoor.call_note (
  practice_id uuid not null,
  appointment_id uuid not null,
  visit_at timestamptz not null,
  reason text collate "C" not null check (reason in ('answered-cancel', 'untold-moved', 'untold-cancelled')),
  noted_at timestamptz not null,
  primary key (practice_id, appointment_id, visit_at, reason),
  foreign key (practice_id, appointment_id) references scheduling.appointment (practice_id, id)
);
call platform.protect('frontdoor.call_note', 'operational', 'select, insert, update');
create index call_note_ahead on frontdoor.call_note (practice_id, visit_at);

-- The last time that somebody called about a visit at the time that it had.
create table frontdoor.call_made (
  practice_id uuid not null,
  appointment_id uuid not null,
  visit_at timestamptz not null,
  made_at timestamptz not null,
  primary key (practice_id, appointment_id, visit_at),
  foreign key (practice_id, appointment_id) references scheduling.appointment (practice_id, id)
);
call platform.protect('frontdoor.call_made', 'operational', 'select, insert, update');
