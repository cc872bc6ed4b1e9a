create schema notifications;
grant usage on schema notifications to ${app}, ${maintenance};

-- What is to be sent to whom. No text: a kind, and sealed with the key ring what the text needs (a link, a code), which is
-- erased once the message has left. The state "sending" is committed before the message is handed over.
create table notifications.message (
  practice_id uuid not null,
  id uuid not null,
  channel text not null check (channel in ('email', 'sms')),
  recipient text not null,
  locale text not null check (locale in ('en', 'es')),
  kind text not null,
  subject_id uuid not null,
  urgent boolean not null,
  sealed bytea,
  message_id text not null,
  state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'unknown', 'failed')),
  attempts int not null default 0,
  created_at timestamptz not null,
  not_after timestamptz,
  changed_at timestamptz not null,
  sent_at timestamptz,
  last_error text,
  primary key (practice_id, id),
  check (state not in ('sent', 'unknown', 'failed') or sealed is null)
);
call platform.protect('notifications.message', 'operational', 'select, insert, update');
create index message_of_subject on notifications.message (practice_id, subject_id, created_at);
create index message_unsent on notifications.message (practice_id, created_at) where state <> 'sent';
