-- One file for SQLite and PostgreSQL. Instants are milliseconds since 1970-01-01T00:00:00Z.

create table subscription (
  id           varchar(36)  not null primary key,
  platform     varchar(16)  not null,
  chat         varchar(64)  not null,
  thread       varchar(64)  not null,  -- '': the main thread
  place        varchar(16)  not null,
  times        varchar(400) not null,  -- '08:00,18:00'; '': as published
  zone         varchar(64)  not null,
  days         varchar(64)  not null,  -- 'MONDAY,FRIDAY'
  topics       text         not null,  -- ids with commas; '': everything
  language     varchar(8)   not null,
  layout       varchar(16)  not null,
  silent       smallint     not null,
  state        varchar(16)  not null,  -- ACTIVE, PAUSED, SUSPENDED
  state_since  bigint       not null,
  paused_until bigint,
  gone_reason  varchar(16),
  tried_at     bigint,
  since        bigint       not null,
  look_at      bigint       not null,  -- when the due rule is to be asked next
  unique (platform, chat, thread)
);
create index subscription_look_at on subscription (look_at);
