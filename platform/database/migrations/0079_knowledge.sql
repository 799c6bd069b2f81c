-- What practice needs to know, and what is researched together. organisation_id is who has the need or who proposes the research.
-- Whoever is asked reads the research and what they themselves are asked, never what others are: readers name them in every row.

create table development.knowledge_need (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	question text not null check (length(question) between 1 and 500),
	use_for text not null check (length(use_for) between 1 and 2000),
	known text not null default '' check (length(known) <= 2000),
	gives text not null default '' check (length(gives) <= 1000),
	fits text[] not null check (fits <@ array['research', 'development', 'thesis', 'placement-assignment', 'master', 'phd']),
	unit_id uuid,
	importance integer not null check (importance between 1 and 3),
	needed_by date,
	contact_name text not null check (length(contact_name) between 1 and 200),
	contact_email text check (length(contact_email) between 3 and 320),
	shown boolean not null,
	noted_on date not null,
	closed_on date,
	closed_because text check (closed_because in ('answered', 'known-elsewhere', 'no-longer')),
	learnt text not null default '' check (length(learnt) <= 2000),
	search_name text not null,
	version integer not null default 1,
	primary key (organisation_id, id),
	foreign key (organisation_id, unit_id) references organisation.unit,
	check ((closed_on is null) = (closed_because is null))
);
comment on table development.knowledge_need is 'OWNED: what an organisation needs to know to do its work better; shown to everybody signed in where it says so';
comment on column development.knowledge_need.gives is 'what the organisation can give to it: people to ask, data, hours';
comment on column development.knowledge_need.learnt is 'what was learnt, in the words of practice';
create index on development.knowledge_need (organisation_id, unit_id) where unit_id is not null;
create index on development.knowledge_need (noted_on) where shown;

create table development.research (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	title text not null check (length(title) between 1 and 200),
	question text not null check (length(question) between 1 and 2000),
	use_for text not null check (length(use_for) between 1 and 2000),
	kind text not null check (kind in ('research', 'development', 'thesis', 'placement-assignment', 'master', 'phd')),
	worked_out text not null check (worked_out in ('together', 'heard', 'alone')),
	partners text not null default '' check (length(partners) <= 1000),
	funding text not null check (funding in ('none', 'own', 'sought', 'granted')),
	funding_source text not null default '' check (length(funding_source) <= 300),
	leader_name text not null check (length(leader_name) between 1 and 200),
	leader_email text check (length(leader_email) between 3 and 320),
	first_day date not null,
	last_day date not null,
	result text not null default '' check (length(result) <= 4000),
	result_where text not null default '' check (length(result_where) <= 500),
	returned_on date,
	ended_on date,
	ended_because text not null default '' check (length(ended_because) <= 1000),
	readers uuid[] not null,
	search_name text not null,
	version integer not null default 1,
	primary key (organisation_id, id),
	check (last_day >= first_day),
	check (returned_on is null or result <> '')
);
comment on table development.research is 'SHARED: research, development or student work that practice takes part in; read by whoever is asked';
comment on column development.research.worked_out is 'together: the questions were worked out with practice; heard: practice was heard; alone: by the researchers';
comment on column development.research.result is 'what was found, in the words of practice; returned_on is the day it was given back';
create index on development.research using gin (readers);

create table development.research_ask (
	organisation_id uuid not null,
	research_id uuid not null,
	id uuid not null,
	party_id uuid not null references organisation.organisation,
	need_id uuid,
	why_you text not null check (length(why_you) between 1 and 1000),
	hours integer check (hours between 1 and 20000),
	data text not null default '' check (length(data) <= 1000),
	access text not null default '' check (length(access) <= 1000),
	answer_by date not null,
	asked_on date not null,
	asked_by text not null check (length(asked_by) <= 200),
	answer text check (answer in ('yes', 'changed', 'no')),
	no_because text check (no_because in ('relevance', 'capacity', 'finance')),
	answer_words text not null default '' check (length(answer_words) <= 2000),
	hours_given integer check (hours_given between 0 and 20000),
	answered_on date,
	answered_by text not null default '' check (length(answered_by) <= 200),
	return_said text check (return_said in ('in-use', 'understood', 'unclear', 'not-received')),
	return_words text not null default '' check (length(return_words) <= 1000),
	return_on date,
	withdrawn_on date,
	readers uuid[] not null,
	version integer not null default 1,
	primary key (organisation_id, research_id, id),
	foreign key (organisation_id, research_id) references development.research,
	foreign key (party_id, need_id) references development.knowledge_need (organisation_id, id),
	check ((answer is null) = (answered_on is null)),
	check ((answer = 'no') = (no_because is not null) or answer is null and no_because is null),
	check (return_said is null or return_on is not null)
);
comment on table development.research_ask is 'SHARED: what one organisation is asked to give to research, its answer, and whether what was found came back';
comment on column development.research_ask.hours is 'hours of the asked organisation''s people in all; hours_given is what it answered';
comment on column development.research_ask.data is 'which data are asked for; access is whom the researchers want to meet or watch';
create index on development.research_ask using gin (readers);
create index on development.research_ask (party_id, asked_on);
create unique index on development.research_ask (organisation_id, research_id, party_id) where withdrawn_on is null;

alter table development.knowledge_need enable row level security;
create policy read on development.knowledge_need for select using (
	(select house.is_system())
	or ((organisation_id = (select house.organisation()) or shown) and (select house.actor_kind()) = 'person'));
create policy add on development.knowledge_need for insert with check (
	(select house.is_system()) or (organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person'));
create policy change on development.knowledge_need for update using (
	(select house.is_system()) or (organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person'));
create policy remove on development.knowledge_need for delete using (
	(select house.is_system()) or (organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person'));

alter table development.research enable row level security;
create policy read on development.research for select using (
	(select house.is_system()) or (readers @> array[(select house.organisation())] and (select house.actor_kind()) = 'person'));
create policy add on development.research for insert with check (
	(select house.is_system()) or (organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person'));
create policy change on development.research for update using (
	(select house.is_system()) or (organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person'));
create policy remove on development.research for delete using (
	(select house.is_system()) or (organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person'));

alter table development.research_ask enable row level security;
create policy read on development.research_ask for select using (
	(select house.is_system()) or (readers @> array[(select house.organisation())] and (select house.actor_kind()) = 'person'));
create policy add on development.research_ask for insert with check (
	(select house.is_system()) or (organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person'));
create policy change on development.research_ask for update using (
	(select house.is_system()) or (readers @> array[(select house.organisation())] and (select house.actor_kind()) = 'person'));

grant select, insert, update, delete on development.knowledge_need, development.research to laeringsarena_program;
grant select, insert, update on development.research_ask to laeringsarena_program;

-- How much each organisation is asked, by everybody: counts alone, and never by whom or for what.
create function development.asked_load(since date)
returns table (party_id uuid, asks integer, hours integer)
language sql stable security definer set search_path = pg_catalog as $$
	select a.party_id, count(*)::integer, coalesce(sum(coalesce(a.hours_given, a.hours)) filter (where a.answer is distinct from 'no'), 0)::integer
	from development.research_ask a where a.asked_on >= since and a.withdrawn_on is null
		and (house.is_system() or house.actor_kind() = 'person')
	group by a.party_id
$$;
revoke all on function development.asked_load from public;
grant execute on function development.asked_load to laeringsarena_program;
