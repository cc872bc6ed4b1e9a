-- Which visit was booked from the chart of another: only from there it is taken back with one tap.
create table charting.booked_next (
  practice_id uuid not null,
  next_id uuid not null,
  visit_id uuid not null,
  booked_at timestamptz not null,
  booked_by uuid not null,
  primary key (practice_id, next_id),
  foreign key (practice_id, next_id) references scheduling.appointment (practice_id, id),
  foreign key (practice_id, visit_id) references scheduling.appointment (practice_id, id)
);
call platform.protect('charting.booked_next', 'operational', 'select, insert');
