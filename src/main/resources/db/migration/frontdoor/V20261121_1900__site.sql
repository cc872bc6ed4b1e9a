create schema frontdoor;
grant usage on schema frontdoor to ${app}, ${maintenance};

-- What the practice's public site says beside name, tagline and about: sections in its own words, and what people come with.
create table frontdoor.site_text (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  kind text collate "C" not null check (kind in ('section', 'condition')),
  position int not null,
  title jsonb not null,
  body jsonb,
  primary key (practice_id, id)
);
call platform.protect('frontdoor.site_text', 'record', 'select, insert, update, delete');
create index site_text_kind on frontdoor.site_text (practice_id, kind, position);

-- Wrong birth dates on a manage link: five tries, then the phone number (rule P3).
create table frontdoor.birth_date_try (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  appointment_id uuid not null,
  at timestamptz not null,
  primary key (practice_id, id)
);
call platform.protect('frontdoor.birth_date_try', 'ephemeral', 'select, insert');
create index birth_date_try_appointment on frontdoor.birth_date_try (practice_id, appointment_id, at);

-- Which version of a visit the patient was told of: a listener may hear the same news twice.
create table frontdoor.told_change (
  practice_id uuid not null,
  appointment_id uuid not null,
  version int not null,
  at timestamptz not null,
  primary key (practice_id, appointment_id, version)
);
call platform.protect('frontdoor.told_change', 'ephemeral', 'select, insert');
