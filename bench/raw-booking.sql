\set i :i + 1
\set n :i * :clients + :client_id
\set p mod(:n, 200)
\set slot :n / 200
begin;
select set_config('np.practice', ':practice', true);
insert into scheduling.idempotency_key (practice_id, route, caller, key, body_hash, created_at)
values (:'practice', 'raw', 'bench', :'run' || '-' || :n, '\x00', now());
insert into scheduling.appointment (practice_id, id, status, service_id, service_name, modality, price_cents, currency, practitioner_id, location_id, patient_id, local_start, zone, starts_at, ends_at, booked_at, version, changed_at)
values (:'practice', md5(:'run' || :n)::uuid, 'booked', :'service', '{"en":"Bench","es":"Bench"}', 'in-person', 10000, 'USD', ('b0000000-0000-7000-8000-' || lpad(to_hex(:p), 12, '0'))::uuid, :'location', ('c0000000-0000-7000-8000-' || lpad(to_hex(:p), 12, '0'))::uuid, timestamp '2030-01-01' + :slot * interval '30 minutes', 'America/Chicago', :'base'::timestamptz + :slot * interval '30 minutes', :'base'::timestamptz + (:slot + 1) * interval '30 minutes', now(), 0, now());
insert into scheduling.appointment_history (practice_id, appointment_id, version, status, practitioner_id, location_id, local_start, zone, starts_at, ends_at, changed_at, changed_by_kind)
select practice_id, id, version, status, practitioner_id, location_id, local_start, zone, starts_at, ends_at, changed_at, 'system' from scheduling.appointment where practice_id = :'practice' and id = md5(:'run' || :n)::uuid;
insert into scheduling.occupancy (practice_id, id, resource_kind, resource_id, starts_at, ends_at, appointment_id)
values (:'practice', md5(:'run' || :n || 'a')::uuid, 'practitioner', ('b0000000-0000-7000-8000-' || lpad(to_hex(:p), 12, '0'))::uuid, :'base'::timestamptz + :slot * interval '30 minutes', :'base'::timestamptz + (:slot + 1) * interval '30 minutes', md5(:'run' || :n)::uuid),
       (:'practice', md5(:'run' || :n || 'b')::uuid, 'patient', ('c0000000-0000-7000-8000-' || lpad(to_hex(:p), 12, '0'))::uuid, :'base'::timestamptz + :slot * interval '30 minutes', :'base'::timestamptz + (:slot + 1) * interval '30 minutes', md5(:'run' || :n)::uuid);
insert into audit.entry (practice_id, id, at, actor_kind, action, subject_kind, subject_id, patient_id, visit_id, outcome)
values (:'practice', md5(:'run' || :n || 'c')::uuid, now(), 'system', 'booked', 'appointment', md5(:'run' || :n)::uuid, null, md5(:'run' || :n)::uuid, 'done');
insert into platform.audit_unsealed (practice_id, entry_id) values (:'practice', md5(:'run' || :n || 'c')::uuid);
insert into platform.event_publication (id, listener_id, event_type, serialized_event, publication_date, completion_date)
values (md5(:'run' || :n || 'd')::uuid, 'raw', 'raw', '{"practice":"raw","appointment":"' || md5(:'run' || :n) || '"}', now(), now());
update scheduling.idempotency_key set status = 303, response = md5(:'run' || :n) where practice_id = :'practice' and route = 'raw' and caller = 'bench' and key = :'run' || '-' || :n;
commit;
