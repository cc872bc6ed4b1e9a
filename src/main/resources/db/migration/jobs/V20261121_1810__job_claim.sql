-- Each claim has a name of its own: a node that ends late cannot take off the list what was planned or claimed anew.
alter table platform.job add column claim uuid;
