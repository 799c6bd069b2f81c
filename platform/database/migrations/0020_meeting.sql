-- The room meeting: arenas with members by role, meetings, what was decided, who does it, and whether it was done.
--
-- organisation_id is who keeps the arena (its secretariat). Its parties read everything in it: every row carries them
-- (readers), so that a policy is a plain comparison. Steps are taken by members of the parties; rules say which.

create schema meeting;
grant usage on schema meeting to laeringsarena_program;

create table meeting.arena (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	name text not null check (length(name) between 1 and 160),
	purpose text not null default '' check (length(purpose) <= 4000),
	kind text not null check (kind in ('cooperation', 'working-life-council', 'inter-municipal', 'professional', 'other')),
	level text not null check (level in ('top', 'sector', 'operational')),
	meetings_a_year integer check (meetings_a_year between 1 and 52),
	agreement_organisation_id uuid,
	agreement_id uuid,
	speaks_for boolean not null default false,
	chair_rotates boolean not null default false,
	ended_on date,
	created_at timestamptz not null,
	readers uuid[] not null,
	search_name text not null,
	version integer not null default 1,
	primary key (organisation_id, id),
	foreign key (agreement_organisation_id, agreement_id) references agreement.agreement (organisation_id, id)
);
comment on table meeting.arena is 'SHARED: a place where parties meet (arena): its purpose, level and cadence';
comment on column meeting.arena.speaks_for is 'an inter-municipal arena that may answer on behalf of its parties';
create index on meeting.arena using gin (readers);
create index on meeting.arena (agreement_organisation_id, agreement_id);

create table meeting.party (
	organisation_id uuid not null,
	arena_id uuid not null,
	party_id uuid not null references organisation.organisation,
	readers uuid[] not null,
	primary key (organisation_id, arena_id, party_id),
	foreign key (organisation_id, arena_id) references meeting.arena
);
comment on table meeting.party is 'SHARED: an organisation that takes part in an arena';
create index on meeting.party (party_id);
create index on meeting.party using gin (readers);

create table meeting.seat (
	organisation_id uuid not null,
	arena_id uuid not null,
	id uuid not null,
	party_id uuid not null references organisation.organisation,
	role text not null check (length(role) between 1 and 120),
	represents text not null check (represents in ('leader', 'line', 'staff', 'academic', 'union', 'user', 'student', 'politician', 'other')),
	duty text not null default 'member' check (duty in ('chair', 'secretary', 'member')),
	person_id uuid references identity.person on delete set null,
	name text not null default '' check (length(name) <= 200),
	email text check (length(email) <= 320),
	deputy_name text not null default '' check (length(deputy_name) <= 200),
	deputy_email text check (length(deputy_email) <= 320),
	valid_from date not null,
	valid_to date,
	sort integer not null default 0,
	readers uuid[] not null,
	version integer not null default 1,
	primary key (organisation_id, arena_id, id),
	foreign key (organisation_id, arena_id) references meeting.arena,
	check (valid_to is null or valid_to >= valid_from)
);
comment on table meeting.seat is 'SHARED: a member of an arena by role; who holds it may change, the seat stays';
create index on meeting.seat (person_id) where person_id is not null;
create index on meeting.seat using gin (readers);

create table meeting.meeting (
	organisation_id uuid not null,
	arena_id uuid not null,
	id uuid not null,
	starts_at timestamptz not null,
	ends_at timestamptz not null,
	place text not null default '' check (length(place) <= 200),
	link text check (length(link) <= 500),
	state text not null default 'planned' check (state in ('planned', 'invited', 'held', 'cancelled')),
	minutes_approved_at timestamptz,
	cancelled_because text check (length(cancelled_because) <= 500),
	changed_at timestamptz not null,
	readers uuid[] not null,
	version integer not null default 1,
	primary key (organisation_id, arena_id, id),
	foreign key (organisation_id, arena_id) references meeting.arena,
	check (ends_at > starts_at)
);
comment on table meeting.meeting is 'SHARED: one meeting of an arena';
create index on meeting.meeting (organisation_id, arena_id, starts_at);
create index on meeting.meeting using gin (readers);

create table meeting.item (
	organisation_id uuid not null,
	arena_id uuid not null,
	id uuid not null,
	meeting_id uuid,
	kind text not null check (kind in ('information', 'discussion', 'decision', 'follow-up')),
	title text not null check (length(title) between 1 and 200),
	body text not null default '' check (length(body) <= 4000),
	asked_by uuid references organisation.organisation,
	asked_by_name text check (length(asked_by_name) <= 200),
	decision_id uuid,
	object_kind text check (length(object_kind) <= 60),
	object_id uuid,
	minutes text not null default '' check (length(minutes) <= 8000),
	outcome text not null default 'none' check (outcome in ('none', 'noted', 'decided', 'postponed')),
	sort integer not null default 0,
	readers uuid[] not null,
	version integer not null default 1,
	primary key (organisation_id, arena_id, id),
	foreign key (organisation_id, arena_id) references meeting.arena,
	foreign key (organisation_id, arena_id, meeting_id) references meeting.meeting,
	check ((object_kind is null) = (object_id is null))
);
comment on table meeting.item is 'SHARED: an item on an agenda with what was said; without a meeting it is asked for and not yet placed';
create index on meeting.item (organisation_id, arena_id, meeting_id);
create index on meeting.item using gin (readers);

