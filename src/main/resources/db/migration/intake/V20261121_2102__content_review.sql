-- A clinician of the practice has read a set of content and answers for it (rule C11).
create table intake.content_review (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  content_set text not null check (content_set in ('screening', 'consent', 'aftercare', 'locator')),
  edition text not null,
  account_id uuid not null,
  signed_at timestamptz not null,
  primary key (practice_id, id),
  unique (practice_id, content_set, edition, account_id)
);
call platform.protect('intake.content_review', 'record', 'select, insert');
