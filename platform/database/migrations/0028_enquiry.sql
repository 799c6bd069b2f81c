-- Enquiries between organisations, so that none goes unanswered, and arenas that answer on behalf of their parties.

alter table meeting.arena
	add column speaks_decided_by text not null default '' check (length(speaks_decided_by) <= 200);
comment on column meeting.arena.speaks_decided_by is 'who decided that the arena may answer on behalf of its parties, and when';
alter table meeting.party add column spoken_for boolean not null default true;
comment on column meeting.party.spoken_for is 'whether an arena that may answer for its parties answers for this one';

create table meeting.enquiry (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	receiver_id uuid not null references organisation.organisation,
	arena_organisation_id uuid,
	arena_id uuid,
	arena_name text not null default '' check (length(arena_name) <= 160),
	asks text not null check (asks in ('places', 'meeting', 'agreement', 'project-partner', 'lecturer', 'other')),
	subject text not null check (length(subject) between 1 and 160),
	body text not null check (length(body) between 1 and 8000),
	theme text check (length(theme) <= 60),
	unit_name text not null default '' check (length(unit_name) <= 200),
	due_on date not null,
	state text not null default 'sent' check (state in ('sent', 'taken', 'asked-back', 'answered', 'refused', 'withdrawn')),
	reason text check (reason in ('no-capacity', 'not-our-field', 'no-agreement', 'too-late', 'other')),
	responsibility text not null check (length(responsibility) <= 60),
	unit_id uuid,
	contact_id uuid references identity.person on delete set null,
	contact_name text check (length(contact_name) <= 200),
	contact_email text check (length(contact_email) <= 320),
	owner_id uuid references identity.person on delete set null,
	owner_name text check (length(owner_name) <= 200),
	sent_at timestamptz not null,
	sent_by uuid references identity.person on delete set null,
	sent_by_name text not null default '' check (length(sent_by_name) <= 200),
	asked_back_on date,
	reminded_on date,
	escalated_on date,
	settled_on date,
	search_name text not null,
	readers uuid[] not null,
	version integer not null default 1,
	primary key (organisation_id, id),
	foreign key (arena_organisation_id, arena_id) references meeting.arena (organisation_id, id),
	check ((arena_id is null) = (arena_organisation_id is null)),
	check ((state in ('answered', 'refused', 'withdrawn')) = (settled_on is not null)),
	check ((state = 'refused') = (reason is not null)),
	check ((state = 'asked-back') = (asked_back_on is not null))
);
comment on table meeting.enquiry is 'SHARED: what one organisation asks of another, or of an arena that answers for its parties, and by when';
comment on column meeting.enquiry.organisation_id is 'who asks';
comment on column meeting.enquiry.contact_id is 'whom the register of contacts gave when it was sent or forwarded';
create index on meeting.enquiry (receiver_id, state, due_on);
create index on meeting.enquiry (due_on) where state in ('sent', 'taken');
create index on meeting.enquiry using gin (readers);

create table meeting.enquiry_step (
	organisation_id uuid not null,
	enquiry_id uuid not null,
	id uuid not null,
	at timestamptz not null,
	what text not null check (what in ('sent', 'taken', 'asked-back', 'replied', 'answered', 'refused', 'forwarded', 'withdrawn',
		'mailed', 'link-made', 'reminded', 'escalated')),
	body text not null default '' check (length(body) <= 8000),
	by_organisation_id uuid references organisation.organisation,
	by_id uuid references identity.person on delete set null,
	by_name text not null default '' check (length(by_name) <= 200),
	readers uuid[] not null,
	primary key (organisation_id, enquiry_id, id),
	foreign key (organisation_id, enquiry_id) references meeting.enquiry on delete cascade
);
comment on table meeting.enquiry_step is 'SHARED: what happened to an enquiry, in the order it happened: its thread';
create index on meeting.enquiry_step using gin (readers);

do $$
declare
	table_name text;
	reader constant text := 'readers @> array[(select house.organisation())] or (select house.is_system())';
begin
	foreach table_name in array array['enquiry', 'enquiry_step'] loop
		execute format('alter table meeting.%I enable row level security', table_name);
		execute format('create policy read on meeting.%I for select using (%s)', table_name, reader);
		execute format('create policy add on meeting.%I for insert with check (%s)', table_name, reader);
		execute format('create policy change on meeting.%I for update using (%s) with check (%s)', table_name, reader, reader);
		execute format('create policy remove on meeting.%I for delete using ((select house.is_system()))', table_name);
	end loop;
end $$;
create policy own on meeting.enquiry for select
	using ((select house.person()) in (sent_by, owner_id, contact_id));
create policy own on meeting.enquiry_step for select using (by_id = (select house.person()));

grant select, insert, update, delete on meeting.enquiry, meeting.enquiry_step to laeringsarena_program;

-- Arenas that answer on behalf of their parties are known to everybody: that is what they are for.
create function meeting.speaking_arenas()
returns table (organisation_id uuid, id uuid, name text, party_ids uuid[])
language sql stable security definer set search_path = pg_catalog as $$
	select a.organisation_id, a.id, a.name,
		array(select p.party_id from meeting.party p
			where p.organisation_id = a.organisation_id and p.arena_id = a.id and p.spoken_for order by p.party_id)
	from meeting.arena a
	where house.is_known() and a.speaks_for and a.ended_on is null
$$;

-- Accounts to tell of an enquiry: those with one of these roles for a whole organisation …
create function meeting.people_at(of_organisation uuid, of_roles text[]) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
	select distinct m.person_id from organisation.membership m
	where house.is_known() and m.organisation_id = of_organisation and m.role = any (of_roles)
		and m.unit_id is null and m.person_id is not null
		and m.valid_from <= (now() at time zone 'Europe/Oslo')::date
		and (m.valid_to is null or m.valid_to >= (now() at time zone 'Europe/Oslo')::date)
$$;

-- … the one who holds a role that a contact points at …
create function meeting.account_of(of_organisation uuid, of_membership uuid) returns uuid
language sql stable security definer set search_path = pg_catalog as $$
	select m.person_id from organisation.membership m
	where house.is_known() and m.organisation_id = of_organisation and m.id = of_membership
		and (m.valid_to is null or m.valid_to >= (now() at time zone 'Europe/Oslo')::date)
$$;

-- … and those with the chair of an arena, or who keep its minutes.
create function meeting.leaders_of(keeper uuid, of_arena uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
	select distinct s.person_id from meeting.seat s
	where house.is_known() and s.organisation_id = keeper and s.arena_id = of_arena
		and s.duty <> 'member' and s.person_id is not null and s.valid_to is null
$$;

revoke all on function meeting.speaking_arenas, meeting.people_at, meeting.account_of, meeting.leaders_of from public;
grant execute on function meeting.speaking_arenas, meeting.people_at, meeting.account_of, meeting.leaders_of
	to laeringsarena_program;
