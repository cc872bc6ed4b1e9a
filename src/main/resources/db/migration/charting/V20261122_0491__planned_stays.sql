-- When needles are due to come out. Only a place to look: whether one is still in, the ledger says.
create table charting.planned_stay (
  practice_id uuid not null,
  event_id uuid not null,
  session_id uuid not null,
  due_at timestamptz not null,
  primary key (practice_id, event_id),
  foreign key (practice_id, event_id) references charting.ledger_event (practice_id, id),
  foreign key (practice_id, session_id) references charting.session (practice_id, id)
);
call platform.protect('charting.planned_stay', 'ephemeral', 'select, insert');
create index planned_stay_due on charting.planned_stay (practice_id, due_at);
