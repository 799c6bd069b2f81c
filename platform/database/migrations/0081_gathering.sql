-- What a network does between and around its gatherings: tasks for its members, how each member stands before they meet, and what each
-- who took part takes home. A gathering is a meeting of the network's arena. Read by those who read the network.

create table development.network_task (
	organisation_id uuid not null,
	network_id uuid not null,
	id uuid not null,
	meeting_id uuid not null,
	task text not null check (length(task) between 1 and 1000),
	due_on date not null,
	readers uuid[] not null,
	primary key (organisation_id, network_id, id),
	foreign key (organisation_id, network_id) references development.network
);
comment on table development.network_task is 'SHARED: what every member of a network does before a gathering, and by when';
create index on development.network_task using gin (readers);

create table development.network_task_done (
	organisation_id uuid not null,
	network_id uuid not null,
	task_id uuid not null,
	member_id uuid not null,
	done_on date not null,
	recorded_by text not null check (length(recorded_by) <= 200),
	readers uuid[] not null,
	primary key (organisation_id, network_id, task_id, member_id),
	foreign key (organisation_id, network_id, task_id) references development.network_task,
	foreign key (organisation_id, network_id, member_id) references development.network_member
);
comment on table development.network_task_done is 'SHARED: that a member has done a task, and when; those without a row have not';
create index on development.network_task_done using gin (readers);

create table development.network_card (
	organisation_id uuid not null,
	network_id uuid not null,
	meeting_id uuid not null,
	member_id uuid not null,
	standing text not null check (standing in ('as-planned', 'behind', 'stuck')),
	done text not null default '' check (length(done) <= 2000),
	next text not null default '' check (length(next) <= 2000),
	help text not null default '' check (length(help) <= 2000),
	on_day date not null,
	recorded_by text not null check (length(recorded_by) <= 200),
	readers uuid[] not null,
	primary key (organisation_id, network_id, meeting_id, member_id),
	foreign key (organisation_id, network_id, member_id) references development.network_member
);
comment on table development.network_card is 'SHARED: how a member stands before a gathering, for the others to read before they meet';
comment on column development.network_card.help is 'what it wants the others to help with';
create index on development.network_card using gin (readers);

create table development.network_take_home (
	organisation_id uuid not null,
	network_id uuid not null,
	id uuid not null,
	meeting_id uuid not null,
	member_id uuid not null,
	participant text not null check (length(participant) between 1 and 200),
	what text not null check (length(what) between 1 and 1000),
	who text not null check (length(who) between 1 and 300),
	due_on date not null,
	leader_name text not null check (length(leader_name) between 1 and 200),
	leader_email text check (length(leader_email) between 3 and 320),
	ask_on date not null,
	told_on date,
	asked text check (asked in ('yes', 'no')),
	note text not null default '' check (length(note) <= 1000),
	answered_on date,
	readers uuid[] not null,
	primary key (organisation_id, network_id, id),
	foreign key (organisation_id, network_id, member_id) references development.network_member,
	check ((asked is null) = (answered_on is null))
);
comment on table development.network_take_home is 'SHARED: what somebody takes home from a gathering, who does it with them and by when; and whether their leader asked';
comment on column development.network_take_home.asked is 'what the leader answers, asked once by a link: whether anybody asked what was brought home';
comment on column development.network_take_home.ask_on is 'the day the leader is asked; told_on: the day that was done';
create index on development.network_take_home using gin (readers);
create index on development.network_take_home (ask_on) where told_on is null;

do $$
declare
	table_name text;
	reader constant text := '(readers @> array[(select house.organisation())] and (select house.actor_kind()) = ''person'') or (select house.is_system())';
begin
	foreach table_name in array array['network_task', 'network_task_done', 'network_card', 'network_take_home'] loop
		execute format('alter table development.%I enable row level security', table_name);
		execute format('create policy reader on development.%I using (%s) with check (%s)', table_name, reader, reader);
	end loop;
end $$;
create policy by_link on development.network_take_home for select
	using (id = (select house.linked_object()) and (select house.actor_kind()) = 'link');
create policy answer_by_link on development.network_take_home for update
	using (id = (select house.linked_object()) and (select house.actor_kind()) = 'link');
grant select, insert, update, delete on development.network_task, development.network_task_done, development.network_card,
	development.network_take_home to laeringsarena_program;

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
	return true;
end $$;
