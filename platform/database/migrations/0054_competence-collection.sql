-- What units have and need of competence, asked of all of them at once by whoever plans, and taken in when it has been looked at.

create table competence.collection (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	name text not null check (length(name) between 1 and 100),
	answer_by date not null,
	message text not null default '' check (length(message) <= 2000),
	created_at timestamptz not null,
	closed_at timestamptz,
	primary key (organisation_id, id)
);
comment on table competence.collection is 'OWNED: whoever plans competence asks the units what they have and need';

create table competence.asked (
	organisation_id uuid not null,
	id uuid not null,
	collection_id uuid not null,
	unit_id uuid not null,
	unit_name text not null check (length(unit_name) between 1 and 200),
	asked_at timestamptz not null,
	reminded_at timestamptz,
	answered_at timestamptz,
	answered_by text check (length(answered_by) <= 200),
	answer jsonb,
	taken_at timestamptz,
	version integer not null default 1,
	primary key (organisation_id, id),
	unique (organisation_id, collection_id, unit_id),
	foreign key (organisation_id, collection_id) references competence.collection on delete cascade,
	foreign key (organisation_id, unit_id) references organisation.unit,
	check ((answered_at is null) = (answer is null)),
	check (taken_at is null or answered_at is not null)
);
comment on table competence.asked is 'OWNED: a unit that is asked in a collection, what it answered, and whether that has been taken in';
comment on column competence.asked.answer is 'numbers and needs as the unit stated them, without names; they count from when they are taken in';

alter table competence.collection enable row level security;
alter table competence.asked enable row level security;
create policy own on competence.collection using ((organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person') or (select house.is_system()));
create policy own on competence.asked using ((organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person') or (select house.is_system()));
-- A unit without an account reads and writes its own answer, and nothing else of the collection.
create policy by_link on competence.asked for select using (id = (select house.linked_object()) and (select house.actor_kind()) = 'link');
create policy answer_by_link on competence.asked for update using (id = (select house.linked_object()) and (select house.actor_kind()) = 'link');
create policy by_link on competence.collection for select using ((select house.actor_kind()) = 'link' and exists (
	select from competence.asked k where k.organisation_id = collection.organisation_id and k.collection_id = collection.id));
grant select, insert, update, delete on competence.collection, competence.asked to laeringsarena_program;
