-- A finding is of a muscle as a whole, or of one trigger point in it by number or name. Two more signs; of referred pain
-- the zones in which the patient feels it are kept as they were marked: zone:side.
alter table charting.finding
  add column point text check (length(point) between 1 and 40),
  add column zones text[],
  drop constraint finding_sign_check,
  add constraint finding_sign_check check (sign in ('taut-band', 'familiar-pain', 'twitch', 'restricted-movement',
    'spot-tenderness', 'referred-pain')),
  add constraint finding_zones_check check (zones is null or sign = 'referred-pain');
