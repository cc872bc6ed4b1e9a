create schema identity;
grant usage on schema identity to ${app}, ${maintenance};

-- A member of staff who signs in at one practice. Roles: platform.membership.
create table identity.account (
  practice_id uuid not null references platform.practice (id),
  id uuid not null,
  email text collate "C" not null check (email = lower(email) and length(email) between 3 and 254),
  display_name text not null check (length(display_name) between 1 and 200),
  password_hash text not null,
  -- sealed with the key ring; null until enrolled
  totp_secret bytea,
  -- the 30-second step of the last code that was accepted; a code never counts twice
  totp_used_step bigint not null default 0,
  active boolean not null default true,
  version int not null default 0,
  changed_at timestamptz not null,
  primary key (practice_id, id),
  unique (practice_id, email)
);
call platform.protect('identity.account', 'record', 'select, insert, update');
create index account_changed on identity.account (practice_id, changed_at, id);

-- A credential record as WebAuthn level 3 names its parts.
create table identity.passkey (
  practice_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  credential_id bytea not null,
  public_key bytea not null,
  signature_count bigint not null check (signature_count >= 0),
  user_verified boolean not null,
  backup_eligible boolean not null,
  backed_up boolean not null,
  transports text[] not null,
  attestation bytea,
  attestation_client_data bytea,
  label text not null check (length(label) between 1 and 100),
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  primary key (practice_id, id),
  unique (practice_id, credential_id),
  foreign key (practice_id, account_id) references identity.account (practice_id, id)
);
call platform.protect('identity.passkey', 'record', 'select, insert, update, delete');
create index passkey_of_account on identity.passkey (practice_id, account_id);

-- Ten codes for the day the telephone is lost; each works once.
create table identity.recovery_code (
  practice_id uuid not null,
  account_id uuid not null,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (practice_id, account_id, code_hash),
  foreign key (practice_id, account_id) references identity.account (practice_id, id)
);
call platform.protect('identity.recovery_code', 'record', 'select, insert, update, delete');

-- A patient's way in: the code that was sent to a contact, whether or not anybody has that contact.
create table identity.sign_in_code (
  practice_id uuid not null references platform.practice (id),
  id uuid not null,
  contact text collate "C" not null check (length(contact) <= 254),
  code_hash bytea not null,
  expires_at timestamptz not null,
  tries int not null default 0,
  birth_date_tries int not null default 0,
  used_at timestamptz,
  primary key (practice_id, id)
);
call platform.protect('identity.sign_in_code', 'ephemeral', 'select, insert, update, delete');
create index sign_in_code_expiry on identity.sign_in_code (practice_id, expires_at);

-- Counts tries. The subject (an e-mail, a client's address) is only kept as a keyed hash.
create table identity.attempt (
  practice_id uuid not null references platform.practice (id),
  kind text collate "C" not null,
  subject_hash bytea not null,
  window_started_at timestamptz not null,
  last_at timestamptz not null,
  count int not null check (count >= 0),
  primary key (practice_id, kind, subject_hash)
);
call platform.protect('identity.attempt', 'ephemeral', 'select, insert, update, delete');
create index attempt_age on identity.attempt (practice_id, last_at);
