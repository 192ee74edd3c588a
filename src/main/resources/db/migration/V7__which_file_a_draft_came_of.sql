-- A release that reads the same file otherwise is no correction of it.
alter table draft add column file text not null default '';
