create schema documents;
grant usage on schema documents to ${app}, ${maintenance};

-- What was signed: the exact bytes that were shown, the signature, and a seal (HMAC) over both and over every other column.
-- There is no foreign key to patients: this schema lies below it. Rows are added and read, never changed.
create table documents.signed_document (
  practice_id uuid not null references practice.practice (practice_id),
  id uuid not null,
  patient_id uuid not null,
  visit_id uuid,
  kind text collate "C" not null,
  content bytea not null check (length(content) <= 1000000),
  signature bytea not null check (length(signature) <= 100000),
  signed_at timestamptz not null,
  signed_by_kind text not null,
  signed_by uuid,
  key_id text not null,
  seal bytea not null,
  primary key (practice_id, id)
);
call platform.protect('documents.signed_document', 'record', 'select, insert');
create index signed_document_of_patient on documents.signed_document (practice_id, patient_id, signed_at);
