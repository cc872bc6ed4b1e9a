\set i :i + 1
\set session :client_id + 1
begin;
select set_config('np.practice', :practice::text, true);
update charting.session set version = version + 1, changed_at = now() where practice_id = :practice::uuid and id = ('d2000000-0000-7000-8000-' || lpad(to_hex(:session::int), 12, '0'))::uuid;
insert into charting.ledger_event (practice_id, id, session_id, device_id, number, kind, body, happened_at, recorded_at, recorded_by, version)
select s.practice_id, md5(:run::text || '-' || :session::text || '-' || :i::text)::uuid, s.id, md5(:run::text || '-' || :session::text)::uuid, :i::int, 'inserted',
       jsonb_build_object('v', 1, 'kind', 'inserted', 'needle', md5(:run::text || '-' || :session::text || '-n-' || :i::text)::uuid, 'placement', '{"muscle":"infraspinatus","side":"R","diameterUm":250,"lengthMm":40,"technique":"deep-static","tissue":"trigger-point","knowledge":"bench"}'::jsonb),
       now(), now(), s.practitioner_id, s.version
  from charting.session s
 where s.practice_id = :practice::uuid and s.id = ('d2000000-0000-7000-8000-' || lpad(to_hex(:session::int), 12, '0'))::uuid;
insert into charting.flag (practice_id, id, session_id, event_id, kind, raised_at)
select :practice::uuid, gen_random_uuid(), ('d2000000-0000-7000-8000-' || lpad(to_hex(:session::int), 12, '0'))::uuid, md5(:run::text || '-' || :session::text || '-' || :i::text)::uuid, kind, now()
  from unnest(array['consent-withdrawn', 'not-screened']) kind;
insert into audit.entry (practice_id, id, at, actor_kind, action, subject_kind, subject_id, patient_id, visit_id, outcome)
select s.practice_id, md5(:run::text || '-' || :session::text || '-a-' || :i::text)::uuid, now(), 'system', 'inserted', 'session', s.id, s.patient_id, s.visit_id, 'done'
  from charting.session s
 where s.practice_id = :practice::uuid and s.id = ('d2000000-0000-7000-8000-' || lpad(to_hex(:session::int), 12, '0'))::uuid;
insert into platform.audit_unsealed (practice_id, entry_id) values (:practice::uuid, md5(:run::text || '-' || :session::text || '-a-' || :i::text)::uuid);
commit;
