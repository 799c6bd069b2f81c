-- Networks: members with a purpose, with or without a programme. organisation_id is who keeps one (its secretariat). Those who take
-- part read everything in it: every row carries them (readers), so that a policy is a plain comparison. Rules say who does what.

create table development.network (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	name text not null check (length(name) between 1 and 160),
	purpose text not null check (length(purpose) between 1 and 4000),
	kind text not null check (kind in ('owned', 'offered', 'self-governing')),
	founded_on date not null,
	founded_by text not null default '' check (length(founded_by) <= 300),
	owners text not null default '' check (length(owners) <= 500),
	decides text not null default '' check (length(decides) <= 500),
	money_kind text not null check (money_kind in ('fee', 'rotating', 'budgets', 'external', 'unclear')),
	money text not null default '' check (length(money) <= 500),
	lead_rotates boolean not null default false,
	gatherings_a_year integer check (gatherings_a_year between 1 and 52),
	plan text not null default '' check (length(plan) <= 4000),
	plan_until date,
	arena_organisation_id uuid,
	arena_id uuid,
	ended_on date,
	ended_because text not null default '' check (length(ended_because) <= 1000),
	readers uuid[] not null,
	search_name text not null,
	version integer not null default 1,
	primary key (organisation_id, id),
	foreign key (arena_organisation_id, arena_id) references meeting.arena (organisation_id, id),
	check (ended_on is null or ended_on >= founded_on),
	check ((arena_id is null) = (arena_organisation_id is null))
);
comment on table development.network is 'SHARED: members with a common purpose, for three gatherings or for thirty years';
comment on column development.network.kind is 'owned: its members have decided it; offered: somebody offers a place to meet; self-governing: those who take part decide for themselves';
comment on column development.network.founded_by is 'the decision it stands on; empty where nothing was decided';
comment on column development.network.plan is 'what it works on, rolled on each time';
create index on development.network using gin (readers);
create index on development.network (arena_organisation_id, arena_id) where arena_id is not null;

create table development.network_member (
	organisation_id uuid not null,
	network_id uuid not null,
	id uuid not null,
	party_id uuid references organisation.organisation,
	name text not null check (length(name) between 1 and 160),
	standing text not null check (standing in ('member', 'beside')),
	invited_on date,
	joined_on date,
	adopted_by text not null default '' check (length(adopted_by) <= 200),
	adopted_on date,
	anchored text check (anchored in ('line', 'staff')),
	contact_role text not null default '' check (length(contact_role) <= 120),
	contact_name text not null default '' check (length(contact_name) <= 200),
	contact_email text check (length(contact_email) between 3 and 320),
	pledged_share integer check (pledged_share between 1 and 500),
	pledged_hours integer check (pledged_hours between 1 and 20000),
	pledged_kroner integer check (pledged_kroner between 0 and 1000000000),
	pledged_on date,
	pledged_where text not null default '' check (length(pledged_where) <= 200),
	left_on date,
	left_because text not null default '' check (length(left_because) <= 500),
	readers uuid[] not null,
	version integer not null default 1,
	primary key (organisation_id, network_id, id),
	foreign key (organisation_id, network_id) references development.network,
	check (left_on is null or left_because <> ''),
	check (pledged_on is null or pledged_where <> '')
);
comment on table development.network_member is 'SHARED: who takes part in a network, on what terms, what they have pledged, and when and why they left';
comment on column development.network_member.party_id is 'null for one who stands in no register';
comment on column development.network_member.standing is 'beside: takes part without being a member, as a college or a state administrator may';
comment on column development.network_member.anchored is 'whether those who answer for the services answer for the membership, or a staff';
comment on column development.network_member.pledged_share is 'per cent of a position; pledged_hours is hours a year, pledged_kroner kroner a year';
comment on column development.network_member.pledged_on is 'the day of the writing the pledge stands in; null where it is only said';
create index on development.network_member (party_id) where party_id is not null;
create index on development.network_member using gin (readers);
create unique index on development.network_member (organisation_id, network_id, party_id) where party_id is not null and left_on is null;

create table development.network_lead (
	organisation_id uuid not null,
	network_id uuid not null,
	id uuid not null,
	member_id uuid not null,
	name text not null check (length(name) between 1 and 200),
	email text check (length(email) between 3 and 320),
	first_day date not null,
	last_day date,
	handed_over text not null default '' check (length(handed_over) <= 2000),
	readers uuid[] not null,
	primary key (organisation_id, network_id, id),
	foreign key (organisation_id, network_id, member_id) references development.network_member,
	check (last_day is null or last_day >= first_day)
);
comment on table development.network_lead is 'SHARED: who has led a network, from when to when, and what was handed over to the next';
create index on development.network_lead using gin (readers);

