-- What visits and blocks take of one day (UTC) of a practitioner, room or device, packed for searches over many days: pairs of minutes
-- of the day, start and end, two bytes each, in order. Derived from the occupancy table by its triggers, whoever writes there; never
-- written otherwise. Holds are not in it: they end by themselves. Lanes other than 0 neither: they take nothing from others.
create table scheduling.taken_day (
  practice_id uuid not null,
  resource_id uuid not null,
  day date not null,
  taken bytea not null,
  primary key (practice_id, resource_id, day)
);
call platform.protect('scheduling.taken_day', 'operational', 'select, insert, update, delete');

create function scheduling.pack_days(practices uuid[], resources uuid[], days date[]) returns void
language plpgsql
as $$
begin
  -- one after the other for each day of a resource: the second reads what the first has committed
  perform pg_advisory_xact_lock(hashtextextended(t.resource_id::text || t.day, 0))
     from (select distinct u.resource_id, u.day
             from unnest(resources, days) as u (resource_id, day)
            order by u.resource_id, u.day) t;
  insert into scheduling.taken_day (practice_id, resource_id, day, taken)
  select t.practice_id, t.resource_id, t.day, coalesce(p.taken, '')
    from (select distinct * from unnest(practices, resources, days) as u (practice_id, resource_id, day)) t
    left join lateral (
      select string_agg(
               int2send((greatest(0, floor(extract(epoch from o.starts_at - (t.day::timestamp at time zone 'UTC')) / 60)))::int2)
               || int2send((least(1440, ceil(extract(epoch from o.ends_at - (t.day::timestamp at time zone 'UTC')) / 60)))::int2),
               '' order by o.starts_at) as taken
        from scheduling.occupancy o
       where o.practice_id = t.practice_id
         and o.resource_id = t.resource_id
         and o.starts_at > (t.day - 1)::timestamp at time zone 'UTC'
         and o.starts_at < (t.day + 1)::timestamp at time zone 'UTC'
         and o.ends_at > t.day::timestamp at time zone 'UTC'
         and o.hold_id is null
         and o.lane = 0) p on true
   order by t.resource_id, t.day
  on conflict (practice_id, resource_id, day) do update set taken = excluded.taken;
end
$$;

create function scheduling.pack_touched_days() returns trigger
language plpgsql
as $$
declare
  practices uuid[];
  resources uuid[];
  days date[];
begin
  if tg_op = 'UPDATE' then
    select array_agg(t.practice_id), array_agg(t.resource_id), array_agg(d.day::date)
      into practices, resources, days
      from (select practice_id, resource_id, resource_kind, lane, hold_id, starts_at, ends_at from come
             union all
            select practice_id, resource_id, resource_kind, lane, hold_id, starts_at, ends_at from gone) t
     cross join lateral generate_series(
       (t.starts_at at time zone 'UTC')::date, ((t.ends_at - interval '1 microsecond') at time zone 'UTC')::date, interval '1 day') as d (day)
     where t.hold_id is null and t.lane = 0 and t.resource_kind <> 'patient';
  else
    select array_agg(t.practice_id), array_agg(t.resource_id), array_agg(d.day::date)
      into practices, resources, days
      from come t
     cross join lateral generate_series(
       (t.starts_at at time zone 'UTC')::date, ((t.ends_at - interval '1 microsecond') at time zone 'UTC')::date, interval '1 day') as d (day)
     where t.hold_id is null and t.lane = 0 and t.resource_kind <> 'patient';
  end if;
  if days is not null then
    perform scheduling.pack_days(practices, resources, days);
  end if;
  return null;
end
$$;

create trigger pack_added after insert on scheduling.occupancy referencing new table as come
  for each statement execute function scheduling.pack_touched_days();
create trigger pack_changed after update on scheduling.occupancy referencing new table as come old table as gone
  for each statement execute function scheduling.pack_touched_days();
create trigger pack_removed after delete on scheduling.occupancy referencing old table as come
  for each statement execute function scheduling.pack_touched_days();

-- Days taken before this table was there. The owner sees rows only while security is not forced.
alter table scheduling.occupancy no force row level security;
alter table scheduling.taken_day no force row level security;
select scheduling.pack_days(array_agg(o.practice_id), array_agg(o.resource_id), array_agg(d.day::date))
  from scheduling.occupancy o
 cross join lateral generate_series(
   (o.starts_at at time zone 'UTC')::date, ((o.ends_at - interval '1 microsecond') at time zone 'UTC')::date, interval '1 day') as d (day)
 where o.hold_id is null and o.lane = 0 and o.resource_kind <> 'patient'
having count(*) > 0;
alter table scheduling.occupancy force row level security;
alter table scheduling.taken_day force row level security;
