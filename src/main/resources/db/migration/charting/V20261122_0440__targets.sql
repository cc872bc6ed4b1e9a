-- What is to be needled at a visit, and why. Rows are added and read: a target is chosen, moved, taken off, put back or
-- said to be entered in error, and the list is what the rows of a visit come to, in the order in which they were said.
create table charting.target_entry (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  visit_id uuid not null,
  patient_id uuid not null,
  target_id uuid not null,
  said text not null check (said in ('chosen', 'moved', 'taken-off', 'put-back', 'entered-in-error')),
  muscle text,
  side text check (side in ('L', 'R', 'M')),
  point text check (length(point) between 1 and 40),
  reasons text[],
  explains text[],
  words text check (length(words) between 1 and 300),
  knowledge text,
  place int check (place >= 1),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (practice_id, id),
  foreign key (practice_id, visit_id) references scheduling.appointment (practice_id, id),
  foreign key (practice_id, patient_id) references patients.patient (practice_id, id),
  check ((said = 'chosen') = (muscle is not null and side is not null and reasons is not null and explains is not null
    and knowledge is not null)),
  check (said <> 'chosen' or words is not null or cardinality(reasons) > 0),
  check ((said = 'moved') = (place is not null))
);
call platform.protect('charting.target_entry', 'record', 'select, insert');
create index target_entry_of_visit on charting.target_entry (practice_id, visit_id, recorded_at, id);
create index target_entry_of_patient on charting.target_entry (practice_id, patient_id, recorded_at);
