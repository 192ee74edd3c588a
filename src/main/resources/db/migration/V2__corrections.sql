-- Nothing yet: what corrections keep comes here.
select 1;
