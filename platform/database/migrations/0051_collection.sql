-- What units need of a call, gathered and weighed by a coordinator. It stays with the organisation: who makes the call sees
-- none of it.

create table funding.collection (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	call_organisation_id uuid not null,
	call_id uuid not null,
	answer_by date not null,
	message text not null default '' check (length(message) <= 2000),
	title text not null check (length(title) between 1 and 200),
	categories jsonb not null,
	closed_at timestamptz,
	created_at timestamptz not null,
	version integer not null default 1,
	primary key (organisation_id, id),
	unique (organisation_id, call_id),
	foreign key (call_organisation_id, call_id) references funding.call on delete cascade
);
comment on table funding.collection is 'OWNED: a coordinator asks the units of the organisation what they need of a call';
comment on column funding.collection.categories is 'what the call could be applied to for when the units were asked';

create table funding.asked (
	organisation_id uuid not null,
	id uuid not null,
	collection_id uuid not null,
	unit_id uuid,
	unit_name text not null check (length(unit_name) between 1 and 200),
	answered_at timestamptz,
	answered_by text check (length(answered_by) <= 200),
	nothing boolean not null default false,
	version integer not null default 1,
	primary key (organisation_id, id),
	foreign key (organisation_id, collection_id) references funding.collection on delete cascade,
	foreign key (organisation_id, unit_id) references organisation.unit
);
comment on table funding.asked is 'OWNED: a unit that is asked in a collection, and whether it has answered; nothing: it needs nothing';
create unique index on funding.asked (organisation_id, collection_id, unit_id) where unit_id is not null;

create table funding.need (
	organisation_id uuid not null,
	id uuid not null,
	asked_id uuid not null,
	title text not null check (length(title) between 1 and 200),
	category text not null default '' check (length(category) <= 10),
	people integer not null check (people between 0 and 10000),
	applied bigint not null check (applied between 0 and 100000000000),
	own bigint not null check (own between 0 and 100000000000),
	reason text not null default '' check (length(reason) <= 2000),
	sort integer not null default 0,
	priority integer check (priority between 1 and 999),
	decision text check (decision in ('in', 'out')),
	decided_because text not null default '' check (length(decided_because) <= 1000),
	decided_by text check (length(decided_by) <= 200),
	primary key (organisation_id, id),
	foreign key (organisation_id, asked_id) references funding.asked on delete cascade
);
comment on table funding.need is 'OWNED: what a unit needs of a call, whole kroner, and what was decided: in the application or not, and why';
create index on funding.need (organisation_id, asked_id);

alter table funding.collection enable row level security;
alter table funding.asked enable row level security;
alter table funding.need enable row level security;

create policy own on funding.collection using ((organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person') or (select house.is_system()));
create policy own on funding.asked using ((organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person') or (select house.is_system()));
create policy own on funding.need using ((organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person') or (select house.is_system()));
-- A unit without an account reads and writes its own answer, and nothing else of the collection.
create policy by_link on funding.asked for select using (id = (select house.linked_object()) and (select house.actor_kind()) = 'link');
create policy answer_by_link on funding.asked for update using (id = (select house.linked_object()) and (select house.actor_kind()) = 'link');
create policy by_link on funding.collection for select using ((select house.actor_kind()) = 'link' and exists (
	select from funding.asked k where k.organisation_id = collection.organisation_id and k.collection_id = collection.id));
create policy by_link on funding.need using (asked_id = (select house.linked_object()) and (select house.actor_kind()) = 'link');


grant select, insert, update, delete on funding.collection, funding.asked, funding.need to laeringsarena_program;
