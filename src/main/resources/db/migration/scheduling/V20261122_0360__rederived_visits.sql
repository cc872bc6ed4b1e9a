-- Under which zone rules (as Java names them) the instants of a practice's visits were derived last.
create table scheduling.zone_rules (
  practice_id uuid not null references practice.practice (practice_id),
  rules text not null,
  derived_at timestamptz not null,
  primary key (practice_id)
);
call platform.protect('scheduling.zone_rules', 'operational', 'select, insert, update');

-- Visits whose instants were derived again, because the rules of their zone had changed. The promised local time stayed.
create table scheduling.rederived_visit (
  practice_id uuid not null,
  appointment_id uuid not null,
  derived_at timestamptz not null,
  rules text not null,
  was timestamptz not null,
  became timestamptz not null,
  collides boolean not null,
  primary key (practice_id, appointment_id, derived_at),
  foreign key (practice_id, appointment_id) references scheduling.appointment (practice_id, id)
);
call platform.protect('scheduling.rederived_visit', 'operational', 'select, insert');
create index rederived_visit_collides on scheduling.rederived_visit (practice_id, became) where collides;
