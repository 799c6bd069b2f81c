-- Forms as data: who keeps a form, its versions, and the answers that name the version they were given to.
--
-- A published version and a submitted answer never change: triggers refuse it, whoever asks. A draft of answers is seen by
-- the person who began it, by its organisation once it is shared, or by whoever holds its link; by who asks only when sent.

create schema form;
grant usage on schema form to laeringsarena_program;

create table form.form (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	key text not null check (key ~ '^[a-z][a-z0-9-]{0,79}$'),
	purpose text not null check (length(purpose) between 1 and 60),
	audience text not null check (audience in ('own', 'everyone')),
	title_nb text not null check (length(title_nb) between 1 and 200),
	title_nn text not null check (length(title_nn) <= 200),
	title_en text not null check (length(title_en) <= 200),
	created_at timestamptz not null,
	created_by text not null default '' check (length(created_by) <= 200),
	closed_at timestamptz,
	primary key (organisation_id, id),
	unique (organisation_id, key)
);
comment on table form.form is 'OWNED: a form an organisation has made, and what it is for';
comment on column form.form.audience is 'who may read what is published and begin to answer it: their own people, or everybody signed in';
comment on column form.form.closed_at is 'no new answers are begun from then on';

create table form.version (
	organisation_id uuid not null,
	form_id uuid not null,
	number integer not null check (number > 0),
	state text not null default 'draft' check (state in ('draft', 'published')),
	content jsonb not null,
	revision integer not null default 1,
	changed_at timestamptz not null,
	changed_by text not null default '' check (length(changed_by) <= 200),
	published_at timestamptz,
	published_by text check (length(published_by) <= 200),
	primary key (organisation_id, form_id, number),
	foreign key (organisation_id, form_id) references form.form on delete cascade,
	check ((state = 'published') = (published_at is not null))
);
comment on table form.version is 'OWNED: a version of a form; published it is never changed';
create unique index on form.version (organisation_id, form_id) where state = 'draft';

create table form.step (
	organisation_id uuid not null,
	form_id uuid not null,
	number integer not null,
	step integer not null check (step > 0),
	content jsonb not null,
	primary key (organisation_id, form_id, number, step),
	foreign key (organisation_id, form_id, number) references form.version on delete cascade
);
comment on table form.step is 'OWNED: what a draft of a form was before each of its last changes, so that they can be undone';

create table form.answer (
	organisation_id uuid not null references organisation.organisation,
	id uuid not null,
	asker_id uuid not null references organisation.organisation,
	form_id uuid not null,
	number integer not null,
	person_id uuid references identity.person on delete set null,
	by_link boolean not null default false,
	shared boolean not null default false,
	answered_for text not null default '' check (length(answered_for) <= 200),
	state text not null default 'draft' check (state in ('draft', 'submitted')),
	given jsonb not null,
	revision integer not null default 1,
	begun_at timestamptz not null,
	changed_at timestamptz not null,
	changed_by text not null default '' check (length(changed_by) <= 200),
	submitted_at timestamptz,
	submitted_by text check (length(submitted_by) <= 200),
	primary key (organisation_id, id),
	foreign key (asker_id, form_id, number) references form.version (organisation_id, form_id, number),
	check ((state = 'submitted') = (submitted_at is not null))
);
comment on table form.answer is 'SHARED: answers to one version of a form; a draft is private to who writes it, submitted it is read by who asked';
comment on column form.answer.organisation_id is 'on whose behalf it is answered';
comment on column form.answer.asker_id is 'who keeps the form';
comment on column form.answer.answered_for is 'the part of the organisation, or the one, it is answered for';
create index on form.answer (asker_id, form_id, state);
create index on form.answer (person_id) where state = 'draft';

create function form.keep_published() returns trigger language plpgsql as $$ begin
	if old.state = 'published' and (tg_op = 'UPDATE' or exists (
		select from form.form f where f.organisation_id = old.organisation_id and f.id = old.form_id)) then
		raise exception 'a published version of a form is not changed';
	end if;
	return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger keep_published before update or delete on form.version for each row execute function form.keep_published();

create function form.keep_submitted() returns trigger language plpgsql as $$ begin
	-- That somebody no longer has an account is not a change of what they answered.
	if old.state = 'submitted' and (tg_op = 'DELETE' or to_jsonb(new) - 'person_id' <> to_jsonb(old) - 'person_id'
		or new.person_id is not null and new.person_id is distinct from old.person_id) then
		raise exception 'submitted answers are not changed';
	end if;
	return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger keep_submitted before update or delete on form.answer for each row execute function form.keep_submitted();

-- What the answers of an organisation, a person or a link are given to can be read by them.
create function form.is_answered(keeper uuid, of_form uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
	select exists (select from form.answer a where a.asker_id = keeper and a.form_id = of_form
		and (a.id = house.linked_object() or a.person_id = house.person()
			or (house.actor_kind() = 'person' and a.organisation_id = house.organisation())))
$$;
revoke all on function form.is_answered from public;
grant execute on function form.is_answered to laeringsarena_program;

alter table form.form enable row level security;
alter table form.version enable row level security;
alter table form.step enable row level security;
alter table form.answer enable row level security;

create policy own on form.form using ((organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person') or (select house.is_system()))
	with check ((organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person') or (select house.is_system()));
create policy answered on form.form for select using (
	(audience = 'everyone' and (select house.actor_kind()) = 'person') or form.is_answered(organisation_id, id));
create policy own on form.version using ((organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person') or (select house.is_system()))
	with check ((organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person') or (select house.is_system()));
create policy answered on form.version for select using (state = 'published' and exists (
	select from form.form f where f.organisation_id = version.organisation_id and f.id = version.form_id));
create policy own on form.step using ((organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person') or (select house.is_system()))
	with check ((organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person') or (select house.is_system()));

create policy read on form.answer for select using (
	(select house.is_system())
	or (state = 'submitted' and (select house.organisation()) in (organisation_id, asker_id) and (select house.actor_kind()) <> 'link')
	or person_id = (select house.person())
	or (shared and organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person')
	or (by_link and id = (select house.linked_object())));
create policy add on form.answer for insert with check (
	(organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person') or (select house.is_system()));
create policy change on form.answer for update using (
	(select house.is_system())
	or person_id = (select house.person())
	or (shared and organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person')
	or (by_link and id = (select house.linked_object())));
create policy remove on form.answer for delete using (state = 'draft' and (
	(select house.is_system()) or person_id = (select house.person())
	or (shared and organisation_id = (select house.organisation()) and (select house.actor_kind()) = 'person')));

grant select, insert, update, delete on form.form, form.version, form.step, form.answer to laeringsarena_program;
