create schema practice;
grant usage on schema practice to ${app}, ${maintenance};

-- One row per practice: what the public site says of it, and its settings.
create table practice.practice (
  practice_id uuid primary key references platform.practice (id),
  name text not null,
  zone text not null,
  country text not null default 'US' check (country ~ '^[A-Z]{2}$'),
  currency text not null default 'USD' check (currency ~ '^[A-Z]{3}$'),
  tagline jsonb not null,
  about jsonb not null,
  email text,
  demo boolean not null default false,
  version int not null default 0,
  changed_at timestamptz not null
);
call platform.protect('practice.practice', 'record', 'select, insert, update');
create index practice_changed on practice.practice (practice_id, changed_at);

create table practice.location (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  name text not null,
  street text not null,
  city text not null,
  region text not null,
  postal_code text not null,
  directions jsonb not null,
  served_areas text[] not null default '{}',
  zone text not null,
  position int not null default 0,
  version int not null default 0,
  changed_at timestamptz not null,
  primary key (practice_id, id)
);
call platform.protect('practice.location', 'record', 'select, insert, update');
create index location_changed on practice.location (practice_id, changed_at, id);

-- Phone numbers as the public site prints them, in E.164.
create table practice.phone (
  practice_id uuid not null,
  id uuid not null,
  location_id uuid not null,
  label jsonb not null,
  number text not null check (number ~ '^\+[1-9][0-9]{6,14}$'),
  position int not null default 0,
  primary key (practice_id, id),
  foreign key (practice_id, location_id) references practice.location (practice_id, id)
);
call platform.protect('practice.phone', 'record', 'select, insert, update, delete');

-- What the site and the booking pages tell everybody for a while.
create table practice.notice (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  text jsonb not null,
  shown_from date not null,
  shown_to date not null check (shown_to >= shown_from),
  primary key (practice_id, id)
);
call platform.protect('practice.notice', 'operational', 'select, insert, update, delete');
