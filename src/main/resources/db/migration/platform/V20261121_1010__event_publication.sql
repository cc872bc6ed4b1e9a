-- The registry of events that listeners still have to hear (Spring Modulith's structure, version 2). Payloads carry ids only.

create table platform.event_publication (
  id uuid primary key,
  listener_id text not null,
  event_type text not null,
  serialized_event text not null,
  publication_date timestamptz not null,
  completion_date timestamptz,
  status text,
  completion_attempts int,
  last_resubmission_date timestamptz
);
create index event_publication_incomplete on platform.event_publication (publication_date) where completion_date is null;
create index event_publication_serialized_event on platform.event_publication using hash (serialized_event);
comment on table platform.event_publication is 'retention: ephemeral';
grant select, insert, update, delete on platform.event_publication to ${app}, ${maintenance};
