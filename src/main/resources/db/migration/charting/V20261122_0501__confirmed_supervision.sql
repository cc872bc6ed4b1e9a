-- What a supervisor who was named said to it, with their own sign-in: only a confirmed supervision lets a trainee needle (rules W7, C13).
-- The latest answer stands.
create table charting.supervision_answer (
  practice_id uuid not null,
  id uuid not null,
  entry_id uuid not null,
  answer text not null check (answer in ('confirmed', 'declined')),
  answered_at timestamptz not null,
  answered_by uuid not null,
  primary key (practice_id, id),
  foreign key (practice_id, entry_id) references charting.room_entry (practice_id, id)
);
call platform.protect('charting.supervision_answer', 'record', 'select, insert');
create index supervision_answer_of_entry on charting.supervision_answer (practice_id, entry_id, answered_at, id);
create index room_entry_supervision on charting.room_entry (practice_id, recorded_at) where kind = 'supervision';
