-- A day on which clocks are put back has 25 hours, in one zone 26: a block may keep all of it free.
alter table scheduling.block
  drop constraint block_check,
  add constraint no_longer_than_a_day check (ends_at > starts_at and ends_at - starts_at <= interval '26 hours');
alter table scheduling.occupancy
  drop constraint occupancy_check,
  add constraint no_longer_than_a_day check (ends_at > starts_at and ends_at - starts_at <= interval '26 hours');
alter table scheduling.awaited_place
  drop constraint awaited_place_check,
  add constraint no_longer_than_a_day check (ends_at > starts_at and ends_at - starts_at <= interval '26 hours');

create or replace function scheduling.pack_days(practices uuid[], resources uuid[], days date[]) returns void
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
         and o.starts_at > t.day::timestamp at time zone 'UTC' - interval '26 hours'
         and o.starts_at < (t.day + 1)::timestamp at time zone 'UTC'
         and o.ends_at > t.day::timestamp at time zone 'UTC'
         and o.hold_id is null
         and o.lane = 0) p on true
   order by t.resource_id, t.day
  on conflict (practice_id, resource_id, day) do update set taken = excluded.taken;
end
$$;
