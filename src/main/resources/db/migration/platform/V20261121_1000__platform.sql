-- Schema platform is exempt from row-level security and holds ids only: the practice directory, sign-ins, memberships,
-- jobs and event publications. A guard test lists its tables.

grant usage on schema platform to ${app}, ${maintenance};

create table platform.practice (
  id uuid primary key,
  slug text collate "C" not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60)
);
comment on table platform.practice is 'retention: record';
grant select, insert on platform.practice to ${app};
grant select, insert, update, delete on platform.practice to ${maintenance};

-- Every table of practice data is protected by one call of this procedure, so that no table can be protected by half.
create procedure platform.protect(protected regclass, retention text, app_privileges text)
language plpgsql
as $$
begin
  if retention not in ('record', 'operational', 'ephemeral') then
    raise exception 'retention class of % must be record, operational or ephemeral, was %', protected, retention;
  end if;
  execute format('alter table %s enable row level security', protected);
  execute format('alter table %s force row level security', protected);
  execute format(
    'create policy practice on %s using (practice_id = nullif(current_setting(''np.practice'', true), '''')::uuid) '
    'with check (practice_id = nullif(current_setting(''np.practice'', true), '''')::uuid)', protected);
  execute format('comment on table %s is %L', protected, 'retention: ' || retention);
  execute format('grant %s on %s to ${app}', app_privileges, protected);
  execute format('grant select, insert, update, delete on %s to ${maintenance}', protected);
end
$$;
