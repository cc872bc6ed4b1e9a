-- The list of whom to call goes by the visit.
drop index frontdoor.reminder_unsent;
create index reminder_unsent on frontdoor.reminder (practice_id, visit_at, id) where state = 'unsent';
