create schema audit;
grant usage on schema audit to ${app}, ${maintenance};

-- Who did what, when, to what; appended in the caller's transaction. The application cannot change or delete a row.
create table audit.entry (
  practice_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('account', 'patient', 'guest', 'system')),
  actor_id uuid,
  action text not null,
  subject_kind text not null,
  subject_id uuid not null,
  patient_id uuid,
  visit_id uuid,
  outcome text not null check (outcome in ('done', 'denied')),
  reason text,
  primary key (practice_id, id)
);
call platform.protect('audit.entry', 'record', 'select, insert');
create index entry_of_patient on audit.entry (practice_id, patient_id, at);
create index entry_at on audit.entry (practice_id, at);

-- A sealed batch: the Merkle root over its entries, joined to the batch before it, signed with the key ring.
create table audit.seal (
  practice_id uuid not null,
  number bigint not null check (number >= 1),
  sealed_at timestamptz not null,
  entries int not null check (entries >= 1),
  previous_head bytea not null,
  root bytea not null,
  head bytea not null,
  key_id text not null,
  signature bytea not null,
  primary key (practice_id, number)
);
call platform.protect('audit.seal', 'record', 'select, insert');

-- Which entry stands at which place of which batch.
create table audit.leaf (
  practice_id uuid not null,
  seal_number bigint not null,
  position int not null check (position >= 0),
  entry_id uuid not null,
  primary key (practice_id, seal_number, position),
  unique (practice_id, entry_id),
  foreign key (practice_id, seal_number) references audit.seal (practice_id, number),
  foreign key (practice_id, entry_id) references audit.entry (practice_id, id)
);
call platform.protect('audit.leaf', 'record', 'select, insert');
