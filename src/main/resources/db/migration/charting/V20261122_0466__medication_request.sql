-- A request for a medicine, such as a muscle relaxant: from whoever treats to whoever may prescribe. It prescribes nothing.
create table charting.medication_request (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  visit_id uuid not null,
  patient_id uuid not null,
  drug text not null check (length(drug) between 1 and 100),
  dose text not null check (length(dose) between 1 and 60),
  frequency text not null check (length(frequency) between 1 and 100),
  quantity text not null check (length(quantity) between 1 and 60),
  days int not null check (days between 1 and 90),
  reason text check (length(reason) between 1 and 500),
  requested_at timestamptz not null,
  requested_by uuid not null,
  primary key (practice_id, id),
  foreign key (practice_id, visit_id) references scheduling.appointment (practice_id, id),
  foreign key (practice_id, patient_id) references patients.patient (practice_id, id)
);
call platform.protect('charting.medication_request', 'record', 'select, insert');
create index medication_request_of_visit on charting.medication_request (practice_id, visit_id, requested_at, id);
create index medication_request_by_time on charting.medication_request (practice_id, requested_at, id);

-- What somebody who may prescribe answered: one answer closes a request.
create table charting.medication_answer (
  practice_id uuid not null,
  request_id uuid not null,
  answer text not null check (answer in ('sent-by-hand', 'declined')),
  word text check (length(word) between 1 and 500),
  answered_at timestamptz not null,
  answered_by uuid not null,
  primary key (practice_id, request_id),
  foreign key (practice_id, request_id) references charting.medication_request (practice_id, id),
  check (answer = 'sent-by-hand' or word is not null)
);
call platform.protect('charting.medication_answer', 'record', 'select, insert');
