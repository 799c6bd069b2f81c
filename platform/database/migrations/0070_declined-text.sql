-- A party can say no to a text put forward, with why; others are told, and the text is changed or the talks are ended.
alter table agreement.party
	add column declined_version integer,
	add column declined_because text check (length(declined_because) between 1 and 1000),
	add check ((declined_version is null) = (declined_because is null));
comment on column agreement.party.declined_version is 'the text it said no to last; null once it has approved one, or a new one is put forward';
