-- A needle that somebody has given a name: "my usual" (rule W2).
create table charting.pattern (
  practice_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  name text not null check (length(name) between 1 and 40),
  placement jsonb not null check (jsonb_typeof(placement) = 'object'),
  kept_at timestamptz not null,
  dropped_at timestamptz,
  primary key (practice_id, id)
);
call platform.protect('charting.pattern', 'operational', 'select, insert, update');
create index pattern_of_account on charting.pattern (practice_id, account_id);
