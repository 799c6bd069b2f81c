-- Help: what development centres, state administrators, institutions and others can help municipalities with, what has been offered to
-- each of them and what they answered, and who has been let in to follow its projects. organisation_id is who helps; of what a
-- municipality lets somebody into, the municipality.

create table development.help (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	title text not null check (length(title) between 1 and 160),
	about text not null check (length(about) between 1 and 2000),
	for_whom text not null check (length(for_whom) between 1 and 500),
	brings text not null default '' check (length(brings) <= 1000),
	way text not null check (way in ('information', 'visit', 'together')),
	place text not null check (place in ('theirs', 'ours', 'screen')),
	within_km integer check (within_km between 1 and 3000),
	at_once integer check (at_once between 1 and 1000),
	contact_name text not null check (length(contact_name) between 1 and 200),
	contact_email text check (length(contact_email) between 3 and 320),
	ended_on date,
	search_name text not null,
	version integer not null default 1,
	primary key (organisation_id, id),
	unique (id)
);
comment on table development.help is 'SHARED: what an organisation can help others with; read by everybody signed in';
comment on column development.help.brings is 'what whoever gets it must bring: time, people, a manager';
comment on column development.help.way is 'information: told of it; visit: a process visit where they are; together: developed together from the start, with two at least';
comment on column development.help.within_km is 'how far it reaches as the crow flies; null: everywhere';
comment on column development.help.at_once is 'how many it has room for at once; null: no limit';

create table development.help_offer (
	organisation_id uuid not null,
	help_id uuid not null,
	id uuid not null,
	party_id uuid not null references organisation.organisation,
	begun text not null check (begun in ('offered', 'asked')),
	because text not null check (length(because) between 1 and 1000),
	said_on date not null,
	said_by text not null check (length(said_by) <= 200),
	answer_by date,
	answer text check (answer in ('yes', 'later', 'no')),
	answer_words text not null default '' check (length(answer_words) <= 1000),
	answered_on date,
	answered_by text not null default '' check (length(answered_by) <= 200),
	local_name text not null default '' check (length(local_name) <= 200),
	local_role text not null default '' check (length(local_role) <= 120),
	local_email text check (length(local_email) between 3 and 320),
	began_on date,
	began_because text not null default '' check (length(began_because) <= 500),
	ended_on date,
	result text not null default '' check (length(result) <= 2000),
	withdrawn_on date,
	readers uuid[] not null,
	version integer not null default 1,
	primary key (organisation_id, help_id, id),
	foreign key (organisation_id, help_id) references development.help,
	check (party_id <> organisation_id),
	check ((answer is null) = (answered_on is null)),
	check (began_on is null or answer = 'yes'),
	check (ended_on is null or began_on is not null),
	check ((answer is distinct from 'yes' and begun = 'offered') or answer = 'no' or local_name <> '')
);
comment on table development.help_offer is 'SHARED: help that was offered to one organisation or that it asked for, with the answer, and what came of it';
comment on column development.help_offer.local_name is 'who at the organisation is spoken with, and in what role';
comment on column development.help_offer.began_because is 'why it began before others who had waited longer';
create index on development.help_offer using gin (readers);
create index on development.help_offer (party_id, said_on);
create unique index on development.help_offer (organisation_id, help_id, party_id)
	where withdrawn_on is null and ended_on is null and answer is distinct from 'no';

create table development.help_contact (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	party_id uuid not null references organisation.organisation,
	on_day date not null,
	how text not null check (how in ('visit', 'meeting', 'screen', 'phone', 'mail')),
	about text not null check (length(about) between 1 and 1000),
	noted_by text not null check (length(noted_by) <= 200),
	readers uuid[] not null,
	primary key (organisation_id, id),
	check (party_id <> organisation_id)
);
comment on table development.help_contact is 'SHARED: that who helps has been in contact with a municipality, read by both';
create index on development.help_contact using gin (readers);

create table development.let_in (
	organisation_id uuid not null references organisation.organisation,
	guide_id uuid not null references organisation.organisation,
	since date not null,
	by text not null check (length(by) <= 200),
	supervisors_too boolean not null,
	primary key (organisation_id, guide_id),
	check (guide_id <> organisation_id)
);
comment on table development.let_in is 'SHARED: whose advisers an organisation lets see its projects';
comment on column development.let_in.supervisors_too is 'those who supervise there may see them too; else only advisers who do not';
create index on development.let_in (guide_id);

