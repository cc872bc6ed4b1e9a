-- The consent under which an injection was given; none where nobody had agreed to it.
alter table charting.injection add column consent_id uuid;
alter table charting.injection add constraint injection_consent_id_fkey
  foreign key (practice_id, consent_id) references intake.consent_event (practice_id, id);
