-- Wrong birth dates behind a link: five tries, then the phone number (rule P3). The subject is what the link is about: a
-- visit, a plan of aftercare.
create table patients.birth_date_try (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  subject_id uuid not null,
  at timestamptz not null,
  primary key (practice_id, id)
);
call platform.protect('patients.birth_date_try', 'ephemeral', 'select, insert');
create index birth_date_try_subject on patients.birth_date_try (practice_id, subject_id, at);
