-- What a practitioner has been found to hold, and for how long: a course, a certificate, a permit. A service can ask for one.
create table credentials.held_credential (
  practice_id uuid not null,
  practitioner_id uuid not null,
  code text collate "C" not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  primary key (practice_id, practitioner_id, code, valid_from),
  foreign key (practice_id, practitioner_id) references credentials.practitioner (practice_id, id)
);
call platform.protect('credentials.held_credential', 'record', 'select, insert, update, delete');
call practice.watch('credentials.held_credential');
call practice.watch('credentials.practitioner');
