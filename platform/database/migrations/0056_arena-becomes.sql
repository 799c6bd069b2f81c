-- What becomes of an arena when it ends, and what its members most want on the agenda.

alter table meeting.arena
	add column becomes text check (becomes in ('stops', 'operations', 'network', 'programme')),
	add column becomes_note text not null default '' check (length(becomes_note) <= 1000),
	add constraint arena_ended_becomes check (becomes is null or ended_on is not null);
comment on column meeting.arena.becomes is 'of one that has ended: nothing goes on, it goes on in operations, as a formal network, or in a new programme; empty of those ended before it was asked';
comment on column meeting.arena.becomes_note is 'who answers for what goes on, or why nothing does';

alter table meeting.item add column votes uuid[] not null default '{}';
comment on column meeting.item.votes is 'the seats of those who most want an item that is asked for on the agenda';
