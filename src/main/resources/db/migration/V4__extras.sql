-- What comes beside the messages of a digest: a pin, a thread or post of its own, a role that is
-- called, a crosspost.

alter table subscription add column pin smallint not null default 0;
alter table subscription add column crosspost smallint not null default 0;
alter table subscription add column rooms varchar(8) not null default 'NONE';  -- NONE, THREAD, POST
alter table subscription add column role varchar(32) not null default '';  -- '': none

alter table delivery add column room varchar(64);  -- the thread or post that was begun for it
alter table delivery add column heading text;      -- what that is called, as JSON

-- Messages are numbered from 0, all else downwards from -1; they go in the order of their steps.
alter table part add column task varchar(12) not null default 'MESSAGE';
alter table part add column step int not null default 0;
alter table part add column not_before bigint not null default 0;
update part set step = 4 * number;
