-- What staff decided about a booked visit that the hours no longer hold. It counts for the time that the visit had then.
create table scheduling.visit_choice (
  practice_id uuid not null,
  appointment_id uuid not null,
  choice text not null check (choice in ('move', 'cancel', 'keep', 'call')),
  starts_at timestamptz not null,
  chosen_by uuid,
  chosen_at timestamptz not null,
  primary key (practice_id, appointment_id),
  foreign key (practice_id, appointment_id) references scheduling.appointment (practice_id, id)
);
call platform.protect('scheduling.visit_choice', 'operational', 'select, insert, update');
