-- Consent to an injection has a text, a signature and a withdrawal of its own: it never stands in for consent to
-- needling, nor that for it. What was added aloud to a consent to needling before stays on record and no longer counts.
alter table intake.consent_event add column consent_to text collate "C" not null default 'needling';
alter table intake.consent_event alter column consent_to drop default;
alter table intake.consent_event add constraint consent_event_to_check check (consent_to in ('needling', 'injection'));
alter table intake.consent_event add constraint consent_event_technique_check
  check (case consent_to when 'injection' then techniques <@ '{injection}' else not techniques && '{injection}' end)
  not valid;

alter table intake.content_review drop constraint content_review_content_set_check;
alter table intake.content_review add constraint content_review_content_set_check
  check (content_set in ('screening', 'consent', 'injection', 'aftercare', 'locator'));
