-- The days that a stretch touches are counted, not generated: series of dates run through the time zone of the session, and in zones
-- that change clocks at midnight a day is left out.
create or replace function scheduling.pack_touched_days() returns trigger
language plpgsql
as $$
declare
  practices uuid[];
  resources uuid[];
  days date[];
begin
  if tg_op = 'UPDATE' then
    select array_agg(t.practice_id), array_agg(t.resource_id), array_agg(t.first + d.later)
      into practices, resources, days
      from (select practice_id, resource_id, (starts_at at time zone 'UTC')::date as first,
                   ((ends_at - interval '1 microsecond') at time zone 'UTC')::date as last
              from (select * from come union all select * from gone) touched
             where hold_id is null and lane = 0 and resource_kind <> 'patient') t
     cross join lateral generate_series(0, t.last - t.first) as d (later);
  else
    select array_agg(t.practice_id), array_agg(t.resource_id), array_agg(t.first + d.later)
      into practices, resources, days
      from (select practice_id, resource_id, (starts_at at time zone 'UTC')::date as first,
                   ((ends_at - interval '1 microsecond') at time zone 'UTC')::date as last
              from come
             where hold_id is null and lane = 0 and resource_kind <> 'patient') t
     cross join lateral generate_series(0, t.last - t.first) as d (later);
  end if;
  if days is not null then
    perform scheduling.pack_days(practices, resources, days);
  end if;
  return null;
end
$$;
