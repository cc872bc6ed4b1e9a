-- What makes needles easier for a patient, as they said it. Only added to; the latest counts.
create table intake.comfort (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  patient_id uuid not null,
  visit_id uuid not null,
  position text collate "C" check (position in ('lying-flat', 'head-raised', 'on-a-side', 'sitting')),
  talk text collate "C" check (talk in ('talk', 'quiet')),
  wishes text[] not null check (wishes <@ '{warn-before-each,count-aloud,thin-needles,few-at-first,no-twitches,look-away,music,companion}'),
  earlier text check (length(earlier) between 1 and 300),
  words text check (length(words) between 1 and 300),
  at timestamptz not null,
  how text not null check (how in ('link', 'tablet', 'staff')),
  actor_kind text not null,
  actor_id uuid,
  handed_by uuid check ((handed_by is not null) = (how = 'tablet')),
  primary key (practice_id, id),
  foreign key (practice_id, patient_id) references patients.patient (practice_id, id)
);
call platform.protect('intake.comfort', 'record', 'select, insert');
create index comfort_patient on intake.comfort (practice_id, patient_id, at, id);
