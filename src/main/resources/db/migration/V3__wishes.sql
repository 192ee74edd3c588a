-- A chat has several subscriptions, each with a name. SQLite cannot change what is unique: the table
-- is written anew.

create table subscription_3 (
  id           varchar(36)  not null primary key,
  platform     varchar(16)  not null,
  chat         varchar(64)  not null,
  thread       varchar(64)  not null,  -- '': the main thread
  name         varchar(64)  not null default '',  -- '': the one without a name
  place        varchar(16)  not null,
  times        varchar(400) not null,  -- '08:00,18:00'; '': as published
  zone         varchar(64)  not null,
  days         varchar(64)  not null,  -- 'MONDAY,FRIDAY'
  quiet        varchar(32)  not null default '',  -- '22:00-07:00'; '': no quiet hours
  topics       text         not null,  -- ids with commas; '': everything
  sources      text         not null default '',  -- names, one a line; '': all
  mute         text         not null default '',  -- words, one a line; '': none
  language     varchar(8)   not null,
  layout       varchar(16)  not null,
  silent       smallint     not null,
  grace        bigint,                 -- milliseconds; absent: the operator's
  note         smallint     not null default 0,  -- a line comes where nothing matches
  state        varchar(16)  not null,  -- ACTIVE, PAUSED, SUSPENDED
  state_since  bigint       not null,
  paused_until bigint,
  gone_reason  varchar(16),
  tried_at     bigint,
  since        bigint       not null,
  look_at      bigint       not null,  -- when the due rule is to be asked next
  unique (platform, chat, thread, name)
);

insert into subscription_3 (id, platform, chat, thread, name, place, times, zone, days, quiet,
  topics, sources, mute, language, layout, silent, grace, note, state, state_since, paused_until,
  gone_reason, tried_at, since, look_at)
select id, platform, chat, thread, '', place, times, zone, days, '',
  topics, '', '', language, layout, silent, null, 0, state, state_since, paused_until,
  gone_reason, tried_at, since, look_at
from subscription;

drop table subscription;
alter table subscription_3 rename to subscription;
create index subscription_look_at on subscription (look_at);
