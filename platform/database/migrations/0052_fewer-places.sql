-- What a site that says no to a student means by it: this student alone, or that it has one place fewer.
alter table placement.placement
	add column host_closes text check (host_closes in ('student', 'place')),
	add check (host_closes is null or host_answer = 'declined');
comment on column placement.placement.host_closes is 'place: the site takes one fewer on those days, until its capacity is said anew';
create index on placement.placement (offer_id) where state = 'declined' and host_closes = 'place';
