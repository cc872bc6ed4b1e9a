-- Whoever came unwell is needled only after the practitioner said a word about it (rule C5).
alter table charting.acknowledgement drop constraint acknowledgement_kind_check;
alter table charting.acknowledgement add constraint acknowledgement_kind_check check (kind in
  ('hazards', 'screening', 'stop-in-region', 'both-sides-of-thorax', 'red-flags', 'came-unwell'));
