-- A page of a consent that was signed on paper is a picture, too.
alter table documents.picture drop constraint picture_kind_check;
alter table documents.picture add constraint picture_kind_check check (kind in ('reaction', 'sheet', 'consent'));
