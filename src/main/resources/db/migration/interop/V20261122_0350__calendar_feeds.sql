create schema interop;
grant usage on schema interop to ${app}, ${maintenance};

-- A practitioner's calendar at a secret address, for a calendar program to subscribe to. Only the hash of the secret is
-- kept: who lost the address makes a new one.
create table interop.calendar_feed (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  practitioner_id uuid not null,
  token_hash bytea not null check (length(token_hash) = 32),
  label text not null check (length(label) between 1 and 60),
  -- patients' initials instead of "Busy" (rule P1: somebody chose it)
  initials boolean not null,
  made_at timestamptz not null,
  read_at timestamptz,
  revoked_at timestamptz,
  version int not null default 0,
  changed_at timestamptz not null,
  primary key (practice_id, id),
  unique (practice_id, token_hash),
  foreign key (practice_id, practitioner_id) references credentials.practitioner (practice_id, id)
);
call platform.protect('interop.calendar_feed', 'record', 'select, insert, update');
create index calendar_feed_changed on interop.calendar_feed (practice_id, changed_at, id);
create index calendar_feed_of_practitioner on interop.calendar_feed (practice_id, practitioner_id);
