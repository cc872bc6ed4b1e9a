-- A referral that somebody saw for a patient: when it is dated and from whom. Where the practice's rule asks for one, needling waits for it or
-- for a word (rule C13). Rows are added and read.
create table charting.referral (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  patient_id uuid not null,
  dated date not null,
  from_whom text not null check (length(from_whom) between 1 and 200),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (practice_id, id),
  foreign key (practice_id, patient_id) references patients.patient (practice_id, id)
);
call platform.protect('charting.referral', 'record', 'select, insert');
create index referral_of_patient on charting.referral (practice_id, patient_id, dated, id);

-- Entered in error: it does not count.
create table charting.struck_referral (
  practice_id uuid not null,
  referral_id uuid not null,
  struck_at timestamptz not null,
  struck_by uuid not null,
  primary key (practice_id, referral_id),
  foreign key (practice_id, referral_id) references charting.referral (practice_id, id)
);
call platform.protect('charting.struck_referral', 'record', 'select, insert');

alter table charting.acknowledgement drop constraint acknowledgement_kind_check;
alter table charting.acknowledgement add constraint acknowledgement_kind_check check (kind in
  ('hazards', 'screening', 'stop-in-region', 'both-sides-of-thorax', 'red-flags', 'red-signs', 'came-unwell', 'no-referral'));
alter table charting.interruption drop constraint interruption_kind_check;
alter table charting.interruption add constraint interruption_kind_check check (kind in
  ('question', 'hazard', 'both-sides-of-thorax', 'red-sign', 'no-referral'));