create table development.network_order (
	organisation_id uuid not null,
	network_id uuid not null,
	id uuid not null,
	member_id uuid not null,
	wish text not null check (length(wish) between 1 and 1000),
	ordered_by text not null check (length(ordered_by) between 1 and 200),
	is_line boolean not null,
	importance integer not null check (importance between 1 and 3),
	state text not null default 'ordered' check (state in ('ordered', 'planned', 'done', 'declined')),
	answer text not null default '' check (length(answer) <= 1000),
	recorded_at timestamptz not null,
	readers uuid[] not null,
	version integer not null default 1,
	primary key (organisation_id, network_id, id),
	foreign key (organisation_id, network_id, member_id) references development.network_member
);
comment on table development.network_order is 'SHARED: what a member wants the network to work on, how important it is to them, and what became of it';
comment on column development.network_order.is_line is 'ordered by somebody who answers for the services, not by a staff';
create index on development.network_order using gin (readers);

create table development.network_delivery (
	organisation_id uuid not null,
	network_id uuid not null,
	id uuid not null,
	member_id uuid not null,
	year integer not null check (year between 1950 and 2200),
	hours integer not null check (hours between 0 and 20000),
	note text not null default '' check (length(note) <= 500),
	recorded_at timestamptz not null,
	recorded_by text not null check (length(recorded_by) <= 200),
	undone_at timestamptz,
	undone_by text not null default '' check (length(undone_by) <= 200),
	readers uuid[] not null,
	primary key (organisation_id, network_id, id),
	foreign key (organisation_id, network_id, member_id) references development.network_member
);
comment on table development.network_delivery is 'SHARED: hours a member has put into a network in a year; what was wrong is undone and stays to be read';
create index on development.network_delivery using gin (readers);

create table development.network_note (
	organisation_id uuid not null,
	network_id uuid not null,
	id uuid not null,
	on_day date not null,
	note text not null check (length(note) between 1 and 1000),
	source text not null default '' check (length(source) <= 200),
	recorded_by text not null check (length(recorded_by) <= 200),
	readers uuid[] not null,
	primary key (organisation_id, network_id, id),
	foreign key (organisation_id, network_id) references development.network
);
comment on table development.network_note is 'SHARED: something that is said of a network, with its day and source; two that contradict each other both stand';
create index on development.network_note using gin (readers);

do $$
declare
	table_name text;
	reader constant text := '(readers @> array[(select house.organisation())] and (select house.actor_kind()) = ''person'') or (select house.is_system())';
begin
	foreach table_name in array array['network', 'network_member', 'network_lead', 'network_order', 'network_delivery', 'network_note'] loop
		execute format('alter table development.%I enable row level security', table_name);
		execute format('create policy read on development.%I for select using (%s)', table_name, reader);
		execute format('create policy add on development.%I for insert with check (%s)', table_name, reader);
		execute format('create policy change on development.%I for update using (%s) with check (%s)', table_name, reader, reader);
		execute format('create policy remove on development.%I for delete using (%s)', table_name, reader);
	end loop;
end $$;
grant select, insert, update, delete on development.network, development.network_member, development.network_lead,
	development.network_order, development.network_note to laeringsarena_program;
grant select, insert, update on development.network_delivery to laeringsarena_program;

-- Who reads a network changes with its members: everything in it at once.
create function development.give_access(keeper uuid, of_network uuid, to_read uuid[]) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
	update development.network set readers = to_read
		where organisation_id = keeper and id = of_network and (house.is_system() or readers @> array[house.organisation()]);
	if not found then return false; end if;
	update development.network_member set readers = to_read where organisation_id = keeper and network_id = of_network;
	update development.network_lead set readers = to_read where organisation_id = keeper and network_id = of_network;
	update development.network_order set readers = to_read where organisation_id = keeper and network_id = of_network;
	update development.network_delivery set readers = to_read where organisation_id = keeper and network_id = of_network;
	update development.network_note set readers = to_read where organisation_id = keeper and network_id = of_network;
	return true;
end $$;
revoke all on function development.give_access from public;
grant execute on function development.give_access to laeringsarena_program;
