-- A red sign of the visit's examination is put to whoever means to needle once for the visit, with or without a session
-- (rules C2, C4).
alter table charting.acknowledgement drop constraint acknowledgement_kind_check;
alter table charting.acknowledgement add constraint acknowledgement_kind_check check (kind in
  ('hazards', 'screening', 'stop-in-region', 'both-sides-of-thorax', 'red-flags', 'red-signs', 'came-unwell'));

alter table charting.flag drop constraint flag_kind_check;
alter table charting.flag add constraint flag_kind_check check (kind in
  ('consent-withdrawn', 'outside-consent', 'stopped', 'stopped-in-region', 'not-screened', 'not-entitled', 'red-sign', 'late',
   'clock', 'depth'));

alter table charting.interruption drop constraint interruption_kind_check;
alter table charting.interruption add constraint interruption_kind_check check (kind in
  ('question', 'hazard', 'both-sides-of-thorax', 'red-sign'));
alter table charting.interruption alter column session_id drop not null;
alter table charting.interruption add column visit_id uuid;
alter table charting.interruption add constraint interruption_of_session_or_visit
  check ((session_id is null) <> (visit_id is null));
alter table charting.interruption add constraint interruption_visit
  foreign key (practice_id, visit_id) references scheduling.appointment (practice_id, id);
alter table charting.interruption add constraint interruption_once_for_a_visit
  unique (practice_id, visit_id, put_to, kind, subject, facts_hash);
