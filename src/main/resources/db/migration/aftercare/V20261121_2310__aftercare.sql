create schema aftercare;
grant usage on schema aftercare to ${app}, ${maintenance};

-- What follows a visit with needles: one plan a visit. The visit is an appointment's id; hazards are ids of knowledge, of
-- the edition named beside them.
create table aftercare.plan (
  practice_id uuid not null,
  id uuid not null,
  visit_id uuid not null,
  session_version int not null,
  patient_id uuid not null,
  closed_at timestamptz not null,
  zone text not null,
  first_visit boolean not null,
  flagged boolean not null,
  hazards text[] not null,
  techniques text[] not null,
  knowledge text not null,
  version int not null default 0,
  changed_at timestamptz not null,
  primary key (practice_id, id),
  unique (practice_id, visit_id),
  foreign key (practice_id, patient_id) references patients.patient (practice_id, id)
);
call platform.protect('aftercare.plan', 'record', 'select, insert, update');
create index plan_changed on aftercare.plan (practice_id, changed_at, id);
create index plan_of_patient on aftercare.plan (practice_id, patient_id, closed_at);

-- What a patient said after a visit, at a check-in or on their own. Added to, never changed.
create table aftercare.report (
  practice_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  at timestamptz not null,
  answers jsonb not null,
  words text check (length(words) <= 2000),
  level text not null check (level in ('none', 'today', 'emergency')),
  knowledge text not null,
  by_kind text not null,
  by_id uuid,
  primary key (practice_id, id),
  foreign key (practice_id, plan_id) references aftercare.plan (practice_id, id)
);
call platform.protect('aftercare.report', 'record', 'select, insert');
create index report_of_plan on aftercare.report (practice_id, plan_id, at);

-- One time at which a patient is asked. `next_at` is when the work on it goes on: first question, second, morning list.
create table aftercare.check_in (
  practice_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  moment text collate "C" not null check (moment in ('hours', 'one-day', 'two-days', 'three-days')),
  ask_at timestamptz not null,
  next_at timestamptz not null,
  state text collate "C" not null check (state in
    ('planned', 'asked', 'asked-again', 'unanswered', 'seen', 'answered', 'cancelled')),
  report_id uuid,
  version int not null default 0,
  changed_at timestamptz not null,
  primary key (practice_id, id),
  unique (practice_id, plan_id, moment),
  foreign key (practice_id, plan_id) references aftercare.plan (practice_id, id),
  foreign key (practice_id, report_id) references aftercare.report (practice_id, id),
  check ((state = 'answered') = (report_id is not null))
);
call platform.protect('aftercare.check_in', 'record', 'select, insert, update');
create index check_in_changed on aftercare.check_in (practice_id, changed_at, id);
create index check_in_state on aftercare.check_in (practice_id, state, ask_at);

-- An answer that means danger, on the practice's worklist from the moment it was given.
create table aftercare.concern (
  practice_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  plan_id uuid not null,
  patient_id uuid not null,
  visit_id uuid not null,
  level text not null check (level in ('today', 'emergency')),
  raised_at timestamptz not null,
  state text collate "C" not null check (state in ('open', 'taken', 'closed')),
  taken_by uuid,
  version int not null default 0,
  changed_at timestamptz not null,
  primary key (practice_id, id),
  unique (practice_id, report_id),
  foreign key (practice_id, report_id) references aftercare.report (practice_id, id),
  foreign key (practice_id, plan_id) references aftercare.plan (practice_id, id),
  foreign key (practice_id, patient_id) references patients.patient (practice_id, id),
  check ((state = 'open') = (taken_by is null))
);
call platform.protect('aftercare.concern', 'record', 'select, insert, update');
create index concern_changed on aftercare.concern (practice_id, changed_at, id);
create index concern_state on aftercare.concern (practice_id, state, raised_at);

-- What was done about a concern, and by whom.
create table aftercare.concern_step (
  practice_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  act text not null check (act in ('taken', 'noted', 'closed')),
  words text check (length(words) between 1 and 2000),
  at timestamptz not null,
  by_id uuid not null,
  primary key (practice_id, id),
  foreign key (practice_id, concern_id) references aftercare.concern (practice_id, id),
  check (act = 'taken' or words is not null)
);
call platform.protect('aftercare.concern_step', 'record', 'select, insert');
create index concern_step_of on aftercare.concern_step (practice_id, concern_id, at);

-- Which piece of advice a practice gives where the sources disagree; the newest row of a topic counts. No advice: none is
-- given on that topic.
create table aftercare.protocol_choice (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  topic text not null,
  advice text,
  chosen_at timestamptz not null,
  by_kind text not null,
  by_id uuid,
  primary key (practice_id, id)
);
call platform.protect('aftercare.protocol_choice', 'record', 'select, insert');
create index protocol_choice_topic on aftercare.protocol_choice (practice_id, topic, chosen_at);
