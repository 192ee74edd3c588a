-- Two indexes hold only what is asked of them: a message that is sent no longer moves in them.

drop index delivery_turn;
create index delivery_turn on delivery (platform, slot, planned, subscription, published)
  where status = 'WAITING';

drop index part_state;
create index part_flying on part (epoch) where state = 'FLYING';
