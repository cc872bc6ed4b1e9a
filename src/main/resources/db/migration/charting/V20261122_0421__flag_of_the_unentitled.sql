-- A needle that went in by somebody who was not entitled there on that day, or beyond what their rule reaches.
alter table charting.flag drop constraint flag_kind_check;
alter table charting.flag add constraint flag_kind_check check (kind in
  ('consent-withdrawn', 'outside-consent', 'stopped', 'stopped-in-region', 'not-screened', 'not-entitled', 'late'));
