-- What of the patient's answers was weighed before an injection, answer by answer: one that was not among them is still
-- asked about at the next injection of the visit.
alter table charting.injection add column weighed text[] not null default '{}';
