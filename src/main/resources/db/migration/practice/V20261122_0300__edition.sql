-- Which edition of its set-up a practice has: the number changes with every change of what is watched (practice, places, services,
-- hours ...), so that a node may keep what it has read until the number differs. Numbers come from a sequence: a number that was
-- rolled back is never met again under other data.
create sequence practice.edition_number;
grant usage on sequence practice.edition_number to ${app}, ${maintenance};

create table practice.edition (
  practice_id uuid not null references practice.practice (practice_id),
  number bigint not null,
  primary key (practice_id)
);
call platform.protect('practice.edition', 'operational', 'select, insert, update');

create function practice.note_change() returns trigger
language plpgsql
as $$
begin
  insert into practice.edition (practice_id, number)
  select distinct practice_id, nextval('practice.edition_number')
    from changed
  on conflict (practice_id) do update set number = excluded.number;
  return null;
end
$$;

-- Lets every change of a table make a new edition of the practices it concerns.
create procedure practice.watch(watched regclass)
language plpgsql
as $$
begin
  execute format('create trigger edition_of_added after insert on %s referencing new table as changed '
    'for each statement execute function practice.note_change()', watched);
  execute format('create trigger edition_of_changed after update on %s referencing new table as changed '
    'for each statement execute function practice.note_change()', watched);
  execute format('create trigger edition_of_removed after delete on %s referencing old table as changed '
    'for each statement execute function practice.note_change()', watched);
end
$$;

call practice.watch('practice.practice');
call practice.watch('practice.location');
call practice.watch('practice.phone');