create table meeting.decision (
	organisation_id uuid not null,
	arena_id uuid not null,
	id uuid not null,
	meeting_id uuid not null,
	item_id uuid not null,
	body text not null check (length(body) between 1 and 2000),
	seat_id uuid,
	owner_name text not null check (length(owner_name) between 1 and 200),
	due_on date,
	object_kind text check (length(object_kind) <= 60),
	object_id uuid,
	state text not null default 'open' check (state in ('open', 'done', 'dropped')),
	note text not null default '' check (length(note) <= 2000),
	settled_on date,
	decided_on date not null,
	search_name text not null,
	readers uuid[] not null,
	version integer not null default 1,
	primary key (organisation_id, arena_id, id),
	foreign key (organisation_id, arena_id, meeting_id) references meeting.meeting,
	foreign key (organisation_id, arena_id, item_id) references meeting.item,
	foreign key (organisation_id, arena_id, seat_id) references meeting.seat,
	check ((object_kind is null) = (object_id is null)),
	check ((state = 'open') = (settled_on is null))
);
comment on table meeting.decision is 'SHARED: what was decided, who does it, by when, and the object it changes; checked at the next meeting';
create index on meeting.decision (organisation_id, arena_id, state, due_on);
create index on meeting.decision using gin (readers);

create table meeting.presence (
	organisation_id uuid not null,
	arena_id uuid not null,
	meeting_id uuid not null,
	seat_id uuid not null,
	id uuid not null,
	answer text check (answer in ('comes', 'deputy', 'declines')),
	answered_at timestamptz,
	came text check (came in ('holder', 'deputy', 'excused', 'absent')),
	name text not null default '' check (length(name) <= 200),
	readers uuid[] not null,
	version integer not null default 1,
	primary key (organisation_id, arena_id, meeting_id, seat_id),
	foreign key (organisation_id, arena_id, meeting_id) references meeting.meeting,
	foreign key (organisation_id, arena_id, seat_id) references meeting.seat
);
comment on table meeting.presence is 'SHARED: who was asked to a meeting, what they answered, and who came: the real anchoring';
comment on column meeting.presence.id is 'what a link by which a member answers is for';
create unique index on meeting.presence (organisation_id, id);
create index on meeting.presence using gin (readers);

do $$
declare
	table_name text;
	reader constant text := 'readers @> array[(select house.organisation())] or (select house.is_system())';
begin
	foreach table_name in array array['arena', 'party', 'seat', 'meeting', 'item', 'decision', 'presence'] loop
		execute format('alter table meeting.%I enable row level security', table_name);
		execute format('create policy read on meeting.%I for select using (%s)', table_name, reader);
		execute format('create policy add on meeting.%I for insert with check (%s)', table_name, reader);
		execute format('create policy change on meeting.%I for update using (%s) with check (%s)', table_name, reader, reader);
		execute format('create policy remove on meeting.%I for delete using (%s)', table_name, reader);
	end loop;
end $$;
-- What a person takes part in is theirs to see whomever they act for: their calendar, and what is told about them.
create policy own on meeting.seat for select using (person_id = (select house.person()));

grant select, insert, update, delete on all tables in schema meeting to laeringsarena_program;

-- Who reads an arena changes with its parties: everything in it at once.
create function meeting.give_access(keeper uuid, of_arena uuid, to_read uuid[]) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
	update meeting.arena set readers = to_read
		where organisation_id = keeper and id = of_arena and (house.is_system() or readers @> array[house.organisation()]);
	if not found then return false; end if;
	update meeting.party set readers = to_read where organisation_id = keeper and arena_id = of_arena;
	update meeting.seat set readers = to_read where organisation_id = keeper and arena_id = of_arena;
	update meeting.meeting set readers = to_read where organisation_id = keeper and arena_id = of_arena;
	update meeting.item set readers = to_read where organisation_id = keeper and arena_id = of_arena;
	update meeting.decision set readers = to_read where organisation_id = keeper and arena_id = of_arena;
	update meeting.presence set readers = to_read where organisation_id = keeper and arena_id = of_arena;
	return true;
end $$;
revoke all on function meeting.give_access from public;
grant execute on function meeting.give_access to laeringsarena_program;
