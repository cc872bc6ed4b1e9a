-- What the text message service calls the message, when it is tried again, when it reached the phone.
alter table notifications.message
  add column provider_id text,
  add column next_try_at timestamptz,
  add column delivered_at timestamptz;
create index message_newest on notifications.message (practice_id, created_at, id);
create index message_to on notifications.message (practice_id, recipient, created_at);

-- What became of each try to hand a message over, and what the service said of it later. Reasons are words of our own.
create table notifications.attempt (
  practice_id uuid not null,
  id uuid not null,
  message_id uuid not null,
  at timestamptz not null,
  outcome text collate "C" not null check (outcome in
    ('accepted', 'refused', 'not-yet', 'unsure', 'given-up', 'sent', 'delivered', 'undelivered')),
  reason text,
  primary key (practice_id, id),
  foreign key (practice_id, message_id) references notifications.message (practice_id, id)
);
call platform.protect('notifications.attempt', 'operational', 'select, insert');
create index attempt_of_message on notifications.attempt (practice_id, message_id, at);
