-- Who is in the room at a visit besides patient and practitioner: a chaperone who was offered, somebody who watches or learns with the
-- patient's consent for this visit only, and a trainee with a supervisor. Rows are added and read; of the chaperone and of the
-- supervision the latest stands.
create table charting.room_entry (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  visit_id uuid not null,
  patient_id uuid not null,
  kind text not null check (kind in
    ('chaperone-declined', 'chaperone-present', 'student', 'observer', 'visitor-refused', 'supervision', 'supervision-ended')),
  name text check (length(name) between 1 and 200),
  trainee_id uuid,
  supervisor_id uuid check (supervisor_id <> trainee_id),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (practice_id, id),
  check ((kind in ('chaperone-present', 'student', 'observer')) = (name is not null)),
  check ((kind = 'supervision') = (trainee_id is not null and supervisor_id is not null)),
  foreign key (practice_id, visit_id) references scheduling.appointment (practice_id, id),
  foreign key (practice_id, patient_id) references patients.patient (practice_id, id),
  foreign key (practice_id, trainee_id) references credentials.practitioner (practice_id, id),
  foreign key (practice_id, supervisor_id) references credentials.practitioner (practice_id, id)
);
call platform.protect('charting.room_entry', 'record', 'select, insert');
create index room_entry_of_visit on charting.room_entry (practice_id, visit_id, recorded_at, id);

-- Entered in error: it does not count.
create table charting.struck_room_entry (
  practice_id uuid not null,
  entry_id uuid not null,
  struck_at timestamptz not null,
  struck_by uuid not null,
  primary key (practice_id, entry_id),
  foreign key (practice_id, entry_id) references charting.room_entry (practice_id, id)
);
call platform.protect('charting.struck_room_entry', 'record', 'select, insert');
