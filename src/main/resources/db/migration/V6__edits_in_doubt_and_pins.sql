-- An edit that may have been done is looked for before it is done again.
alter table edit add column doubt smallint not null default 0;

-- What the bot has pinned and not taken down: few, among all parts.
create index part_pinned on part (delivery) where task = 'PIN' and message is not null;
