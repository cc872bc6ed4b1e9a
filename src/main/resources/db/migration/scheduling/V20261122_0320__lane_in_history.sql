-- On which lane a visit lay in each version, so that undoing a change puts it back where it was.
alter table scheduling.appointment_history
  add column lane int not null default 0,
  add column overlap_role text,
  add column overlap_reason text;
create index appointment_overlapping on scheduling.appointment (practice_id, starts_at) where lane > 0;
