-- What was measured at a visit: range, strength, pressure pain, nerves and the rest, each coded, with its unit and its
-- instrument. Rows are added and read: measured again, the later row stands; a slip is named in charting.measure_error.
create table charting.measure (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  visit_id uuid not null,
  patient_id uuid not null,
  -- what was measured, as one word: kind/code/side/manner
  measured text collate "C" not null,
  kind text not null,
  code text not null,
  side text not null check (side in ('L', 'R', 'M')),
  manner text not null,
  moment text not null check (moment in ('before', 'after')),
  value numeric(8, 2),
  readings numeric(8, 2)[],
  unit text check (unit in ('degree', 'mm', 'newton', 'kpa', 'ms')),
  word text check (length(word) between 1 and 40),
  remark text check (length(remark) between 1 and 1000),
  instrument text check (instrument in ('goniometer', 'inclinometer', 'tape', 'eye')),
  painful boolean not null,
  -- the earlier measure that was said to hold unchanged
  same_as uuid,
  measured_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (practice_id, id),
  foreign key (practice_id, visit_id) references scheduling.appointment (practice_id, id),
  foreign key (practice_id, patient_id) references patients.patient (practice_id, id),
  foreign key (practice_id, same_as) references charting.measure (practice_id, id),
  check (measured = kind || '/' || code || '/' || side || '/' || manner),
  check (num_nonnulls(value, word, remark) = 1),
  check ((value is null) = (unit is null) and (value is null) = (readings is null)),
  check (value is null or case unit
    when 'degree' then value between -60 and 220
    when 'mm' then value between 0 and 100
    when 'newton' then value between 0 and 3000
    when 'kpa' then value > 0 and value <= 2000
    else value between 50 and 10000 end)
);
call platform.protect('charting.measure', 'record', 'select, insert');
create index measure_of_visit on charting.measure (practice_id, visit_id, recorded_at, id);
-- the last of each thing ever measured is found by stepping from one to the next
create index measure_of_patient on charting.measure (practice_id, patient_id, measured, measured_on desc, recorded_at desc, id desc);

create table charting.measure_error (
  practice_id uuid not null references practice.practice (practice_id),
  measure_id uuid not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (practice_id, measure_id),
  foreign key (practice_id, measure_id) references charting.measure (practice_id, id)
);
call platform.protect('charting.measure_error', 'record', 'select, insert');
