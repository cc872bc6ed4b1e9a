-- An entry may also be flagged for its time, its depth, or whoever needled without being entitled to.
alter table charting.flag drop constraint flag_kind_check;
alter table charting.flag add constraint flag_kind_check check (kind in
  ('consent-withdrawn', 'outside-consent', 'stopped', 'stopped-in-region', 'not-screened', 'not-entitled', 'late',
   'clock', 'depth'));
