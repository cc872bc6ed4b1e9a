-- When a block was removed; null: it stands. A removed one takes no time and can be put back.
alter table scheduling.block add column removed_at timestamptz;
