-- Entries that no seal covers yet, written and removed in the transactions that make and seal them: an entry is found when
-- it becomes visible, however late its transaction commits. Ids only; a short table, for all practices, so that one look
-- tells which of them have something to seal.
create table platform.audit_unsealed (
  practice_id uuid not null,
  entry_id uuid not null,
  primary key (practice_id, entry_id)
);
comment on table platform.audit_unsealed is 'retention: ephemeral';
grant select, insert, delete on platform.audit_unsealed to ${app};
grant select, insert, update, delete on platform.audit_unsealed to ${maintenance};

-- The hash of each entry as it was sealed names the one that differs.
alter table audit.leaf add column hash bytea not null;
