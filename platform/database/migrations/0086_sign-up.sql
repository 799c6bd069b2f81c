-- More around a gathering of a network: how its time is used, who comes in which role and what it costs to be away, and what members
-- reflect on at home between gatherings. Read by those who read the network.

create table development.network_sign_up (
	organisation_id uuid not null,
	network_id uuid not null,
	id uuid not null,
	meeting_id uuid not null,
	member_id uuid not null,
	participant text not null check (length(participant) between 1 and 200),
	role text not null check (role in ('project-leader', 'line-leader', 'union', 'top-management', 'politician', 'other')),
	substitute_hours integer check (substitute_hours between 1 and 1000),
	substitute_kroner integer check (substitute_kroner between 0 and 10000000),
	approved_on date,
	approved_by text not null default '' check (length(approved_by) <= 200),
	recorded_by text not null check (length(recorded_by) <= 200),
	readers uuid[] not null,
	primary key (organisation_id, network_id, id),
	foreign key (organisation_id, network_id, member_id) references development.network_member,
	check ((approved_on is null) = (approved_by = '')),
	check (substitute_hours is not null or substitute_kroner is null)
);
comment on table development.network_sign_up is 'SHARED: who comes to a gathering for a member, in what role';
comment on column development.network_sign_up.substitute_hours is 'hours somebody else must work instead, and what it costs; approved by a leader in the line of the member';
create index on development.network_sign_up using gin (readers);

create table development.network_time (
	organisation_id uuid not null,
	network_id uuid not null,
	meeting_id uuid not null,
	input integer not null check (input between 0 and 5000),
	sharing integer not null check (sharing between 0 and 5000),
	reflection integer not null check (reflection between 0 and 5000),
	work integer not null check (work between 0 and 5000),
	readers uuid[] not null,
	primary key (organisation_id, network_id, meeting_id),
	foreign key (organisation_id, network_id) references development.network,
	check (input + sharing + reflection + work > 0)
);
comment on table development.network_time is 'SHARED: minutes of a gathering for input, for members to share, for reflection and for work of their own';
create index on development.network_time using gin (readers);

create table development.network_reflection (
	organisation_id uuid not null,
	network_id uuid not null,
	id uuid not null,
	member_id uuid not null,
	on_day date not null,
	theme text not null check (length(theme) between 1 and 300),
	tool text not null default '' check (length(tool) <= 300),
	held boolean not null,
	not_because text not null default '' check (length(not_because) <= 500),
	changed text not null default '' check (length(changed) <= 2000),
	recorded_by text not null check (length(recorded_by) <= 200),
	readers uuid[] not null,
	primary key (organisation_id, network_id, id),
	foreign key (organisation_id, network_id, member_id) references development.network_member,
	check (held or not_because <> '')
);
comment on table development.network_reflection is 'SHARED: a time set aside to reflect at a workplace: on what, with what tool, whether it was held, and what changed';
create index on development.network_reflection using gin (readers);

do $$
declare
	table_name text;
	reader constant text := '(readers @> array[(select house.organisation())] and (select house.actor_kind()) = ''person'') or (select house.is_system())';
begin
	foreach table_name in array array['network_sign_up', 'network_time', 'network_reflection'] loop
		execute format('alter table development.%I enable row level security', table_name);
		execute format('create policy reader on development.%I using (%s) with check (%s)', table_name, reader, reader);
	end loop;
end $$;
grant select, insert, update, delete on development.network_sign_up, development.network_time, development.network_reflection
	to laeringsarena_program;

-- Who reads a network changes with its members: everything in it at once, these too.
create or replace function development.give_access(keeper uuid, of_network uuid, to_read uuid[]) returns boolean
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
	update development.network_task set readers = to_read where organisation_id = keeper and network_id = of_network;
	update development.network_task_done set readers = to_read where organisation_id = keeper and network_id = of_network;
	update development.network_card set readers = to_read where organisation_id = keeper and network_id = of_network;
	update development.network_take_home set readers = to_read where organisation_id = keeper and network_id = of_network;
	update development.network_sign_up set readers = to_read where organisation_id = keeper and network_id = of_network;
	update development.network_time set readers = to_read where organisation_id = keeper and network_id = of_network;
	update development.network_reflection set readers = to_read where organisation_id = keeper and network_id = of_network;
	return true;
end $$;
