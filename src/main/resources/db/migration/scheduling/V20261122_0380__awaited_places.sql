-- What a visit or a block should take where other zone rules have moved its time, and what something else stands on there. It is taken
-- as soon as that gives it up, in the same transaction, before anybody else can.
create table scheduling.awaited_place (
  practice_id uuid not null,
  id uuid not null,
  resource_kind text not null check (resource_kind in ('practitioner', 'room', 'patient', 'device')),
  resource_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at and ends_at - starts_at <= interval '25 hours'),
  appointment_id uuid,
  block_id uuid,
  primary key (practice_id, id),
  foreign key (practice_id, appointment_id) references scheduling.appointment (practice_id, id),
  foreign key (practice_id, block_id) references scheduling.block (practice_id, id),
  check (num_nonnulls(appointment_id, block_id) = 1)
);
call platform.protect('scheduling.awaited_place', 'operational', 'select, insert, update, delete');
create index awaited_place_of_resource on scheduling.awaited_place (practice_id, resource_id, starts_at);
create index awaited_place_end on scheduling.awaited_place (practice_id, ends_at);
create index awaited_place_of_visit on scheduling.awaited_place (practice_id, appointment_id) where appointment_id is not null;
create index awaited_place_of_block on scheduling.awaited_place (practice_id, block_id) where block_id is not null;

-- Which visits collide is what they await, and no longer what was found when their time was derived.
alter table scheduling.rederived_visit drop column collides;
