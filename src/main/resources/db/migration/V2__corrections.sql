-- What was drawn for all chats that get the same of a digest: how it is drawn again when the digest
-- is corrected. A delivery without one (of before this table, a test, a notice) is never edited.
create table draft (
  id          varchar(43)  not null primary key,  -- a hash of platform, digest, language and asked
  platform    varchar(16)  not null,
  digest      varchar(400) not null,
  language    varchar(8)   not null,
  digest_date varchar(10)  not null,
  stem        varchar(400) not null,
  asked       text         not null,  -- what of a subscription decides what is drawn, as JSON
  content     varchar(43)  not null,  -- a hash of what the digest said; '': of several; 'withdrawn'
  links       text         not null,  -- its articles, by which it is known under another name
  planned     bigint       not null
);
create index draft_planned on draft (platform, planned);

alter table delivery add column draft varchar(43);
create index delivery_draft on delivery (draft);

-- What a message that was sent is to say instead. What it says is the part's words.
create table edit (
  delivery   varchar(36) not null,
  number     int         not null,
  platform   varchar(16) not null,
  words      varchar(43) not null,
  state      varchar(8)  not null,  -- WAITING, FLYING, DONE, CANNOT
  attempts   int         not null,
  not_before bigint      not null,
  epoch      bigint,                -- of the instance that tried it last
  planned    bigint      not null,
  ended      bigint,
  error      text,
  primary key (delivery, number)
);
create index edit_turn on edit (platform, state, planned, number, delivery);

-- Each time that messages of a delivery were to be edited.
create table correction (
  delivery varchar(36) not null,
  planned  bigint      not null,
  kind     varchar(12) not null,  -- CORRECTED, RETRACTED
  primary key (delivery, planned)
);

-- Digests that the operator has withdrawn.
create table withdrawn (
  digest varchar(400) not null primary key,
  since  bigint       not null
);

-- What the command line asks of the running bot.
create table withdrawal (
  id      varchar(36)  not null primary key,
  stem    varchar(400) not null,
  undo    smallint     not null,
  asked   bigint       not null,
  outcome varchar(12)             -- absent: not yet picked up
);