alter table development.help enable row level security;
create policy read on development.help for select using ((select house.is_system()) or (select house.actor_kind()) = 'person');
create policy own on development.help using (
	(select house.is_system()) or (organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person'));

alter table development.help_offer enable row level security;
create policy read on development.help_offer for select using (
	(select house.is_system()) or (readers @> array[(select house.organisation())] and (select house.actor_kind()) = 'person'));
create policy add on development.help_offer for insert with check ((select house.is_system()) or ((select house.actor_kind()) = 'person'
	and case begun when 'offered' then organisation_id = (select house.organisation()) else party_id = (select house.organisation()) end));
create policy change on development.help_offer for update using (
	(select house.is_system()) or (readers @> array[(select house.organisation())] and (select house.actor_kind()) = 'person'));

alter table development.help_contact enable row level security;
create policy read on development.help_contact for select using (
	(select house.is_system()) or (readers @> array[(select house.organisation())] and (select house.actor_kind()) = 'person'));
create policy own on development.help_contact using (
	(select house.is_system()) or (organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person'));

alter table development.let_in enable row level security;
create policy own on development.let_in using (
	(select house.is_system()) or (organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person'));
create policy guide on development.let_in for select using (
	guide_id = (select house.organisation()) and (select house.actor_kind()) = 'person');

grant select, insert, update on development.help, development.help_offer to laeringsarena_program;
grant select, insert, delete on development.help_contact to laeringsarena_program;
grant select, insert, update, delete on development.let_in to laeringsarena_program;

-- How many get each help now, how many wait for it, and the place in that queue of the organisation acted for: counts alone.
create function development.help_queue()
returns table (help_id uuid, going integer, waiting integer, place integer)
language sql stable security definer set search_path = pg_catalog as $$
	with standing as (
		select o.help_id, o.party_id, o.began_on, row_number() over (partition by o.help_id, o.began_on is null
			order by case o.begun when 'asked' then o.said_on else o.answered_on end, o.id)::integer n
		from development.help_offer o
		where o.withdrawn_on is null and o.ended_on is null and (o.answer = 'yes' or (o.begun = 'asked' and o.answer is null))
	)
	select s.help_id, count(*) filter (where s.began_on is not null)::integer, count(*) filter (where s.began_on is null)::integer,
		min(s.n) filter (where s.began_on is null and s.party_id = house.organisation())
	from standing s where house.is_system() or house.actor_kind() = 'person'
	group by s.help_id
$$;
revoke all on function development.help_queue from public;
grant execute on function development.help_queue to laeringsarena_program;

-- How often each organisation has been offered help by anybody, and said yes to it: counts alone, never by whom or of what.
create function development.help_offered()
returns table (party_id uuid, offers integer, accepted integer)
language sql stable security definer set search_path = pg_catalog as $$
	select o.party_id, count(*) filter (where o.begun = 'offered')::integer, count(*) filter (where o.answer = 'yes')::integer
	from development.help_offer o where o.withdrawn_on is null and (house.is_system() or house.actor_kind() = 'person')
	group by o.party_id
$$;
revoke all on function development.help_offered from public;
grant execute on function development.help_offered to laeringsarena_program;

-- The projects of those who have let the organisation acted for in, for its advisers: what they are for and how they stand, no money
-- and no persons but who leads. The wall is by person: who supervises there sees them only where a municipality has said so.
create function development.guided_projects()
returns table (organisation_id uuid, id uuid, title text, purpose text, state text, leader_name text, started_on date, last_day date,
	status_days integer, status_on date, standing text, outcome text, ended_on date, card_id uuid)
language sql stable security definer set search_path = pg_catalog as $$
	with held as (
		select m.role from organisation.membership m where house.actor_kind() = 'person' and m.organisation_id = house.organisation()
			and m.person_id = house.person() and m.valid_from <= current_date and (m.valid_to is null or m.valid_to >= current_date)
	)
	select p.organisation_id, p.id, p.title, p.purpose, p.state, p.leader_name, p.started_on, p.last_day, p.status_days, s.on_day,
		s.standing, e.outcome, e.decided_on, c.id
	from development.let_in l
	join development.project p on p.organisation_id = l.organisation_id and p.state <> 'draft'
	left join lateral (
		select s.on_day, s.standing from development.status s
		where s.organisation_id = p.organisation_id and s.project_id = p.id and s.undone_at is null
		order by s.on_day desc, s.recorded_at desc, s.id desc limit 1) s on true
	left join development.ending e on e.organisation_id = p.organisation_id and e.project_id = p.id and e.undone_at is null
	left join development.practice_card c on c.organisation_id = p.organisation_id and c.project_id = p.id and c.visibility = 'public'
	where l.guide_id = house.organisation() and exists (select from held where role in ('adviser', 'network-leader'))
		and (l.supervisors_too or not exists (select from held where role = 'case-officer'))
$$;
revoke all on function development.guided_projects from public;
grant execute on function development.guided_projects to laeringsarena_program;
