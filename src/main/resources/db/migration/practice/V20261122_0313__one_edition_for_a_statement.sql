-- A statement that changes several rows of a practice makes one edition of it, not one for each row: the number is drawn after the
-- practices are told apart, because a row can be met by "on conflict" only once.
create or replace function practice.note_change() returns trigger
language plpgsql
as $$
begin
  insert into practice.edition (practice_id, number)
  select t.practice_id, nextval('practice.edition_number')
    from (select distinct practice_id
            from changed) t
  on conflict (practice_id) do update set number = excluded.number;
  return null;
end
$$;
