-- Work to be done at a time, claimed by one node at a time with "for update skip locked". Ids only.

create table platform.job (
  id uuid primary key,
  practice_id uuid not null references platform.practice (id),
  kind text not null,
  subject_id uuid not null,
  run_at timestamptz not null,
  attempts int not null default 0,
  claimed_until timestamptz,
  failed_at timestamptz,
  unique (practice_id, kind, subject_id)
);
create index job_due on platform.job (run_at) where failed_at is null;
comment on table platform.job is 'retention: ephemeral';
grant select, insert, update, delete on platform.job to ${app}, ${maintenance};
