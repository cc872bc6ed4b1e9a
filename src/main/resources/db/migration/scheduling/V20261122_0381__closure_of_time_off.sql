-- Days that differ because time off was granted are there as long as it is.
alter table scheduling.time_off
  add foreign key (practice_id, closure_id) references scheduling.closure (practice_id, id);
create index time_off_of_closure on scheduling.time_off (practice_id, closure_id) where closure_id is not null;
