-- A wish that was offered times in vain stays on the list, but keeps nothing from others until somebody says that it stands.
alter table scheduling.wish
  add column unanswered int not null default 0 check (unanswered >= 0),
  drop constraint wish_state_check,
  add constraint wish_state_check check (state in ('waiting', 'unanswered', 'booked', 'withdrawn'));
drop index scheduling.wish_waiting;
create index wish_listed on scheduling.wish (practice_id, joined_at) where state in ('waiting', 'unanswered');
