-- An entry may also be flagged for its time, its depth, or whoever needled without being entitled to.
alter table charting.flag drop constraint flag_kind_check;
alter table charting.flag add constraint flag_kind_check check (kind in
  ('consent-withdrawn', 'outside-consent', 'stopped', 'stopped-in-region', 'not-screened', 'not-entitled', 'late',
   'clock', 'depth'));

-- With which version of its session an entry came: a device asks for what is newer than what it has.
alter table charting.ledger_event add column version int not null default 0;
