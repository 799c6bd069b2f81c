-- What lists of rounds would count anew each time, and what does not change once a plan is out.
alter table placement.publication
	add column claims integer check (claims >= 0),
	add column without_wishes integer check (without_wishes >= 0);
comment on column placement.publication.claims is 'students of the round when it was published';
comment on column placement.publication.without_wishes is 'those of them who had wished nothing';
