-- Documents of the room meeting: of an arena, one of its meetings or items, or of a hearing. A file, or an address on the web.
--
-- organisation_id is who keeps what the document belongs to, and a document is read by whoever reads that: the policies ask
-- there, so that a party which comes or goes, or an invitation, needs nothing said here.

create table meeting.document (
	organisation_id uuid not null,
	id uuid not null,
	arena_id uuid,
	meeting_id uuid,
	item_id uuid,
	hearing_id uuid,
	title text not null check (length(title) between 1 and 200),
	link text check (link ~ '^https?://' and length(link) <= 1000),
	media_type text check (media_type in ('application/pdf', 'image/png', 'image/jpeg',
		'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
		'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		'application/vnd.openxmlformats-officedocument.presentationml.presentation')),
	content bytea check (length(content) between 1 and 10000000),
	added_at timestamptz not null,
	added_for uuid not null references organisation.organisation,
	added_by text check (length(added_by) <= 200),
	primary key (organisation_id, id),
	foreign key (organisation_id, arena_id) references meeting.arena,
	foreign key (organisation_id, arena_id, meeting_id) references meeting.meeting,
	foreign key (organisation_id, arena_id, item_id) references meeting.item on delete set null (item_id),
	foreign key (organisation_id, hearing_id) references meeting.hearing on delete cascade,
	check ((arena_id is null) <> (hearing_id is null)),
	check (meeting_id is null or arena_id is not null),
	check (item_id is null or meeting_id is not null),
	check ((link is null) <> (content is null)),
	check ((content is null) = (media_type is null))
);
comment on table meeting.document is 'SHARED: a file or an address that belongs to an arena, a meeting, an item or a hearing';
alter table meeting.document alter column content set storage external;
create index on meeting.document (organisation_id, arena_id, meeting_id);
create index on meeting.document (organisation_id, hearing_id);

alter table meeting.document enable row level security;
create policy read on meeting.document for select using (
	exists (select from meeting.arena a where a.organisation_id = document.organisation_id and a.id = document.arena_id)
	or exists (select from meeting.hearing h where h.organisation_id = document.organisation_id and h.id = document.hearing_id));
create policy add on meeting.document for insert with check (
	exists (select from meeting.arena a where a.organisation_id = document.organisation_id and a.id = document.arena_id)
	or (hearing_id is not null and organisation_id = (select house.organisation())) or (select house.is_system()));
create policy remove on meeting.document for delete using (
	exists (select from meeting.arena a where a.organisation_id = document.organisation_id and a.id = document.arena_id)
	or (hearing_id is not null and organisation_id = (select house.organisation())) or (select house.is_system()));

grant select, insert, delete on meeting.document to laeringsarena_program;
