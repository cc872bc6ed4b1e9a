-- Who has which role in which practice, and who is signed in where. Ids only.

create table platform.membership (
  practice_id uuid not null references platform.practice (id),
  account_id uuid not null,
  role text collate "C" not null check (role in
    ('practitioner', 'supervisor', 'front-desk', 'owner', 'referrer', 'operator')),
  primary key (practice_id, account_id, role)
);
comment on table platform.membership is 'retention: record';
grant select, insert, delete on platform.membership to ${app};
grant select, insert, update, delete on platform.membership to ${maintenance};

-- One row per browser that is signed in, or on its way. The token itself is only in the browser's cookie.
create table platform.sign_in (
  token_hash bytea primary key check (length(token_hash) = 32),
  practice_id uuid not null references platform.practice (id),
  kind text collate "C" not null check (kind in ('staff', 'patient')),
  -- staff: second-factor, enrolment, active, locked; patients: code, birth-date, active
  stage text collate "C" not null check (stage in
    ('second-factor', 'enrolment', 'code', 'birth-date', 'active', 'locked')),
  account_id uuid,
  patient_id uuid,
  -- the sign-in code that a patient has still to confirm
  code_id uuid,
  -- the challenge of a running passkey ceremony; used once
  challenge bytea,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  check (kind <> 'staff' or account_id is not null and patient_id is null),
  check (kind <> 'patient' or account_id is null),
  check (kind <> 'patient' or stage <> 'active' or patient_id is not null)
);
create index sign_in_of_account on platform.sign_in (practice_id, account_id);
create index sign_in_expiry on platform.sign_in (expires_at);
comment on table platform.sign_in is 'retention: ephemeral';
grant select, insert, update, delete on platform.sign_in to ${app}, ${maintenance};
