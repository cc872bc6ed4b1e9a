-- Days by phone and video only may be whole days, as closed ones are; other hours alone need their times.
alter table scheduling.closure
  drop constraint closure_check3,
  add constraint other_hours_have_times check (kind <> 'other-hours' or opens is not null);
