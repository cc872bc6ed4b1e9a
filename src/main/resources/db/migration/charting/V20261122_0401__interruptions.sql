-- What was acknowledged: ids of screening questions, or classes of hazards. Rows of before name none.
alter table charting.acknowledgement add column subjects text[] not null default '{}';
create index acknowledgement_in_time on charting.acknowledgement (practice_id, acknowledged_at);

-- What was put to a practitioner before they could go on: with the acknowledgements it says how often people go on, and
-- why. The same in one session counts once.
create table charting.interruption (
  practice_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  put_to uuid not null,
  kind text not null check (kind in ('question', 'hazard', 'both-sides-of-thorax')),
  subject text collate "C" not null check (length(subject) between 1 and 100),
  region text collate "C" not null,
  side text not null check (side in ('L', 'R', 'M', 'B')),
  facts_hash text collate "C" not null,
  put_at timestamptz not null,
  primary key (practice_id, id),
  unique (practice_id, session_id, put_to, kind, subject, region, side, facts_hash),
  foreign key (practice_id, session_id) references charting.session (practice_id, id)
);
call platform.protect('charting.interruption', 'record', 'select, insert');
create index interruption_in_time on charting.interruption (practice_id, put_at);
