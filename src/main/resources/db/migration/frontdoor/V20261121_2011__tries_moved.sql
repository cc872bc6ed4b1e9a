-- Wrong birth dates are counted in patients.birth_date_try for every kind of link.
drop table frontdoor.birth_date_try;
