create schema patients;
grant usage on schema patients to ${app}, ${maintenance};

-- A person in care. A guest's booking makes a provisional patient; the front desk confirms it as a new chart or links it
-- to an existing one. The key columns hold what searches compare: they sort bytewise, so that an index can serve them.
create table patients.patient (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  standing text not null check (standing in ('provisional', 'confirmed')),
  name text not null check (length(name) between 1 and 200),
  name_key text collate "C" not null,
  birth_date date not null check (birth_date >= date '1900-01-01'),
  phone text collate "C" check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  email text,
  email_key text collate "C",
  locale text not null default 'en' check (locale in ('en', 'es')),
  version int not null default 0,
  changed_at timestamptz not null,
  primary key (practice_id, id),
  check ((email is null) = (email_key is null))
);
call platform.protect('patients.patient', 'record', 'select, insert, update');
create index patient_changed on patients.patient (practice_id, changed_at, id);
create index patient_by_name on patients.patient (practice_id, name_key, id);
create index patient_birth_date on patients.patient (practice_id, birth_date, name_key);
create index patient_phone on patients.patient (practice_id, phone) where phone is not null;
create index patient_email on patients.patient (practice_id, email_key) where email_key is not null;
create index patient_provisional on patients.patient (practice_id, changed_at desc) where standing = 'provisional';

-- The patient as it stood in each version, and who made that version.
create table patients.patient_history (
  practice_id uuid not null,
  patient_id uuid not null,
  version int not null,
  standing text not null,
  name text not null,
  birth_date date not null,
  phone text,
  email text,
  locale text not null,
  changed_at timestamptz not null,
  changed_by_kind text not null,
  changed_by uuid,
  primary key (practice_id, patient_id, version),
  foreign key (practice_id, patient_id) references patients.patient (practice_id, id)
);
call platform.protect('patients.patient_history', 'record', 'select, insert');

-- A provisional patient is the person of a confirmed chart. Appended to only: a link is undone by a row that names it.
create table patients.link (
  practice_id uuid not null,
  id uuid not null,
  provisional_id uuid not null,
  chart_id uuid not null,
  undoes uuid,
  at timestamptz not null,
  by_kind text not null,
  by_id uuid,
  primary key (practice_id, id),
  unique (practice_id, undoes),
  check (provisional_id <> chart_id),
  foreign key (practice_id, provisional_id) references patients.patient (practice_id, id),
  foreign key (practice_id, chart_id) references patients.patient (practice_id, id),
  foreign key (practice_id, undoes) references patients.link (practice_id, id)
);
call platform.protect('patients.link', 'record', 'select, insert');
create index link_of_provisional on patients.link (practice_id, provisional_id);
create index link_of_chart on patients.link (practice_id, chart_id);

-- The words of each name, so that any of them finds the patient.
create table patients.name_word (
  practice_id uuid not null,
  word text collate "C" not null,
  patient_id uuid not null,
  primary key (practice_id, word, patient_id),
  foreign key (practice_id, patient_id) references patients.patient (practice_id, id)
);
call platform.protect('patients.name_word', 'record', 'select, insert, delete');
create index name_word_of_patient on patients.name_word (practice_id, patient_id);

-- What other modules may join: a patient's name and whether the front desk still has to say who it is.
create view patients.patient_name with (security_invoker = true) as
select p.practice_id,
       p.id,
       p.name,
       p.standing = 'provisional'
         and not exists (select 1
                           from patients.link l
                          where l.practice_id = p.practice_id
                            and l.provisional_id = p.id
                            and l.undoes is null
                            and not exists (select 1
                                              from patients.link u
                                             where u.practice_id = l.practice_id
                                               and u.undoes = l.id)) as awaits_confirmation
  from patients.patient p;
grant select on patients.patient_name to ${app}, ${maintenance};
