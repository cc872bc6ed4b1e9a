create schema credentials;
grant usage on schema credentials to ${app}, ${maintenance};

-- A licensed person who treats, as the public site presents them.
create table credentials.practitioner (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  credentials text not null default '' check (length(credentials) <= 100),
  profession text not null check (profession in
    ('physical-therapist', 'physical-therapist-assistant', 'chiropractor', 'physician', 'athletic-trainer',
     'occupational-therapist', 'acupuncturist', 'massage-therapist')),
  languages text[] not null default '{en}',
  bio jsonb not null,
  phone text check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  account_id uuid,
  position int not null default 0,
  active boolean not null default true,
  version int not null default 0,
  changed_at timestamptz not null,
  primary key (practice_id, id),
  unique (practice_id, account_id)
);
call platform.protect('credentials.practitioner', 'record', 'select, insert, update');
create index practitioner_changed on credentials.practitioner (practice_id, changed_at, id);

-- What other modules may join: a practitioner's name and place in lists.
create view credentials.practitioner_name with (security_invoker = true) as
select practice_id, id, name, credentials, position, active
  from credentials.practitioner;
grant select on credentials.practitioner_name to ${app}, ${maintenance};
