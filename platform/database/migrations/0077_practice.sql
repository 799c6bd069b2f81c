-- Practice cards: what a project learnt, for others to try in their own way. A card is read by as many as its owner chose; whoever reads
-- a card reads who tries it out and how that goes. organisation_id is whose row it is: the card's owner, or whoever tries it.

create table development.practice_card (
	organisation_id uuid not null,
	id uuid not null,
	project_id uuid not null,
	title text not null check (length(title) between 1 and 200),
	setting text not null check (length(setting) between 1 and 500),
	size text not null check (length(size) between 1 and 300),
	needed text not null check (length(needed) between 1 and 2000),
	done text not null check (length(done) between 1 and 4000),
	better text not null default '' check (length(better) <= 2000),
	same text not null default '' check (length(same) <= 2000),
	worse text not null default '' check (length(worse) <= 2000),
	lesson text not null check (length(lesson) between 1 and 4000),
	validated_on date not null,
	revalidate_on date not null,
	told_on date,
	visibility text not null check (visibility in ('unit', 'organisation', 'network', 'public')),
	search_name text not null,
	version integer not null default 1,
	primary key (organisation_id, id),
	unique (organisation_id, project_id),
	foreign key (organisation_id, project_id) references development.project,
	check (better <> '' or same <> '' or worse <> ''),
	check (revalidate_on > validated_on)
);
comment on table development.practice_card is 'SHARED: what came of a project, good or bad, with what it took, for others to try in their own way';
comment on column development.practice_card.needed is 'what had to be in place';
comment on column development.practice_card.same is 'what did not change; worse: what became worse or cost more than it gave';
comment on column development.practice_card.revalidate_on is 'the day its owner is asked whether it still holds; told_on: the day that was asked';
create index on development.practice_card (id);
create index on development.practice_card (revalidate_on) where told_on is null;

create table development.practice_card_network (
	organisation_id uuid not null,
	card_id uuid not null,
	network_organisation_id uuid not null,
	network_id uuid not null,
	primary key (organisation_id, card_id, network_organisation_id, network_id),
	foreign key (organisation_id, card_id) references development.practice_card on delete cascade,
	foreign key (network_organisation_id, network_id) references development.network
);
comment on table development.practice_card_network is 'SHARED: the networks a card is shown to; whoever reads the network reads the card';
create index on development.practice_card_network (network_organisation_id, network_id);

create table development.practice_adoption (
	organisation_id uuid not null,
	project_id uuid not null,
	card_organisation_id uuid not null,
	card_id uuid not null,
	card_title text not null,
	differs text not null check (length(differs) between 1 and 2000),
	changes text not null check (length(changes) between 1 and 2000),
	adopted_on date not null,
	primary key (organisation_id, project_id),
	foreign key (organisation_id, project_id) references development.project on delete cascade,
	foreign key (card_organisation_id, card_id) references development.practice_card
);
comment on table development.practice_adoption is 'SHARED: a project that tries out what a card tells of, in its own way: what is different there, and what it changes';
comment on column development.practice_adoption.card_title is 'what the card was called then, for when it is no longer shown';
create index on development.practice_adoption (card_organisation_id, card_id);

create table development.practice_use (
	organisation_id uuid not null references organisation.organisation,
	organisation_name text not null,
	id uuid not null,
	card_organisation_id uuid not null,
	card_id uuid not null,
	stage text not null check (stage in ('aware', 'tried', 'in-use', 'given-up')),
	on_day date not null,
	note text not null default '' check (length(note) <= 1000),
	recorded_at timestamptz not null,
	recorded_by text not null default '' check (length(recorded_by) <= 200),
	undone_at timestamptz,
	undone_by text not null default '' check (length(undone_by) <= 200),
	primary key (organisation_id, id),
	foreign key (card_organisation_id, card_id) references development.practice_card
);
comment on table development.practice_use is 'SHARED: what an organisation says it has done with a card, on what day; nobody else says it, and reading the card counts for nothing';
create index on development.practice_use (card_organisation_id, card_id);

create table development.practice_result (
	organisation_id uuid not null,
	project_id uuid not null,
	organisation_name text not null,
	title text not null,
	purpose text not null,
	state text not null,
	ended_on date,
	outcome text,
	reached text,
	in_use text,
	in_use_on date,
	measured jsonb not null,
	primary key (organisation_id, project_id),
	foreign key (organisation_id, project_id) references development.project on delete cascade
);
comment on table development.practice_result is 'SHARED: how a project with a card, or that tries one out, has gone: written anew each time the project changes';
comment on column development.practice_result.measured is 'its goals with baseline and last value, as practice/contract.ts says';

do $$
declare
	table_name text;
	own constant text := '(organisation_id = (select house.organisation()) and (select house.actor_kind()) = ''person'') or (select house.is_system())';
begin
	foreach table_name in array array['practice_card', 'practice_card_network', 'practice_adoption', 'practice_use', 'practice_result'] loop
		execute format('alter table development.%I enable row level security', table_name);
		execute format('create policy own on development.%I using (%s)', table_name, own);
	end loop;
end $$;
create policy read on development.practice_card_network for select using (network_id in (select id from development.network));
create policy read on development.practice_card for select using (
	visibility = 'public' or (visibility = 'network' and (select house.actor_kind()) = 'person'
		and id in (select card_id from development.practice_card_network)));
create policy read on development.practice_adoption for select using (exists (select from development.practice_card c
	where c.organisation_id = practice_adoption.card_organisation_id and c.id = practice_adoption.card_id));
create policy read on development.practice_use for select using (exists (select from development.practice_card c
	where c.organisation_id = practice_use.card_organisation_id and c.id = practice_use.card_id));
create policy read on development.practice_result for select using (
	exists (select from development.practice_card c
		where c.organisation_id = practice_result.organisation_id and c.project_id = practice_result.project_id)
	or exists (select from development.practice_adoption a
		where a.organisation_id = practice_result.organisation_id and a.project_id = practice_result.project_id));
grant select, insert, update, delete on development.practice_card, development.practice_card_network to laeringsarena_program;
grant select, insert, update on development.practice_adoption, development.practice_use, development.practice_result to laeringsarena_program;
