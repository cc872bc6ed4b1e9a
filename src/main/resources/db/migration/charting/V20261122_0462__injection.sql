-- A trigger-point injection: a drug through a hollow needle. It never stands among the needles of the ledger. Rows are
-- added and read; one that is wrong is marked so, with a reason.
create table charting.injection (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  visit_id uuid not null,
  patient_id uuid not null,
  drug text not null check (drug in
    ('lidocaine', 'bupivacaine', 'ropivacaine', 'mepivacaine', 'procaine', 'saline', 'triamcinolone',
     'methylprednisolone', 'dexamethasone', 'betamethasone', 'botulinum-toxin', 'other')),
  drug_name text check (length(drug_name) between 1 and 100),
  dose numeric(10, 3) not null check (dose > 0),
  dose_unit text not null check (dose_unit in ('mg', 'microgram', 'unit', 'ml')),
  volume_ml numeric(6, 2) not null check (volume_ml > 0),
  concentration numeric(10, 3) check (concentration > 0),
  concentration_unit text check (concentration_unit in ('percent', 'mg-per-ml', 'unit-per-ml')),
  lot text not null check (length(lot) between 1 and 60),
  expires date not null,
  muscle text not null,
  side text not null check (side in ('L', 'R', 'M')),
  needle_gauge int not null check (needle_gauge between 16 and 34),
  needle_length_mm int not null check (needle_length_mm between 5 and 200),
  confirmed text[] not null default '{}',
  against text[] not null default '{}',
  reason text check (length(reason) between 1 and 1000),
  given_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (practice_id, id),
  foreign key (practice_id, visit_id) references scheduling.appointment (practice_id, id),
  foreign key (practice_id, patient_id) references patients.patient (practice_id, id),
  check ((drug = 'other') = (drug_name is not null)),
  check ((concentration is null) = (concentration_unit is null)),
  check (cardinality(against) = 0 or reason is not null)
);
call platform.protect('charting.injection', 'record', 'select, insert');
create index injection_of_visit on charting.injection (practice_id, visit_id, given_at, id);
create index injection_of_patient on charting.injection (practice_id, patient_id, given_at);

create table charting.injection_in_error (
  practice_id uuid not null,
  injection_id uuid not null,
  reason text not null check (length(reason) between 1 and 1000),
  marked_at timestamptz not null,
  marked_by uuid not null,
  primary key (practice_id, injection_id),
  foreign key (practice_id, injection_id) references charting.injection (practice_id, id)
);
call platform.protect('charting.injection_in_error', 'record', 'select, insert');
