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

-- What parts say, once for all whom it goes to.
create table words (
  id    varchar(43) not null primary key,  -- a hash of both
  body  text        not null,
  plain text        not null
);

-- A digest to a subscription.
create table delivery (
  id           varchar(36)  not null primary key,  -- reckoned from subscription and once
  subscription varchar(36)  not null,
  once         varchar(400) not null,  -- the digest; of a test, a resend, a notice: an id of its own
  kind         varchar(8)   not null,  -- NORMAL, TEST, RESEND, NOTICE
  platform     varchar(16)  not null,
  chat         varchar(64)  not null,
  thread       varchar(64)  not null,
  silent       smallint     not null,
  digest       varchar(400) not null,
  digest_date  varchar(10)  not null,
  language     varchar(8)   not null,
  published    bigint       not null,
  status       varchar(8)   not null,  -- WAITING, SENT, MISSED
  reason       varchar(24)  not null,
  held         varchar(24),            -- what has held it last
  planned      bigint       not null,
  slot         bigint       not null,
  deadline     bigint       not null,  -- given up after this
  ended        bigint,
  unique (subscription, once)
);
create index delivery_turn on delivery (platform, status, slot, planned, id);
create index delivery_chat on delivery (platform, chat, digest_date);

-- One message of a delivery.
create table part (
  delivery      varchar(36) not null,
  number        int         not null,
  words         varchar(43) not null,
  state         varchar(8)  not null,  -- WAITING, FLYING, SENT, DROPPED
  as_plain      smallint    not null,  -- refused once: goes as plain text
  doubt         smallint    not null,  -- an earlier attempt may have arrived
  attempts      int         not null,
  first_attempt bigint,                -- the earliest that may have arrived
  epoch         bigint,                -- of the instance that tried it last
  message       varchar(64),
  sent_at       bigint,
  error         text,
  primary key (delivery, number)
);
create index part_state on part (state);

-- Before this instant nothing goes there.
create table hold (
  platform   varchar(16) not null,
  chat       varchar(64) not null,  -- '': the whole bot
  not_before bigint      not null,
  reason     varchar(24) not null,
  primary key (platform, chat)
);

-- Who owns a platform. What earlier epochs left in flight is in doubt.
create table ownership (
  platform varchar(16) not null primary key,
  epoch    bigint      not null,
  instance varchar(36) not null,
  beat     bigint      not null
);

-- What the command line asks of the running bot.
create table request (
  id       varchar(36) not null primary key,
  platform varchar(16) not null,
  chat     varchar(64) not null,
  thread   varchar(64) not null,
  day      varchar(10) not null,
  asked    bigint      not null,
  outcome  varchar(24)             -- absent: not yet picked up
);
