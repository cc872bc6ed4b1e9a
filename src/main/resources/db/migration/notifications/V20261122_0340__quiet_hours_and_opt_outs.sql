-- When a practice's reminders keep quiet, in local time. Without a row: 21:00 to 08:00. The same time twice: never.
create table notifications.quiet_hours (
  practice_id uuid primary key references practice.practice (practice_id),
  begins time not null,
  ends time not null,
  version int not null default 0,
  changed_at timestamptz not null
);
call platform.protect('notifications.quiet_hours', 'record', 'select, insert, update');

-- Who does not want messages any more, by address: couples share phones, and a number outlives a chart. It is lifted, never
-- deleted.
create table notifications.opt_out (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  channel text collate "C" not null check (channel in ('email', 'sms')),
  address text collate "C" not null,
  stops text collate "C" not null check (stops in ('reminders', 'everything')),
  asked text collate "C" not null check (asked in ('reply', 'link', 'service')),
  at timestamptz not null,
  lifted_at timestamptz,
  primary key (practice_id, id)
);
call platform.protect('notifications.opt_out', 'record', 'select, insert, update');
create unique index opt_out_in_force on notifications.opt_out (practice_id, channel, address, stops) where lifted_at is null;
