-- What an owner confirmed about a profession in a state: whether it may needle, what is asked, where that was read, and until when it
-- stands without another look. Rows are added and read: the latest confirmation that has begun stands.
create table credentials.practice_rule (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  jurisdiction text collate "C" not null check (jurisdiction ~ '^[A-Z]{2}(-[A-Z0-9]{1,3})?$'),
  profession text collate "C" not null check (profession in
    ('physical-therapist', 'physical-therapist-assistant', 'chiropractor', 'physician', 'athletic-trainer',
     'occupational-therapist', 'acupuncturist', 'massage-therapist')),
  permits boolean not null,
  hours int not null check (hours between 0 and 2000),
  hours_in_person int not null check (hours_in_person between 0 and hours),
  hours_before_needling int not null check (hours_before_needling between 0 and hours),
  years_licensed int not null check (years_licensed between 0 and 20),
  supervised_sessions int not null check (supervised_sessions between 0 and 1000),
  written_consent boolean not null,
  referral boolean not null,
  regions text[] not null,
  limits text not null check (length(limits) <= 1000),
  proposed text not null check (proposed in ('permitted', 'silent', 'varies', 'unknown', 'prohibited')),
  source text not null check (length(source) between 1 and 500),
  word text check (length(word) between 1 and 1000),
  valid_from date not null,
  review_on date not null check (review_on > valid_from),
  confirmed_at timestamptz not null,
  confirmed_by uuid,
  primary key (practice_id, id),
  check (word is not null or proposed = 'permitted' or not permits)
);
call platform.protect('credentials.practice_rule', 'record', 'select, insert');
create index practice_rule_of on credentials.practice_rule (practice_id, jurisdiction, profession, confirmed_at);

-- A practitioner's licence in a state, as somebody saw it. A renewal or correction is a further row: the latest stands.
create table credentials.licence (
  practice_id uuid not null,
  id uuid not null,
  practitioner_id uuid not null,
  jurisdiction text collate "C" not null check (jurisdiction ~ '^[A-Z]{2}(-[A-Z0-9]{1,3})?$'),
  number text not null check (length(number) between 1 and 60),
  issued date not null,
  expires date check (expires >= issued),
  check_again date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (practice_id, id),
  foreign key (practice_id, practitioner_id) references credentials.practitioner (practice_id, id)
);
call platform.protect('credentials.licence', 'record', 'select, insert');
create index licence_of on credentials.licence (practice_id, practitioner_id, jurisdiction, recorded_at);
-- a service can ask for it, so searches for openings read it
call practice.watch('credentials.licence');

-- A course in needling that a practitioner completed.
create table credentials.training (
  practice_id uuid not null,
  id uuid not null,
  practitioner_id uuid not null,
  course text not null check (length(course) between 1 and 200),
  hours int not null check (hours between 0 and 2000),
  in_person boolean not null,
  sessions int not null check (sessions between 0 and 1000),
  completed date not null,
  evidence text not null check (length(evidence) <= 500),
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (practice_id, id),
  foreign key (practice_id, practitioner_id) references credentials.practitioner (practice_id, id)
);
call platform.protect('credentials.training', 'record', 'select, insert');
create index training_of on credentials.training (practice_id, practitioner_id, completed);

-- A course that was entered in error does not count.
create table credentials.struck_training (
  practice_id uuid not null,
  training_id uuid not null,
  reason text not null check (length(reason) between 1 and 500),
  struck_at timestamptz not null,
  struck_by uuid,
  primary key (practice_id, training_id),
  foreign key (practice_id, training_id) references credentials.training (practice_id, id)
);
call platform.protect('credentials.struck_training', 'record', 'select, insert');

-- A session that a practitioner in training did with an instructor in the room; one line for a visit.
create table credentials.supervised_session (
  practice_id uuid not null,
  id uuid not null,
  practitioner_id uuid not null,
  instructor_id uuid not null check (instructor_id <> practitioner_id),
  visit_id uuid,
  jurisdiction text collate "C" not null check (jurisdiction ~ '^[A-Z]{2}(-[A-Z0-9]{1,3})?$'),
  held_on date not null,
  what text not null check (length(what) between 1 and 500),
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (practice_id, id),
  unique (practice_id, visit_id, practitioner_id),
  foreign key (practice_id, practitioner_id) references credentials.practitioner (practice_id, id),
  foreign key (practice_id, instructor_id) references credentials.practitioner (practice_id, id)
);
call platform.protect('credentials.supervised_session', 'record', 'select, insert');
create index supervised_session_of on credentials.supervised_session (practice_id, practitioner_id, held_on);
create index supervised_session_by on credentials.supervised_session (practice_id, instructor_id, held_on);

-- What the instructor says of it. A correction is a further row: the latest stands.
create table credentials.sign_off (
  practice_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  instructor_id uuid not null,
  outcome text not null check (outcome in ('accepted', 'needs-more')),
  word text check (length(word) between 1 and 1000),
  signed_at timestamptz not null,
  signed_by uuid not null,
  primary key (practice_id, id),
  check (word is not null or outcome = 'accepted'),
  foreign key (practice_id, session_id) references credentials.supervised_session (practice_id, id),
  foreign key (practice_id, instructor_id) references credentials.practitioner (practice_id, id)
);
call platform.protect('credentials.sign_off', 'record', 'select, insert');
create index sign_off_of on credentials.sign_off (practice_id, session_id, signed_at);
